import { expect, test } from '@playwright/test';

import { type Demo, type DemoPage, startDemo } from '../support/demo-panel';

const KEYS = '/settings/api-access';
const ROLES = '/settings/api-access-roles';

test.describe('the pages, with the demo in them', () => {
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

  const shows = (text: string) =>
    expect(panel.page.getByText(text, { exact: true }).first()).toBeVisible();

  test('the list of keys', async () => {
    await panel.open(KEYS);
    await shows('prod-main-app');
    await panel.look('api-access');
  });

  test('a key', async () => {
    await panel.open(KEYS);
    await panel.page.getByText('prod-main-app', { exact: true }).click();
    await expect(panel.page.getByRole('heading', { name: 'prod-main-app' })).toBeVisible();
    await panel.look('key');
  });

  test('the form of a new key', async () => {
    await panel.open(`${KEYS}/create`);
    await panel.look('create-key');
  });

  test('the list of API roles', async () => {
    await panel.open(ROLES);
    await shows('Article reader');
    await panel.look('api-roles');
  });

  test('an API role', async () => {
    await panel.open(ROLES);
    await panel.page.getByText('Article reader', { exact: true }).click();
    await shows('/api/articles');
    await panel.look('api-role');
  });
});
