import { expect, test } from '@playwright/test';

import { type Demo, type DemoPage, startDemo } from '../support/demo-panel';
import { copyKey } from '../support/many-keys';
import { adminWith } from '../support/panel-admins';

const KEYS = '/settings/api-access';
const MANY = 1000;
/** A thousand keys go in twenty requests, on a machine that may be busy with others. */
const LONG_MS = 120_000;

test.describe('many API keys at once', () => {
  // What one test has deleted, the next no longer counts.
  test.describe.configure({ mode: 'serial' });

  let demo: Demo;
  let panel: DemoPage;

  test.beforeAll(async ({ browser }) => {
    demo = await startDemo();
    await copyKey(demo.database, 'prod-mobile-app', MANY);
    panel = await demo.signedIn(browser);
  });

  test.afterAll(async () => {
    await panel.page.context().close();
    await demo.stop();
  });

  const bar = () => panel.page.getByRole('region', { name: 'Selected keys' });
  const action = (name: string | RegExp) => bar().getByRole('button', { name });
  const dialog = () => panel.page.getByRole('dialog');
  const tick = (name: string) => panel.page.getByRole('checkbox', { name, exact: true }).click();
  const open = async (query: string) => {
    await panel.open(`${KEYS}${query}`);
    await expect(panel.page.locator('tbody a').first()).toBeVisible();
  };
  const selectAll = async (query: string, count: string) => {
    await open(query);
    await tick('Select all keys of this page');
    await action(`Select all ${count} that match`).click();
    await expect(bar()).toContainText(`${count} keys selected`);
  };

  test('stay ticked on other pages, and after a search, and are counted', async () => {
    const { page } = panel;
    const head = page.getByRole('checkbox', { name: 'Select all keys of this page' });
    await open('?search=many-&sort=name%3Aasc');
    await tick('Select many-0001');
    await tick('Select many-0002');
    await expect(head).toHaveAttribute('aria-checked', 'mixed');
    await expect(bar()).toContainText('2 keys selected');

    await page.getByRole('link', { name: 'Go to page 2' }).click();
    await expect(page.getByRole('link', { name: 'many-0011' })).toBeVisible();
    await expect(head).toHaveAttribute('aria-checked', 'false');
    await expect(bar()).toContainText('2 keys selected (2 of them not shown here)');
    await head.click();
    await expect(bar()).toContainText('12 keys selected (2 of them not shown here)');

    await page.getByRole('searchbox').fill('many-0001');
    await expect(page.locator('tbody tr')).toHaveCount(1);
    await expect(page.getByRole('checkbox', { name: 'Select many-0001' })).toBeChecked();
    await expect(bar()).toContainText('12 keys selected (11 of them not shown here)');
    await action('Clear selection').click();
    await expect(bar()).toHaveCount(0);
  });

  test('are one where one is ticked: what else can be done with it is offered', async () => {
    const { page } = panel;
    await open('?search=prod-main-app');
    const before = await page.locator('tbody tr').first().boundingBox();
    await tick('Select prod-main-app');
    await expect(bar()).toBeInViewport();
    expect(await page.locator('tbody tr').first().boundingBox()).toEqual(before);
    await expect(bar().getByRole('link')).toHaveText([
      'View',
      'Edit',
      'Regenerate',
      'Create replacement',
    ]);
    await expect(bar().getByRole('link', { name: 'Create replacement' })).toHaveAttribute(
      'href',
      /api-access\/create\?replaces=[a-z0-9]+$/,
    );
    await panel.look('keys-one-selected');
  });

  test('are named before they stop, and stay as they are when one cancels', async () => {
    const { page } = panel;
    await open('?search=prod-&pageSize=20');
    await tick('Select prod-main-app');
    await tick('Select prod-cms-import');
    await action('Revoke').click();
    await expect(dialog()).toContainText('1 of them was used in the last 24 hours');
    await expect(dialog()).toContainText('prod-main-app');
    await expect(dialog()).toContainText('Integration team and Web team');
    await panel.lookAtDialog('keys-bulk-revoke');
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await expect(action('Revoke')).toBeFocused();
    await expect(page.getByText('Revoked', { exact: true })).toHaveCount(0);
  });

  test('are revoked, and the summary says so', async () => {
    const { page } = panel;
    await open('?search=many-&sort=name%3Aasc');
    for (const name of ['many-0001', 'many-0002', 'many-0003']) await tick(`Select ${name}`);
    await action('Revoke').click();
    await dialog().getByRole('button', { name: 'Revoke 3 keys' }).click();
    await expect(dialog()).toContainText('Revoked 3 keys');
    await expect(dialog().getByRole('heading')).toHaveText('Revoke 3 keys');
    await panel.lookAtDialog('keys-bulk-done');
    await dialog().getByRole('button', { name: 'Close', exact: true }).click();
    await expect(bar()).toHaveCount(0);
    await expect(page.locator('#main-content')).toBeFocused();
    await expect(page.getByRole('link', { name: 'many-0001' })).toHaveCount(0);
    await open('?search=many-0001&status=revoked');
    await expect(page.getByRole('link', { name: 'many-0001' })).toBeVisible();
  });

  test('are left from the request on that fails, and are tried again', async () => {
    const { page, complaints } = panel;
    await selectAll('?search=many-01&pageSize=20', '100');
    let asked = 0;
    await page.route('**/keys/bulk-delete', (route) => {
      asked += 1;
      return asked === 2 ? route.fulfill({ status: 500, json: {} }) : route.continue();
    });
    await action('Delete').click();
    await dialog().getByRole('button', { name: 'Delete 100 keys' }).click();
    await expect(dialog()).toContainText('Deleted 50 keys');
    await expect(dialog()).toContainText('50 keys are left, because a request failed');
    complaints.length = 0;
    await panel.lookAtDialog('keys-bulk-broken');
    await dialog().getByRole('button', { name: 'Try the rest again (50 keys)' }).click();
    await expect(dialog()).toContainText('Deleted 100 keys');
    await dialog().getByRole('button', { name: 'Close', exact: true }).click();
    await page.unroute('**/keys/bulk-delete');
    await open('?search=many-0');
    await panel.open(`${KEYS}?search=many-01`);
    await expect(page.getByText('No API key matches')).toBeVisible();
  });

  test('tell why some of them could not be taken over', async () => {
    const { page } = panel;
    await open('?search=many-02&sort=name%3Aasc');
    await tick('Select many-0200');
    await tick('Select many-0201');
    await page.route('**/keys/take-over', async (route) => {
      const { ids } = route.request().postDataJSON() as { ids: string[] };
      const [first, second] = ids;
      await route.fulfill({
        json: {
          data: {
            done: [first],
            failed: [
              {
                id: second,
                name: 'many-0201',
                code: 'name_not_allowed',
                message: 'The name is not allowed for your admin role.',
              },
            ],
          },
        },
      });
    });
    await action('Take over').click();
    await expect(dialog().getByRole('combobox', { name: 'New author' })).toHaveValue('Me');
    await panel.lookAtDialog('keys-bulk-take-over');
    await dialog().getByRole('button', { name: 'Take over 2 keys' }).click();
    await expect(dialog()).toContainText('Took over 1 key');
    await expect(dialog()).toContainText('1 key could not be taken over');
    await expect(dialog()).toContainText('The name is not allowed for your admin role.');
    await dialog().getByRole('button', { name: 'Close', exact: true }).click();
    await expect(bar()).toContainText('1 key selected');
    await page.unroute('**/keys/take-over');
  });

  test('get the author that one chooses', async () => {
    const { page } = panel;
    await adminWith(demo.url, demo.state, 'Nora', ['read', 'get-role', 'create-api-access']);
    await open('?search=many-0300');
    await tick('Select many-0300');
    await action('Take over').click();
    await dialog().getByRole('combobox', { name: 'New author' }).click();
    await page.getByRole('option', { name: 'Nora Tester' }).click();
    await dialog().getByRole('button', { name: 'Take over 1 key' }).click();
    await expect(dialog()).toContainText('Took over 1 key');
    await dialog().getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('link', { name: 'many-0300' }).click();
    await expect(page.getByRole('main')).toContainText('Nora Tester');
  });

  test('can be stopped between two requests, and nine hundred go in one go', async () => {
    test.setTimeout(2 * LONG_MS);
    const { page } = panel;
    await selectAll('?search=many-&pageSize=50', '897');
    let letGo: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (letGo = resolve));
    let asked = 0;
    await page.route('**/keys/bulk-delete', async (route) => {
      asked += 1;
      if (asked > 2) await released;
      await route.continue();
    });
    await action('Delete').click();
    await dialog().getByRole('button', { name: 'Delete 897 keys' }).click();
    const progress = dialog().getByRole('progressbar', { name: 'Deleting keys' });
    await expect(progress).toHaveAttribute('aria-valuetext', '100 of 897');
    await panel.page.keyboard.press('Escape');
    await expect(progress).toBeVisible();
    await dialog().getByRole('button', { name: 'Stop' }).click();
    letGo();
    await expect(dialog()).toContainText(/You stopped: \d+ keys are as they were/);
    await panel.lookAtDialog('keys-bulk-stopped');
    await page.unroute('**/keys/bulk-delete');

    await dialog()
      .getByRole('button', { name: /^Try the rest again/ })
      .click();
    await expect(dialog()).toContainText('Deleted 897 keys', { timeout: LONG_MS });
    await dialog().getByRole('button', { name: 'Close', exact: true }).click();
    await panel.open(`${KEYS}?search=many-`);
    await expect(page.getByText('No API key matches')).toBeVisible();
    await expect(page.getByRole('link', { name: 'prod-main-app' })).toHaveCount(0);
  });
});
