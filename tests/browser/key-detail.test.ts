/** The page of one key: how it is used, why it was refused, and what can be done. */
import { expect, type Page, test } from '@playwright/test';

import { type Demo, type DemoPage, startDemo } from '../support/demo-panel';

const KEYS = '/settings/api-access';

test.describe('the page of a key', () => {
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

  const openKey = async (key: string, on = panel) => {
    await on.open(`${KEYS}?search=${key}`);
    await on.page.getByText(key, { exact: true }).first().click();
    await expect(on.page.getByRole('heading', { name: key, level: 1 })).toBeVisible();
  };

  test('the chart has a table with the numbers that the server tells', async () => {
    const answered = page.waitForResponse(/\/keys\/[^/]+\/usage$/);
    await openKey('prod-main-app');
    const { data } = (await (await answered).json()) as {
      data: { days: { allowed: number; denied: number }[] };
    };
    await expect(page.locator('canvas')).toBeVisible();
    const table = page.getByRole('table', { name: 'Requests by day, newest first' });
    await expect(table.getByRole('row')).toHaveCount(31);

    const read = () =>
      table
        .locator('tbody tr')
        .evaluateAll((rows) =>
          rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)),
        );
    await expect
      .poll(read)
      .toEqual(
        data.days
          .toReversed()
          .map(({ allowed, denied }) => [
            allowed.toLocaleString('en-US'),
            denied.toLocaleString('en-US'),
          ]),
      );
    expect(data.days.some(({ allowed }) => allowed > 0)).toBe(true);

    await page.getByRole('button', { name: 'Show as a table' }).click();
    await expect(page.getByRole('region', { name: /Requests by day/ })).toBeVisible();
    await panel.look('key-table');
  });

  test('the chart is loaded by this page alone', async () => {
    const chartsLoaded = () =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((name) => name.includes('usage-chart')),
      );
    await panel.open(KEYS);
    await expect(page.getByText('prod-main-app', { exact: true })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expect(page.locator('canvas')).toHaveCount(0);
    expect(await chartsLoaded()).toEqual([]);

    await openKey('prod-main-app');
    await expect(page.locator('canvas')).toBeVisible();
    await expect.poll(chartsLoaded).not.toEqual([]);
  });

  test('why requests were denied is said, and one click leads to a role that allows them', async () => {
    await openKey('prod-main-app');
    await expect(page.getByText('api::article.article.update').first()).toBeVisible();
    await page.getByRole('heading', { name: 'Why requests were denied' }).scrollIntoViewIfNeeded();
    await panel.look('key-denials');

    await page.getByRole('link', { name: 'Add “Article editor”, which allows it' }).click();
    await expect(page.getByText('The suggestion stands in the form below')).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'API roles' })).toContainText('Article editor');
    await expect(page.getByRole('button', { name: 'Save' })).toBeEnabled();
  });

  test('permissions are told by whether they are used', async () => {
    await openKey('staging-main-app');
    await expect(page.getByText('Used (2)', { exact: true })).toBeVisible();
    await expect(page.getByText('Never used (2)')).toBeVisible();
    await page.getByRole('heading', { name: 'Permissions' }).scrollIntoViewIfNeeded();
    await panel.look('key-permissions');
  });

  test('a part that fails leaves the others, and can be tried again', async () => {
    await page.route(/\/denials$/, (route) => route.abort());
    await openKey('prod-main-app');
    const part = page.locator('section').filter({ hasText: 'Why requests were denied' });
    await expect(part.getByRole('alert')).toBeVisible();
    await expect(page.locator('canvas')).toBeVisible();

    await page.unroute(/\/denials$/);
    panel.complaints.length = 0;
    await part.getByRole('button', { name: 'Try again' }).click();
    await expect(part.getByText('Missing action:').first()).toBeVisible();
  });

  test('a key that was never used says so', async () => {
    await openKey('staging-search-index');
    await expect(page.getByText('No request in the last 30 days.')).toBeVisible();
    await expect(page.getByText('No request was denied in the last 30 days.')).toBeVisible();
    await panel.look('key-unused');
  });

  for (const [look, options] of [
    ['dark', { theme: 'dark' }],
    ['narrow', { width: 768 }],
  ] as const) {
    test(`all of it, ${look}`, async ({ browser }) => {
      const shown = await demo.signedIn(browser, { ...options, height: 2400 });
      await openKey('prod-main-app', shown);
      await expect(shown.page.locator('canvas')).toBeVisible();
      await shown.look(`key-${look}`);
      await shown.page.context().close();
    });
  }
});
