import { readFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import type { ActivityEntry } from '../../contracts/activity';
import { type Demo, startDemo } from '../support/demo-panel';
import { startMailServer } from '../support/mail-server';
import { startJobNode } from '../support/job-node';

const ACTIVITY = '/settings/api-access-activity';

const GIVEN_UP = { count: 8, message: '550 5.1.1 No such user' };

let demo: Demo;

test.beforeAll(async () => {
  demo = await startDemo();
});

test.afterAll(async () => {
  await demo.stop();
});

test('the activity says who did what, with details at a key’s press', async ({ browser }) => {
  const { page, open, look } = await demo.signedIn(browser);
  await open(ACTIVITY);
  const table = page.getByRole('table', { name: 'Activity' });
  await expect(table).toContainText('Dana Demo revoked prod-newsletter');
  await expect(table).toContainText('Dana Demo created demo-curl');
  await look('activity');

  const row = table.getByRole('row', { name: /created demo-curl/ });
  await row.getByRole('button', { name: /Show the details of: Dana Demo created/ }).press('Enter');
  await expect(page.getByRole('definition').filter({ hasText: 'Article reader' })).toBeVisible();
  await look('activity-details');

  await row.getByRole('link', { name: 'demo-curl' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'demo-curl' })).toBeVisible();
});

test('filters stand in the URL as chips, and the back button takes them away', async ({
  browser,
}) => {
  const { page, open, look } = await demo.signedIn(browser);
  await open(ACTIVITY);
  await page.getByRole('button', { name: 'Filters' }).click();
  // What is ticked stands in the URL, which changes a moment after the click.
  await page.getByRole('checkbox', { name: 'Key revoked' }).click();
  await expect(page).toHaveURL(/kind=key\.revoked/);
  await expect(page.getByRole('checkbox', { name: 'Key revoked' })).toBeChecked();
  await page.keyboard.press('Escape');
  const rows = page.getByRole('table', { name: 'Activity' }).getByRole('row');
  await expect(rows).toHaveCount(2);
  await expect(page.getByRole('list', { name: 'Active filters' })).toContainText('Key revoked');
  await look('activity-filtered');

  await page.goBack();
  await expect(page).not.toHaveURL(/kind=/);
  await expect(rows).not.toHaveCount(2);

  await page.getByRole('searchbox').fill('no such thing');
  await expect(page.getByText('Nothing that happened matches')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Clear all' }).click();
  await expect(page).not.toHaveURL(/search=/);
  await expect(rows).not.toHaveCount(0);
});

test('the list is saved as CSV and as JSON, filtered as it is shown', async ({ browser }) => {
  const { page, open } = await demo.signedIn(browser);
  await open(`${ACTIVITY}?kind=key.revoked`);
  const take = async (format: string) => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: `Export ${format}` }).click();
    const file = await waiting;
    expect(file.suggestedFilename()).toMatch(/^api-access-activity-[\d-]+\.(csv|json)$/);
    return readFileSync(await file.path(), 'utf8');
  };

  expect((await take('CSV')).trim().split('\r\n')).toHaveLength(2);
  const entries = JSON.parse(await take('JSON')) as { subject: { name: string } }[];
  expect(entries.map(({ subject }) => subject.name)).toEqual(['prod-newsletter']);
});

for (const look of [{ theme: 'dark' as const }, { width: 768 }]) {
  test(`the activity is as good at ${JSON.stringify(look)}`, async ({ browser }) => {
    const panel = await demo.signedIn(browser, look);
    await panel.open(ACTIVITY);
    await expect(panel.page.getByText('prod-newsletter').first()).toBeVisible();
    await panel.page
      .getByRole('button', { name: /^Show the details of/ })
      .first()
      .click();
    await panel.look(`activity-${look.theme ?? String(look.width)}`);
  });
}

test('notices tell whom they reached, and why one could not be sent', async ({ browser }) => {
  const { page, open, look } = await demo.signedIn(browser);
  const mailServer = await startMailServer();
  const node = await startJobNode('notices', {
    database: demo.database,
    env: mailServer.env,
  });
  await node.run();
  await mailServer.stop();
  // One is given up after days of tries, which no test waits for.
  await page.route('**/api-access/activity?*', async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { data: ActivityEntry[] };
    const data = answer.data.map((entry) =>
      entry.details.recipients?.[0] === 'web@example.com'
        ? { ...entry, kind: 'notice.failed', details: { ...entry.details, ...GIVEN_UP } }
        : entry,
    );
    await route.fulfill({ response, json: { ...answer, data } });
  });
  await open(ACTIVITY);
  const table = page.getByRole('table', { name: 'Activity' });
  const sent = 'A notice about staging-main-app was sent to demo@example.com';
  await expect(table.getByRole('row', { name: sent })).toContainText('API Access');
  const failed = 'A notice about staging-main-app could not be sent to web@example.com';
  await table.getByRole('button', { name: `Show the details of: ${failed}` }).click();
  await expect(page.getByRole('definition').filter({ hasText: /^8$/ })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: GIVEN_UP.message })).toBeVisible();
  await look('activity-notices');
});
