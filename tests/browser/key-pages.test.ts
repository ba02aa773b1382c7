/** Making and editing keys, as a person does with mouse and keyboard. */
import { expect, type Page, test } from '@playwright/test';

import { type Demo, type DemoPage, startDemo } from '../support/demo-panel';

const KEYS = '/settings/api-access';

test.describe.configure({ mode: 'serial' });

test.describe('the forms of keys', () => {
  let demo: Demo;
  let panel: DemoPage;
  let page: Page;

  test.beforeAll(async ({ browser }) => {
    demo = await startDemo();
    panel = await demo.signedIn(browser);
    ({ page } = panel);
  });

  test.afterAll(async () => {
    await page.context().close();
    await demo.stop();
  });

  const name = () => page.getByLabel('Access Name');
  const create = () => page.getByRole('button', { name: 'Create key' });
  const openKey = async (key: string) => {
    await panel.open(`${KEYS}?search=${key}`);
    await page.getByText(key, { exact: true }).first().click();
    await expect(page.getByRole('heading', { name: key, level: 1 })).toBeVisible();
  };
  const leave = async () => {
    await page.getByRole('button', { name: 'Leave without saving' }).click();
  };

  test('a name that is taken is said while one types, with one request for many strokes', async () => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/keys/check-name')) asked.push(request.postData() ?? '');
    });
    await panel.open(`${KEYS}/create`);
    // All strokes in one go: on a slow machine the pauses between real ones may be long enough to ask.
    await name().evaluate((field: HTMLInputElement) => {
      for (const at of 'prod-main-app'.split('').keys()) {
        field.setRangeText('prod-main-app'.charAt(at), at, at, 'end');
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
    await expect(page.getByText(/Another key .* has this name/).first()).toBeVisible();

    expect(asked).toEqual(['{"name":"prod-main-app"}']);
    await expect(create()).toBeEnabled();

    await name().fill('prod-main-app-new');
    await expect(page.getByText(/Another key .* has this name/)).toHaveCount(0);
  });

  test('networks are checked one by one, and the closed part opens where it is at fault', async () => {
    await page.getByText('Restrictions', { exact: true }).click();
    await page.getByLabel('Networks').fill('192.0.2.0/24\n300.1.1.1');
    await page.getByLabel('Description').focus();
    await expect(page.getByText(/“300\.1\.1\.1” is neither/)).toBeVisible();

    await create().first().click();
    await expect(page.getByLabel('Networks')).toBeFocused();
    await panel.look('create-key-faults');

    await page.getByLabel('Networks').fill('192.0.2.0/24');
    await page.getByLabel('Requests at most').fill('100');
  });

  test('addresses of a technical owner ask for a name until there are none', async () => {
    const emails = page.getByLabel('E-mail addresses');
    const fault = page.getByText('Give a name for the technical owner');
    await emails.fill('web@example');
    await create().first().click();
    await expect(fault).toBeVisible();
    await emails.fill('web@example.com');
    await expect(fault).toBeVisible();
    await emails.fill('');
    await expect(fault).toHaveCount(0);
  });

  test('a save that fails brings its reason into view and keeps what was typed', async () => {
    await page.route('**/api-access/keys', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await create().first().click();
    const alert = page.getByRole('alert').filter({ hasText: 'This was not saved' });
    await expect(alert).toBeInViewport();
    await expect(page.locator('[data-form-alert]')).toBeFocused();
    await expect(name()).toHaveValue('prod-main-app-new');
    await page.unroute('**/api-access/keys');
    panel.complaints.length = 0;

    await page.getByRole('link', { name: 'Back' }).click();
    await expect(page.getByRole('alertdialog')).toContainText('Leave this page?');
    await leave();
  });

  test('a key is made by keyboard alone', async () => {
    await panel.open(`${KEYS}/create`);
    await name().focus();
    await expect(name()).toBeFocused();
    await page.keyboard.type('prod-keyboard');
    await page.keyboard.press('Tab');
    await expect(page.getByLabel('Description')).toBeFocused();
    await page.keyboard.type('Made without a mouse');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('combobox', { name: 'Tags' })).toBeFocused();
    await page.keyboard.type('keyboard,');
    await expect(page.getByText('keyboard', { exact: true })).toBeVisible();
    // The list of tags covers the page until it is closed.
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toHaveCount(0);
    const roles = page.getByRole('combobox', { name: 'API roles' });
    await roles.press('Enter');
    const reader = page.getByRole('option', { name: 'Article reader' });
    await expect(reader).toBeVisible();
    await reader.focus();
    await expect(reader).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(reader).toHaveAttribute('data-state', 'checked');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toHaveCount(0);
    await expect(roles).toContainText('Article reader');
    await page.locator('summary').press('Enter');
    await expect(page.getByLabel('Requests at most')).toBeVisible();
    await page.getByLabel('Requests at most').pressSequentially('50');
    await expect(page.getByLabel('Requests at most')).toHaveValue('50');
    await expect(page.getByText('What they open')).toBeVisible();
    await panel.look('create-key-filled');

    await name().press('Enter');
    await expect(page.getByLabel('Token', { exact: true })).toBeVisible();
    await panel.look('token');
    await page.getByRole('button', { name: 'Done, I stored it' }).first().press('Enter');
    await expect(page.getByText('50 requests per minute')).toBeVisible();
  });

  test('an edit that somebody else was quicker with offers the current version and keeps what was typed', async () => {
    await openKey('prod-keyboard');
    await page.getByRole('link', { name: 'Edit' }).click();
    await expect(page).toHaveURL(/edit$/);
    await page.getByLabel('Description').fill('Typed here');
    // The same key, edited in another window.
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByLabel('Access Name').fill('prod-keyboard-renamed');
    await other.getByRole('button', { name: 'Save' }).click();
    await expect(other.getByRole('heading', { name: 'prod-keyboard-renamed' })).toBeVisible();
    await other.close();

    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Load the current version' }).click();
    await expect(name()).toHaveValue('prod-keyboard-renamed');
    await expect(page.getByLabel('Description')).toHaveValue('Typed here');
    panel.complaints.length = 0;
    await page.getByRole('button', { name: 'Save' }).click();
    // The form has the same heading, and must be left before another page can be opened.
    await expect(page).not.toHaveURL(/edit$/);
    await expect(
      page.getByRole('heading', { name: 'prod-keyboard-renamed', level: 1 }),
    ).toBeVisible();
    await expect(page.getByText('Typed here')).toBeVisible();
  });

  test('a replacement starts with the settings of the first, and both tell of each other', async () => {
    await openKey('prod-cms-import');
    await page.getByRole('button', { name: 'Options for prod-cms-import' }).click();
    await page.getByRole('menuitem', { name: 'Create replacement' }).click();
    await expect(name()).toHaveValue('prod-cms-import-2');
    await expect(page.getByText('Both keys will work')).toBeVisible();
    await panel.look('create-replacement');

    await page.getByRole('combobox', { name: 'Expiration date' }).click();
    await page.getByRole('option', { name: 'In 90 days' }).click();
    await create().first().click();
    await page.getByRole('button', { name: 'Done, I stored it' }).first().click();
    await expect(page.getByText('Replaces', { exact: true })).toBeVisible();
    await expect(page.getByText(/Last used: .*This one: never\./)).toBeVisible();
    await panel.look('key-replacement');

    await page.getByRole('button', { name: 'Revoke old key' }).click();
    await expect(page.getByRole('alertdialog')).toContainText('Integration team');
    await panel.lookAtDialog('revoke-old-key');
    await page.getByRole('button', { name: 'Revoke key' }).click();
    // While it is open, a dialog hides every button of the page.
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Revoke old key' })).toHaveCount(0);
  });

  test('a regeneration says what stops and who is told', async () => {
    await openKey('prod-main-app');
    await page.getByRole('link', { name: 'Regenerate' }).click();
    await expect(page.getByText('What stops')).toBeVisible();
    await expect(page.getByText(/Technical owner: Web team/)).toBeVisible();
    await panel.look('regenerate');
  });

  for (const [look, options] of [
    ['dark', { theme: 'dark' }],
    ['narrow', { width: 768 }],
  ] as const) {
    test(`the form of a key, ${look}`, async ({ browser }) => {
      const shown = await demo.signedIn(browser, options);
      await shown.open(`${KEYS}/create`);
      await shown.page.getByText('Restrictions', { exact: true }).click();
      await shown.page.getByLabel('Requests at most').scrollIntoViewIfNeeded();
      await shown.look(`create-key-${look}`);
      await shown.page.context().close();
    });
  }
});
