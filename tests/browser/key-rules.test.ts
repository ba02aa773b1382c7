/** Keys in the hands of people whom Rules & notices hold to some names and some API roles. */
import { expect, type Page, test } from '@playwright/test';

import { type Demo, type DemoPage, startDemo } from '../support/demo-panel';
import { adminWith } from '../support/panel-admins';
import { type RemoteAdmin, remoteAdminAs } from '../support/remote-admin';
import { holdAdminRole, keyNamed } from '../support/remote-keys';

const KEYS = '/settings/api-access';
const RULE = 'It must match team-[a-z]+, such as team-shop.';
const FAULT = 'The Access Name must match team-[a-z]+ (such as team-shop).';

test.describe.configure({ mode: 'serial' });

test.describe('keys under rules', () => {
  let demo: Demo;
  let api: RemoteAdmin;
  let panel: DemoPage;
  let page: Page;

  test.beforeAll(async ({ browser }) => {
    demo = await startDemo();
    api = await remoteAdminAs(demo.url, demo.state);
    const held = await adminWith(demo.url, demo.state, 'Hedda', [
      'read',
      'create-api-access',
      'update',
      'regenerate',
      'revoke',
      'get-role',
    ]);
    await holdAdminRole(api, held.adminRole, {
      pattern: 'team-[a-z]+',
      example: 'team-shop',
      roleName: 'Article reader',
    });
    panel = await demo.signedIn(browser, {}, held);
    ({ page } = panel);
  });

  test.afterAll(async () => {
    await page.context().close();
    await demo.stop();
  });

  test('the rule for a name is shown with its example, and checked while one types', async () => {
    await panel.open(`${KEYS}/create`);
    await expect(page.getByText(RULE)).toBeVisible();

    await page.getByLabel('Access Name').fill('prod-shop');
    await expect(page.getByText(FAULT).first()).toBeVisible();
    await panel.look('create-key-rule');

    await page.getByLabel('Access Name').fill('team-payments');
    await expect(page.getByText(FAULT)).toHaveCount(0);
    await expect(page.getByText(RULE)).toBeVisible();
  });

  test('roles that are not theirs to assign say so, and cannot be chosen', async () => {
    await expect(page.getByText('Rules & notices hold you to some of them.')).toBeVisible();
    await page.getByRole('combobox', { name: 'API roles' }).click();
    const barred = page.getByRole('option', { name: 'Article editor (not yours to assign)' });
    await expect(barred).toHaveAttribute('aria-disabled', 'true');
    await barred.click({ force: true });
    await page.getByRole('option', { name: 'Article reader', exact: true }).click();
    await page.keyboard.press('Escape');

    await expect(page.getByRole('combobox', { name: 'API roles' })).toContainText('Article reader');
    await expect(page.getByRole('combobox', { name: 'API roles' })).not.toContainText('editor');
  });

  test('who may not issue a token can revoke the key instead', async () => {
    await panel.open(`${KEYS}/${(await keyNamed(api, 'prod-main-app')).id}/regenerate`);
    await page.getByRole('button', { name: 'Regenerate key' }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'The key was not regenerated' });
    await expect(alert).toContainText(
      'The Access Name must match team-[a-z]+ (such as team-shop).',
    );
    // The browser itself notes an answer of 403.
    panel.complaints.length = 0;
    await panel.look('regenerate-barred');

    await alert.getByRole('button', { name: 'Revoke it instead' }).click();
    await expect(page.getByRole('alertdialog')).toContainText('Web team');
    await page.getByRole('button', { name: 'Revoke key' }).click();

    await expect(page.getByRole('heading', { name: 'prod-main-app', level: 1 })).toBeVisible();
    await expect(page.getByText('Revoked', { exact: true }).first()).toBeVisible();
    // On record only, and not theirs to delete.
    await expect(page.getByRole('link', { name: /^(Edit|Regenerate)$/ })).toHaveCount(0);
    await expect(
      page.getByRole('button', { name: /^(Revoke|Delete|Options for .*)$/ }),
    ).toHaveCount(0);
  });

  test('a personal token shows whose it is, and can only be stopped', async () => {
    const { id } = await keyNamed(api, 'laptop', 'personal');
    await panel.open(`${KEYS}/${id}`);
    await expect(page.getByText('This is the personal token of Nina North.')).toBeVisible();
    await expect(page.getByRole('term').filter({ hasText: /^Owner$/ })).toBeVisible();
    await expect(page.locator('dt:text-is("Owner") + dd')).toHaveText('Nina North');
    await expect(page.getByRole('button', { name: 'Revoke', exact: true })).toBeVisible();
    await expect(page.getByRole('link', { name: /^(Edit|Regenerate)$/ })).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Options for/ })).toHaveCount(0);
    await panel.look('key-personal');

    for (const form of ['edit', 'regenerate']) {
      await panel.open(`${KEYS}/${id}/${form}`);
      await expect(page).toHaveURL(new RegExp(`${id}$`));
    }
  });
});
