import { expect, test } from '@playwright/test';

import { type Demo, type DemoPage, startDemo } from '../support/demo-panel';

test.describe('an app that has its content API elsewhere', () => {
  let demo: Demo;
  let panel: DemoPage;

  test.beforeAll(async ({ browser }) => {
    demo = await startDemo({ PLAYGROUND_API_PREFIX: '/v1' });
    panel = await demo.signedIn(browser);
  });

  test.afterAll(async () => {
    await panel.page.context().close();
    await demo.stop();
  });

  test('is shown there with a new key, and asked there by what is copied', async () => {
    const { page } = panel;
    const whoami = `${demo.url}/v1/api-access/whoami`;
    await panel.open('/settings/api-access/create');
    await page.getByLabel(/^Access Name/).fill('prod-elsewhere');
    await page.getByRole('button', { name: 'Create key' }).first().click();
    const token = await page.getByLabel('Token', { exact: true }).innerText();

    await expect(
      page.getByText(`curl -H "Authorization: Bearer ${token}" ${whoami}`),
    ).toBeVisible();
    await expect(page.getByRole('main')).toContainText(`Content API: ${demo.url}/v1`);
    const headers = { authorization: `Bearer ${token}` };
    expect((await page.request.get(whoami, { headers })).status()).toBe(200);
    await page.getByRole('button', { name: 'Done, I stored it' }).first().click();
  });
});
