import { readFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import { type Demo, type DemoPage, startDemo } from '../support/demo-panel';
import { adminWith } from '../support/panel-admins';

const KEYS = '/settings/api-access';

test.describe('the list of API keys', () => {
  let demo: Demo;
  let panel: DemoPage;

  test.beforeAll(async ({ browser }) => {
    demo = await startDemo();
    panel = await demo.signedIn(browser);
  });

  test.afterAll(async () => {
    await panel.page.context().close();
    await demo.stop();
  });

  const rows = (of = panel) => of.page.locator('tbody tr');
  const names = () => panel.page.locator('tbody tr a').allInnerTexts();
  const choose = async (box: string) => {
    await panel.page.getByRole('checkbox', { name: box, exact: true }).click();
    await expect(panel.page.getByRole('checkbox', { name: box, exact: true })).toBeChecked();
  };
  const quick = (name: string) =>
    panel.page.getByRole('group', { name: 'Quick filters' }).getByRole('button', { name });
  const button = (name: string | RegExp) => panel.page.getByRole('button', { name, exact: true });
  const openList = async (query = '') => {
    await panel.open(`${KEYS}${query}`);
    await expect(panel.page.getByRole('heading', { level: 1, name: 'API Access' })).toBeVisible();
  };

  test('is filtered by several values, each of which can be taken away again', async () => {
    const { page } = panel;
    await openList();
    await button('Filters').click();
    await panel.lookAtDialog('keys-filters');
    await choose('Expired');
    await choose('Revoked');
    await page.getByRole('combobox', { name: 'Filter by' }).click();
    await page.getByRole('option', { name: 'Tag' }).click();
    await choose('partner');
    await expect(rows()).toHaveCount(1);
    await expect(page).toHaveURL(/status=expired&status=revoked&tags=/);
    await page.keyboard.press('Escape');
    await expect(button(/^Filters ?3 active$/)).toBeFocused();

    await button('Remove the filter Tag: partner').click();
    await expect.poll(names).toEqual(['prod-partner-feed', 'prod-newsletter']);
    await expect(button('Remove the filter Status: Revoked')).toBeFocused();
    await panel.look('keys-filtered');

    await button('Clear all').click();
    await expect(button('Filters')).toBeFocused();
    await expect.poll(names).not.toContain('prod-newsletter');
    await expect(rows()).toHaveCount(8);
  });

  test('shows by a link, and by the back button, what it showed before', async () => {
    const { page } = panel;
    await openList('?quick=no-expiry&sort=name%3Aasc&type=api-key');
    await expect.poll(names).toEqual(['prod-analytics-export', 'prod-cms-import']);
    await expect(quick('No expiry')).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('columnheader', { name: 'Access Name' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );

    await page.getByRole('link', { name: 'prod-cms-import' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'prod-cms-import' })).toBeVisible();
    await page.goBack();
    await expect.poll(names).toEqual(['prod-analytics-export', 'prod-cms-import']);
    await expect(button('Remove the filter Type: API Key')).toBeVisible();
  });

  test('counts what one most often looks for, and shows it with one click', async () => {
    await openList();
    await expect(quick('Expires in 30 days')).toHaveText('Expires in 30 days2');
    await expect(quick('Full access')).toHaveText('Full access0');
    await quick('Unused for 90 days').click();
    await expect.poll(names).toEqual(['prod-analytics-export']);

    await quick('Never used').click();
    await expect
      .poll(async () => (await names()).sort())
      .toEqual(['demo-curl', 'staging-search-index']);
    await quick('Never used').click();
    await expect(rows()).toHaveCount(8);
  });

  test('finds no key, says so, and offers to clear search and filters', async () => {
    await openList('?search=nothing-of-the-kind&quick=no-author&status=expired');
    await expect(panel.page.getByText('No API key matches')).toBeVisible();
    await panel.look('keys-none-matches');
    await button('Clear filters').click();
    await expect(rows()).toHaveCount(8);
    await expect(panel.page).toHaveURL(/api-access$/);
  });

  test('cuts a pasted token before any request, and shows its key', async () => {
    const { page } = panel;
    const sent: string[] = [];
    const note = (request: { url: () => string }) => sent.push(request.url());
    page.on('request', note);
    await openList();
    await page.getByRole('searchbox', { name: 'Search API keys' }).fill(demo.state.token);
    await expect(page.getByText('You searched for a whole token')).toBeVisible();
    await expect.poll(names).toEqual(['demo-curl']);
    page.off('request', note);
    const secret = demo.state.token.split('_')[2] ?? '';
    expect(secret).not.toBe('');
    expect([...sent, page.url()].filter((url) => url.includes(secret.slice(0, 8)))).toEqual([]);
  });

  test('is kept as a file, all that match of it', async () => {
    const { page } = panel;
    await openList('?tags=&search=staging');
    await expect(rows()).toHaveCount(2);
    const [file] = await Promise.all([page.waitForEvent('download'), button('Export CSV').click()]);
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
    const text = readFileSync(await file.path(), 'utf8');
    expect(text).toContain('staging-main-app');
    expect(text).not.toContain('prod-main-app');
  });

  test('says so where the file could not be made', async () => {
    const { page, complaints } = panel;
    await openList();
    await page.route('**/keys/export*', (route) => route.fulfill({ status: 500, body: '' }));
    await button('Export CSV').click();
    await expect(page.getByText('The file could not be made')).toBeVisible();
    await expect(button('Export CSV')).toBeEnabled();
    await page.unroute('**/keys/export*');
    // The browser itself notes an answer of 500.
    complaints.length = 0;
  });

  test('says why it could not be read, and tries again', async () => {
    const { page, complaints } = panel;
    const lists = /\/api-access\/keys\?/;
    await page.route(lists, (route) => route.fulfill({ status: 500, json: {} }));
    await openList('?page=1');
    await expect(page.getByText('The server failed to answer')).toBeVisible();
    complaints.length = 0;
    await panel.look('keys-error');
    await page.unroute(lists);
    await button('Try again').click();
    await expect(rows()).toHaveCount(8);
  });

  test('warns where notices reach nobody, and leads to the rules', async () => {
    const { page } = panel;
    await page.route('**/keys/policy', async (route) => {
      const answer = await route.fetch();
      const { data } = (await answer.json()) as { data: object };
      await route.fulfill({ json: { data: { ...data, mailFails: true } } });
    });
    await openList();
    await expect(page.getByText('Expiry notices cannot be sent')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Open Rules & notices' })).toHaveAttribute(
      'href',
      /settings\/api-access-rules$/,
    );
    await page.unroute('**/keys/policy');
  });

  for (const theme of ['light', 'dark'] as const) {
    test(`is readable at 1280 and at 768 pixels, ${theme}`, async ({ browser }) => {
      const wide = await demo.signedIn(browser, { theme });
      await wide.open(KEYS);
      await expect(rows(wide)).toHaveCount(8);
      const table = wide.page.getByRole('table', { name: 'API Access' });
      const hidden = () =>
        table.evaluate(
          ({ parentElement: frame }) => (frame?.scrollWidth ?? 0) - (frame?.clientWidth ?? 0),
        );
      await expect.poll(hidden).toBeLessThanOrEqual(0);
      await wide.look(`keys-1280-${theme}`);
      await wide.page.setViewportSize({ width: 768, height: 900 });
      await wide.page.getByRole('checkbox', { name: 'Select prod-main-app' }).click();
      await wide.look(`keys-768-${theme}`);
      await wide.page.context().close();
    });
  }

  test('offers a low admin nothing that he may not do', async ({ browser }) => {
    const account = await adminWith(demo.url, demo.state, 'Rita', ['read', 'update']);
    const low = await demo.signedIn(browser, {}, account);
    const { page } = low;
    await low.open(`${KEYS}?quick=full-access&roles=abc`);
    await expect(rows(low)).toHaveCount(8);
    await expect(page.getByRole('button', { name: /^Full access/ })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Manage tags' })).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Create an API key' })).toHaveCount(0);
    await page.getByRole('checkbox', { name: 'Select all keys of this page' }).click();
    const bar = page.getByRole('region', { name: 'Selected keys' });
    await expect(bar.getByRole('button', { name: 'Take over' })).toBeVisible();
    await expect(bar.getByRole('button', { name: 'Revoke' })).toHaveCount(0);
    await expect(bar.getByRole('button', { name: 'Delete' })).toHaveCount(0);
    await low.look('keys-low-admin');

    const reader = await adminWith(demo.url, demo.state, 'Rolf', ['read']);
    const mere = await demo.signedIn(browser, {}, reader);
    await mere.open(KEYS);
    await expect(rows(mere)).toHaveCount(8);
    await expect(mere.page.getByRole('checkbox')).toHaveCount(0);
    await low.page.context().close();
    await mere.page.context().close();
  });

  test('says at a first visit what to do, and where others get the permissions', async () => {
    const { page } = panel;
    await page.route('**/keys/counts', (route) =>
      route.fulfill({ json: { data: { all: { total: 0, isTotalExact: true }, quick: {} } } }),
    );
    await page.route(/\/api-access\/keys\?/, (route) =>
      route.fulfill({
        json: { data: [], meta: { pagination: { page: 1, pageSize: 10, pageCount: 0, total: 0 } } },
      }),
    );
    await openList();
    await expect(page.getByRole('heading', { name: 'No API key yet' })).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'Call the API' })).toContainText(
      '/api/api-access/whoami',
    );
    await expect(page.getByRole('link', { name: 'Open admin roles' })).toHaveAttribute(
      'href',
      /settings\/roles$/,
    );
    await expect(button('Filters')).toHaveCount(0);
    await panel.look('keys-first-visit');
  });
});
