import { expect, type Page, test } from '@playwright/test';

import type { Role, RoleImpact } from '../../contracts';
import { bearer, send } from '../support/consumers';
import { type Demo, type DemoPage, startDemo } from '../support/demo-panel';
import { remoteAdminAs, type RemoteAdmin } from '../support/remote-admin';
import {
  answer,
  ARTICLE_FIND,
  box,
  dataIn,
  IMPACT,
  IMPACT_PATH,
  LOOKS,
  openRole,
  ROLES,
} from './roles.fixture';

for (const look of LOOKS) {
  const called = (name: string) => `${name}-${look.theme}-${look.width}`;

  test.describe(`saving an API role, ${look.theme}, ${look.width} px wide`, () => {
    // What one test has saved, the next goes on from.
    test.describe.configure({ mode: 'serial' });

    let demo: Demo;
    let panel: DemoPage;
    let page: Page;
    let admin: RemoteAdmin;

    test.beforeAll(async ({ browser }) => {
      demo = await startDemo({
        PLAYGROUND_API_ACCESS_CONFIG: JSON.stringify({ flushIntervalMs: 100 }),
      });
      admin = await remoteAdminAs(demo.url, demo.state);
      panel = await demo.signedIn(browser, look);
      page = panel.page;
    });

    test.afterAll(async () => {
      await page.context().close();
      await demo.stop();
    });

    test.afterEach(async () => {
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      panel.complaints.length = 0;
    });

    test('a save that takes from keys what they use names them and their owners first', async () => {
      await answer(page, IMPACT_PATH, IMPACT);
      await openRole(panel, 'Article editor');
      await box(page, /article · find$/).click();
      const save = page.getByRole('button', { name: 'Save' });
      await save.click();

      const dialog = page.getByRole('alertdialog');
      await expect(dialog).toContainText('4 keys used in the last 30 days');
      await expect(dialog).toContainText('Technical owner: Web team');
      await expect(dialog).toContainText('No technical owner is named');
      await expect(dialog).toContainText('Personal token of Ada Author');
      await expect(dialog).toContainText('and 1 more key');
      await expect(
        dialog.getByRole('button', { name: 'Save and take it from 4 keys' }),
      ).toBeVisible();
      await panel.lookAtDialog(called('role-narrow'));

      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await expect(dialog).toHaveCount(0);
      await expect(save).toBeFocused();
      await expect(box(page, /article · find$/)).not.toBeChecked();

      await save.press('Enter');
      await dialog.getByRole('button', { name: 'Save and take it from 4 keys' }).click();
      await expect(page.getByText('Saved “Article editor”')).toBeVisible();
      await openRole(panel, 'Article editor');
      await expect(box(page, /article · find$/)).not.toBeChecked();
    });

    test('a key that has just called what a role is to lose is named, and refused once saved', async () => {
      const articles = (token: string) => send(`${demo.url}/api/articles`, bearer(token));
      const permissions = [ARTICLE_FIND.action, 'api::category.category.find'];
      const role = dataIn(
        await admin('/roles', 'POST', { name: called('Shop'), kind: 'custom', permissions }),
      ) as Role;
      const { body } = await admin('/keys', 'POST', {
        name: called('prod-shop'),
        roles: [role.id],
        technicalOwner: { name: 'Shop team', emails: ['shop@example.com'] },
      });
      const { token } = body as { token: string };
      expect((await articles(token)).status).toBe(200);
      // Use is written in batches.
      await expect
        .poll(async () => {
          const weighed = await admin(`/roles/${role.id}/impact`, 'POST', { change: null });
          return (dataIn(weighed) as RoleImpact).hitCount;
        })
        .toBe(1);

      await openRole(panel, called('Shop'));
      await box(page, /article · find$/).click();
      await page.getByRole('button', { name: 'Save' }).click();
      const dialog = page.getByRole('alertdialog');
      await expect(dialog).toContainText('1 key used in the last 30 days');
      await expect(dialog).toContainText(called('prod-shop'));
      await expect(dialog).toContainText('Technical owner: Shop team');
      await expect(dialog.getByText(ARTICLE_FIND.action)).toBeVisible();
      await expect(dialog).not.toContainText('category');
      await panel.lookAtDialog(called('role-narrow-used'));
      expect((await articles(token)).status).toBe(200);
      await dialog.getByRole('button', { name: 'Save and take it from 1 key' }).click();

      await expect(page.getByText(`Saved “${called('Shop')}”`)).toBeVisible();
      expect((await articles(token)).status).toBe(403);
    });

    test('a wider save asks nobody', async () => {
      let asked = 0;
      await page.route(/\/impact$/, (route) => {
        asked += 1;
        return route.abort();
      });
      await openRole(panel, 'Article editor');
      await box(page, /article · find$/).click();
      await page.getByRole('button', { name: 'Save' }).click();

      await expect(page.getByText('Saved “Article editor”')).toBeVisible();
      expect(asked).toBe(0);
    });

    test('where it cannot be found out whom a save hits, nothing is saved and nothing lost', async () => {
      await answer(page, IMPACT_PATH, null, 500);
      await openRole(panel, 'Article reader');
      await box(page, /article · find$/).click();
      await page.getByRole('button', { name: 'Save' }).click();

      await expect(page.getByRole('main').getByRole('alert').first()).toContainText(
        'This was not saved',
      );
      await expect(box(page, /article · find$/)).not.toBeChecked();
    });

    test('full access is confirmed', async () => {
      await openRole(panel, 'Preview');
      await page.getByRole('combobox', { name: /Kind/ }).click();
      await page.getByRole('option', { name: 'Full access' }).click();
      await page.getByRole('button', { name: 'Save' }).click();

      const dialog = page.getByRole('alertdialog');
      await expect(dialog).toContainText('every route of the content API');
      await panel.lookAtDialog(called('role-widen'));
      await page.keyboard.press('Escape');
      await expect(page.getByRole('button', { name: 'Save' })).toBeFocused();

      await page.getByRole('link', { name: 'Back' }).click();
      await expect(page.getByRole('alertdialog')).toContainText('Leave this page?');
      await page.getByRole('button', { name: 'Leave without saving' }).click();
      await expect(page.getByRole('row', { name: /Preview/ })).toContainText('Custom');
    });

    test('somebody else’s save in between is told, and what was typed stays', async ({
      browser,
    }) => {
      await openRole(panel, 'Preview');
      const other = await demo.signedIn(browser, look);
      await other.open(ROLES);
      await other.page.getByRole('link', { name: 'Preview', exact: true }).click();
      await other.page.getByRole('textbox', { name: 'Description' }).fill('Changed elsewhere.');
      await other.page.getByRole('button', { name: 'Save' }).click();
      await expect(other.page.getByText('Saved “Preview”')).toBeVisible();
      await other.page.context().close();

      const name = called('Preview renamed');
      await page.getByRole('textbox', { name: /^Name/ }).fill(name);
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByRole('main').getByRole('alert').first()).toContainText(
        'Changed in the meantime',
      );
      await page.getByRole('button', { name: 'Load the current version' }).click();
      await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue(
        'Changed elsewhere.',
      );
      await expect(page.getByRole('textbox', { name: /^Name/ })).toHaveValue(name);
    });
  });
}
