import { expect, test } from '@playwright/test';

import { signInToPanel } from '../support/panel';
import { type PlaygroundProcess, startEmptyPlayground } from '../support/playground-process';

let playground: PlaygroundProcess;

test.beforeAll(async () => {
  playground = await startEmptyPlayground();
});

test.afterAll(() => playground.stop());

test('the first admin signs in to the built panel and opens the settings', async ({ page }) => {
  await signInToPanel(page, playground.url);
  await page.goto(`${playground.url}/admin/settings/application-infos`);

  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
});
