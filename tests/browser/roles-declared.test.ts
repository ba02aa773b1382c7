import { expect, type Page, test } from '@playwright/test';

import type { Role } from '../../contracts';
import { type Demo, type DemoPage, startDemo } from '../support/demo-panel';
import { remoteAdminAs } from '../support/remote-admin';
import { ACTIONS, answer, box, dataIn, LOOKS, openRole, ROLES } from './roles.fixture';

const DECLARED = 'Search index';

for (const look of LOOKS) {
  const called = (name: string) => `${name}-${look.theme}-${look.width}`;

  test.describe(`API roles that are declared in code, ${look.theme}, ${look.width} px wide`, () => {
    let demo: Demo;
    let panel: DemoPage;
    let page: Page;

    test.beforeAll(async ({ browser }) => {
      demo = await startDemo();
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

    test('have a badge in the list, where they can be seen and duplicated only', async () => {
      await panel.open(ROLES);
      const row = page.getByRole('row', { name: new RegExp(DECLARED) });
      await expect(row.getByText('Declared in code', { exact: true })).toBeVisible();
      await expect(page.getByText('Declared in code', { exact: true })).toHaveCount(1);
      await expect(row.getByRole('link', { name: `View ${DECLARED}` })).toBeVisible();
      await expect(row.getByRole('link', { name: `Duplicate ${DECLARED}` })).toBeVisible();
      await expect(
        row.getByRole('button', { name: `Cannot delete ${DECLARED}: it is declared in code` }),
      ).toBeDisabled();
      await expect(page.getByRole('button', { name: 'Delete Article reader' })).toBeVisible();
      await panel.look(called('roles-declared'));
    });

    test('are only looked at on their page, which tells where they are edited', async () => {
      await openRole(panel, DECLARED);
      const main = page.getByRole('main');
      await expect(main.getByText(/declared in config\/plugins of the app/)).toBeVisible();
      await expect(main.getByRole('button', { name: 'Save' })).toHaveCount(0);
      await expect(main.getByRole('button', { name: 'Delete' })).toHaveCount(0);
      await expect(main.getByRole('link', { name: 'Duplicate' })).toBeVisible();
      for (const name of [/^Name/, /^Code/, /^Description/])
        await expect(main.getByRole('textbox', { name })).toBeDisabled();
      await expect(main.getByRole('combobox', { name: /^Kind/ })).toBeDisabled();
      await expect(box(page, 'Allowed')).toBeDisabled();
      await expect(box(page, /article · find$/)).toBeChecked();
      await expect(box(page, /article · find$/)).toBeDisabled();
      await panel.look(called('role-declared'));
      await box(page, /article · find$/).scrollIntoViewIfNeeded();
      await panel.look(called('role-declared-actions'));
    });

    test('tell apart what they name and the app does not have', async () => {
      await answer(page, '/permissions', ACTIONS.slice(0, 2));
      await openRole(panel, DECLARED);
      await expect(page.getByText('3 declared actions do not exist in this app')).toBeVisible();
      await expect(page.getByText('Does not exist', { exact: true })).toHaveCount(3);
      await expect(page.getByRole('button', { name: /^Remove/ })).toHaveCount(0);
      await page.getByText('Does not exist', { exact: true }).last().scrollIntoViewIfNeeded();
      await panel.look(called('role-declared-unknown'));
    });

    test('are duplicated into roles that one may edit', async () => {
      await panel.open(ROLES);
      await page.getByRole('link', { name: `Duplicate ${DECLARED}` }).click();
      const name = called('Search for partners');
      await page.getByRole('textbox', { name: /^Name/ }).fill(name);
      await page.getByRole('button', { name: 'Create role' }).click();
      await expect(page.getByRole('link', { name: `Edit ${name}` })).toBeVisible();
      await expect(page.getByText('Declared in code', { exact: true })).toHaveCount(1);
    });

    test('are refused to whoever asks the server past the page', async () => {
      const admin = await remoteAdminAs(demo.url, demo.state);
      const [role] = dataIn(await admin('/roles?search=Search%20index')) as Role[];
      const { status, body } = await admin(`/roles/${role?.id ?? ''}`, 'DELETE');
      expect(status).toBe(409);
      expect(body).toMatchObject({ error: { details: { code: 'role_declared' } } });
    });
  });
}
