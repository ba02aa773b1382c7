/** A token is shown once: afterwards nothing in the browser holds it. */
import { expect, type Page, test } from '@playwright/test';

import { type Demo, type DemoPage, startDemo } from '../support/demo-panel';
import { expectNoTrace } from '../support/token-traces';

const KEYS = '/settings/api-access';

/** The secret alone: its Access ID may be seen. */
const secretOf = (token: string) => token.slice(token.lastIndexOf('_') + 1);

test.describe.configure({ mode: 'serial' });

test.describe('a token after its page is left', () => {
  let demo: Demo;
  let panel: DemoPage;
  let page: Page;
  let token: string;
  const urls: string[] = [];

  test.beforeAll(async ({ browser }) => {
    demo = await startDemo();
    panel = await demo.signedIn(browser);
    ({ page } = panel);
    page.on('request', (request) => urls.push(`${request.url()} ${request.postData() ?? ''}`));
  });

  test.afterAll(async () => {
    await page.context().close();
    await demo.stop();
  });

  const expectGone = () => expectNoTrace(page, token);

  test('is shown once, in an answer that no cache may keep', async () => {
    // A page to go back to.
    await panel.open(KEYS);
    await panel.open(`${KEYS}/create`);
    await page.getByLabel('Access Name').fill('secret-app');
    const answered = page.waitForResponse(
      (response) =>
        response.url().endsWith('/api-access/keys') && response.request().method() === 'POST',
    );
    await page.getByRole('button', { name: 'Create key' }).first().click();
    expect((await answered).headers()['cache-control']).toContain('no-store');
    const line = page.getByLabel('Token', { exact: true });
    await expect(line).toHaveText(/^sak_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}$/);
    token = (await line.innerText()).trim();
    // The probe sees a token that is there, else it could not fail.
    await expect(expectGone()).rejects.toThrow();
  });

  test('is hidden on demand, copied whole, and is not in the instructions', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'Hide' }).click();
    await expect.poll(() => page.content()).not.toContain(secretOf(token));
    await page.getByRole('button', { name: 'Copy the token' }).click();
    await expect.poll(clipboard).toBe(token);

    await page.getByRole('button', { name: 'Copy the instructions' }).click();
    await expect.poll(clipboard).toContain('secret-app');
    expect(await clipboard()).not.toContain(secretOf(token));
    await page.evaluate(() => navigator.clipboard.writeText(''));
  });

  test('leaving without saying that it was stored asks first', async () => {
    await page.getByRole('link', { name: 'API roles' }).first().click();
    await expect(page.getByRole('alertdialog')).toContainText('Have you stored the token?');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page.getByLabel('Token', { exact: true })).toHaveText(token);
  });

  test('is gone from everything that the browser keeps', async () => {
    await page.getByRole('button', { name: 'Done, I stored it' }).first().click();
    await expect(page.getByRole('heading', { name: 'About this key' })).toBeVisible();
    await expectGone();
  });

  test('does not come back by reload, back or forward', async () => {
    await page.reload();
    await expect(page.getByRole('heading', { name: 'secret-app', level: 1 })).toBeVisible();
    await expectGone();
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectGone();
    await page.goForward();
    await expect(page.getByRole('heading', { name: 'secret-app', level: 1 })).toBeVisible();
    await expectGone();
  });

  test('pasted into the search, reaches neither URL nor request', async () => {
    await panel.open(KEYS);
    const search = page.getByPlaceholder('Name, description, Access ID or tag');
    await search.fill(token);
    await expect(page.getByText('You searched for a whole token')).toBeVisible();
    await expect(page.getByText('secret-app', { exact: true }).first()).toBeVisible();

    await expectGone();
    expect(urls.filter((url) => url.includes(secretOf(token)))).toEqual([]);
  });
});
