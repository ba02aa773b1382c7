import { expect, test } from '@playwright/test';

import { playgroundUrl, signInToPanel } from '../support/panel';

test('the first admin signs in to the built panel and opens the settings', async ({ page }) => {
  await signInToPanel(page);
  await page.goto(`${playgroundUrl()}/admin/settings/application-infos`);

  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
});
