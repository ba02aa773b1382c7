import { expect, type Page, test } from '@playwright/test';

import type { Role, SettingsAnswer } from '../../contracts';
import { type Demo, type DemoPage, startDemo } from '../support/demo-panel';
import { adminWith } from '../support/panel-admins';
import { remoteAdminAs, type RemoteAdmin } from '../support/remote-admin';
import { answer, box, dataIn, IMPACT, IMPACT_PATH, LOOKS, openRole, ROLES } from './roles.fixture';

for (const look of LOOKS) {
  const called = (name: string) => `${name}-${look.theme}-${look.width}`;

  test.describe(`the list of API roles, ${look.theme}, ${look.width} px wide`, () => {
    let demo: Demo;
    let panel: DemoPage;
    let page: Page;
    let admin: RemoteAdmin;

    test.beforeAll(async ({ browser }) => {
      demo = await startDemo();
      panel = await demo.signedIn(browser, look);
      page = panel.page;
      admin = await remoteAdminAs(demo.url, demo.state);
    });

    test.afterAll(async () => {
      await page.context().close();
      await demo.stop();
    });

    test.afterEach(async () => {
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      panel.complaints.length = 0;
    });

    test('the list tells of each role what it is and how many keys hold it', async () => {
      await panel.open(`${ROLES}?sort=name:desc`);
      const row = page.getByRole('row', { name: /Article reader/ });
      await expect(row).toContainText('reader');
      await expect(
        row.getByRole('link', { name: /keys hold Article reader: show them/ }),
      ).toBeVisible();
      await panel.look(called('roles-list'));
    });

    test('a search and an order stand in the address, and come back with it', async () => {
      await panel.open(ROLES);
      await page.getByLabel('Search API roles').fill('article');
      await expect(page).toHaveURL(/search=article/);
      await expect(page.getByRole('row')).toHaveCount(3);
      await page.getByRole('button', { name: 'Name' }).click();
      await expect(page).toHaveURL(/sort=name%3Adesc/);
      await page.reload();

      await expect(page.getByLabel('Search API roles')).toHaveValue('article');
      await expect(page.getByRole('row').nth(1)).toContainText('Article reader');
    });

    test('a search that finds nothing offers to clear it', async () => {
      await panel.open(`${ROLES}?search=nowhere`);
      await expect(page.getByText('No API role matches your search.')).toBeVisible();
      await panel.look(called('roles-none-matches'));
      await page.getByRole('main').getByRole('button', { name: 'Clear the search' }).last().click();

      await expect(page.getByRole('row', { name: /Article reader/ })).toBeVisible();
    });

    test('a list that cannot be read says so, and is read on another try', async () => {
      await answer(page, '/roles', null, 500);
      await panel.open(ROLES);
      await expect(page.getByRole('main').getByRole('alert').first()).toContainText(
        'The server failed to answer',
      );
      await page.unrouteAll();
      await page.getByRole('button', { name: 'Try again' }).click();

      await expect(page.getByRole('row', { name: /Article reader/ })).toBeVisible();
    });

    test('a role is made after another one, from the list and from its page', async () => {
      await panel.open(ROLES);
      await page.getByRole('link', { name: 'Duplicate Article reader' }).click();
      const name = page.getByRole('textbox', { name: /^Name/ });
      await expect(name).toHaveValue('Article reader copy');
      await expect(page.getByText(/Filled in as “Article reader” is/)).toBeVisible();
      await name.fill(called('Reader for partners'));
      await page.getByRole('button', { name: 'Create role' }).click();
      await expect(
        page.getByRole('link', { name: called('Reader for partners'), exact: true }),
      ).toBeVisible();

      await openRole(panel, called('Reader for partners'));
      await expect(box(page, /article · find$/)).toBeChecked();
      await page.getByRole('link', { name: 'Duplicate' }).click();
      await expect(name).toHaveValue(`${called('Reader for partners')} copy`);
    });

    test('a deletion names the keys that use the role', async () => {
      await answer(page, IMPACT_PATH, IMPACT);
      await panel.open(ROLES);
      await page.getByRole('button', { name: 'Delete Article reader' }).click();
      const dialog = page.getByRole('alertdialog');
      await expect(dialog).toContainText('4 of them used it in the last 30 days');
      await expect(dialog).toContainText('Technical owner: Web team');
      await expect(
        dialog.getByRole('button', { name: 'Delete role and take it from 4 keys' }),
      ).toBeEnabled();
      await panel.lookAtDialog(called('role-delete'));
      await dialog.getByRole('button', { name: 'Cancel' }).click();

      await expect(page.getByRole('button', { name: 'Delete Article reader' })).toBeFocused();
    });

    test('a role that no key holds is deleted without more ado', async () => {
      const name = called('Held by nobody');
      await admin('/roles', 'POST', { name, kind: 'custom' });
      await openRole(panel, name);
      await page.getByRole('button', { name: 'Delete' }).click();
      await expect(page.getByRole('alertdialog')).toContainText('No key holds this role.');
      await panel.lookAtDialog(called('role-delete-unheld'));
      await page.getByRole('button', { name: 'Delete role' }).click();

      await expect(page.getByText(`Deleted “${name}”`)).toBeVisible();
      await expect(page).toHaveURL(/api-access-roles$/);
      await expect(page.getByRole('row', { name: /Article reader/ })).toBeVisible();
      await expect(page.getByRole('row', { name: new RegExp(name) })).toHaveCount(0);
    });

    test('who is held to a list of roles is told why nothing can be created', async ({
      browser,
    }) => {
      const held = await adminWith(demo.url, demo.state, 'Hanna', [
        'get-role',
        'create-role',
        'update-role',
      ]);
      const found = dataIn(await admin('/roles?search=Article%20reader')) as Role[];
      const { settings, revision } = dataIn(await admin('/settings')) as SettingsAnswer;
      const assignableRoles = [{ adminRole: held.adminRole, roles: found.map(({ id }) => id) }];
      const saved = await admin('/settings', 'PUT', {
        settings: { ...settings, assignableRoles },
        revision,
      });
      expect(saved.status).toBe(200);

      const other = await demo.signedIn(browser, look, held);
      const inOther = other.page.getByRole('main');
      await other.open(ROLES);
      const create = inOther.getByRole('button', { name: 'Create an API role' });
      await expect(create).toBeDisabled();
      await expect(create).toHaveAccessibleDescription(/hold you to a list of API roles/);
      await expect(inOther.getByRole('link', { name: 'Edit Article reader' })).toBeVisible();
      await expect(inOther.getByRole('link', { name: 'View Preview' })).toBeVisible();
      await expect(inOther.getByRole('link', { name: /^Duplicate/ })).toHaveCount(0);
      await other.look(called('roles-held'));

      await openRole(other, 'Preview');
      await expect(inOther).toContainText('you cannot change it either');
      await expect(inOther.getByRole('button', { name: 'Save' })).toHaveCount(0);
      await expect(inOther.getByRole('link', { name: 'Duplicate' })).toHaveCount(0);
      await other.look(called('role-not-assignable'));

      await other.open(`${ROLES}/create`);
      await expect(inOther).toContainText('hold you to a list of API roles');
      await expect(inOther.getByRole('textbox')).toHaveCount(0);
      const asHeld = await remoteAdminAs(demo.url, held);
      const { status, body } = await asHeld('/roles', 'POST', { name: 'Loophole', kind: 'custom' });
      expect(status).toBe(403);
      expect(body).toMatchObject({ error: { details: { code: 'role_not_assignable' } } });
      await other.page.context().close();
    });
  });
}
