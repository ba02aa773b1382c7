import { expect, test } from '@playwright/test';

import { bearer, send } from '../support/consumers';
import { type Demo, type DemoPage, type Look, startDemo } from '../support/demo-panel';

const KEYS = '/settings/api-access';
const MOVE = `${KEYS}/strapi-tokens`;

interface Made {
  data: { accessKey: string };
}

test.describe("Strapi's own API tokens", () => {
  // Each test goes on where the one before it left.
  test.describe.configure({ mode: 'serial' });

  let demo: Demo;
  let panel: DemoPage;
  let kiosk: string;

  const makeTokens = async (): Promise<string> => {
    const login = await send(`${demo.url}/admin/login`, {}, { method: 'POST', body: demo.state });
    const { token } = (login.body as { data: { token: string } }).data;
    const make = async (body: object) => {
      const answer = await send(`${demo.url}/admin/api-tokens`, bearer(token), {
        method: 'POST',
        body: { description: '', lifespan: null, ...body },
      });
      expect(answer.status).toBe(201);
      return (answer.body as Made).data.accessKey;
    };
    const permissions = ['api::article.article.find', 'api::category.category.find'];
    const made = await make({ name: 'Kiosk', type: 'custom', permissions });
    await make({ name: 'Importer', type: 'full-access' });
    // A key has this name already.
    await make({ name: 'prod-main-app', type: 'read-only' });
    return made;
  };

  const statusOf = async (token: string) =>
    (await send(`${demo.url}/api/articles`, bearer(token))).status;

  test.beforeAll(async ({ browser }) => {
    demo = await startDemo();
    kiosk = await makeTokens();
    panel = await demo.signedIn(browser);
  });

  test.afterAll(async () => {
    await panel.page.context().close();
    await demo.stop();
  });

  test('are offered above the keys, until one puts that off', async () => {
    const { page } = panel;
    await panel.open(KEYS);
    await expect(page.getByText('3 Strapi API tokens can be moved here')).toBeVisible();
    await panel.look('strapi-tokens-offer');
    await page.getByRole('button', { name: 'Not now' }).click();
    await expect(page.getByText('can be moved here')).toHaveCount(0);
    await page.reload();
    await expect(page.locator('tbody a').first()).toBeVisible();
    await expect(page.getByText('can be moved here')).toHaveCount(0);
    await page.evaluate(() => {
      localStorage.removeItem('api-access.strapi-tokens.put-off');
    });
    await page.reload();
    await page.getByRole('link', { name: 'See what becomes of them' }).click();
    await expect(page).toHaveURL(new RegExp(`${MOVE}$`));
  });

  test('are listed with what becomes of each, in the dark and on a narrow screen too', async ({
    browser,
  }) => {
    const { page } = panel;
    const row = (name: string) => page.getByRole('row', { name });
    await expect(row('Kiosk')).toContainText('Strapi Kiosk');
    await expect(row('Kiosk')).toContainText('New');
    await expect(row('prod-main-app')).toContainText('as “prod-main-app 2”');
    await expect(row('Move Full Access')).toContainText(
      'Made by Strapi at its first start, never used',
    );
    await expect(page.getByRole('checkbox', { name: 'Move Kiosk' })).toBeChecked();
    await expect(page.getByRole('checkbox', { name: 'Move Full Access' })).not.toBeChecked();
    await panel.look('strapi-tokens');
    const looks: [string, Look][] = [
      ['dark', { theme: 'dark' }],
      ['narrow', { width: 420, height: 900 }],
      ['de', { locale: 'de' }],
    ];
    for (const [name, look] of looks) {
      const other = await demo.signedIn(browser, look);
      await other.open(MOVE);
      await expect(other.page.getByRole('row', { name: 'Kiosk' })).toBeVisible();
      await other.look(`strapi-tokens-${name}`);
      await other.page.context().close();
    }
  });

  test('become keys that go on taking them', async () => {
    const { page } = panel;
    expect(await statusOf(kiosk)).toBe(200);
    await page.getByRole('checkbox', { name: 'Move Importer' }).click();
    await page.getByRole('button', { name: 'Move 2 API tokens' }).click();
    await panel.lookAtDialog('strapi-tokens-confirm');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Move 2 API tokens' }).click();
    await expect(page.getByText('Moved 2 API tokens')).toBeVisible();
    await expect(page.getByRole('row', { name: 'Kiosk' })).toHaveCount(0);
    await expect(page.getByRole('row', { name: 'Importer' })).toBeVisible();
    await panel.look('strapi-tokens-moved');
    expect(await statusOf(kiosk)).toBe(200);
    await page.getByRole('link', { name: 'Kiosk' }).click();
    await expect(page.getByText('Goes by its Strapi API token')).toBeVisible();
    await panel.look('strapi-tokens-key');
  });

  test('stand where they were once they are moved back', async () => {
    const { page } = panel;
    await page.getByRole('button', { name: 'Move back to Strapi' }).click();
    await panel.lookAtDialog('strapi-tokens-back');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Move back' }).click();
    await expect(page).toHaveURL(new RegExp(`${KEYS}$`));
    expect(await statusOf(kiosk)).toBe(200);
    await panel.open(MOVE);
    await expect(page.getByRole('row', { name: 'Kiosk' })).toBeVisible();
    expect(panel.complaints).toEqual([]);
  });
});
