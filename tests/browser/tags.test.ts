import { expect, test } from '@playwright/test';

import { type Demo, type DemoPage, startDemo } from '../support/demo-panel';

const KEYS = '/settings/api-access';

test.describe('the tags of API keys', () => {
  let demo: Demo;
  let panel: DemoPage;

  test.beforeAll(async ({ browser }) => {
    demo = await startDemo();
    panel = await demo.signedIn(browser, { theme: 'dark' });
    await panel.open(KEYS);
    await panel.page.getByRole('button', { name: 'Manage tags' }).click();
  });

  test.afterAll(async () => {
    await panel.page.context().close();
    await demo.stop();
  });

  const dialog = () => panel.page.getByRole('dialog', { name: 'Tags' });
  const button = (name: string) => dialog().getByRole('button', { name, exact: true });
  const tags = () => dialog().getByRole('list', { name: 'Tags' }).getByRole('listitem');
  const tag = (name: string) => tags().filter({ hasText: name });

  test('are listed with the number of their keys, and searched', async () => {
    await expect(tag('production')).toContainText('5 keys');
    await expect(tag('experimental')).toContainText('no keys');
    await panel.lookAtDialog('tags');
    await dialog().getByRole('searchbox', { name: 'Search tags' }).fill('stag');
    await expect(tags()).toHaveCount(1);
    await dialog().getByRole('searchbox', { name: 'Search tags' }).fill('nothing');
    await expect(dialog()).toContainText('No tag matches your search.');
    await dialog().getByRole('searchbox', { name: 'Search tags' }).fill('');
    await expect(tags()).toHaveCount(8);
  });

  test('are renamed in place, by keyboard, to a name that is free', async () => {
    const { page, complaints } = panel;
    await button('Rename the tag partner').click();
    const field = dialog().getByRole('textbox', { name: 'New name for “partner”' });
    await expect(field).toBeFocused();
    await field.fill('web');
    await page.keyboard.press('Enter');
    await expect(field).toHaveAccessibleDescription(/name/i);
    // The browser itself notes a refused request.
    complaints.length = 0;
    await panel.lookAtDialog('tags-rename-taken');
    await field.fill('partners');
    await page.keyboard.press('Enter');
    await expect(tag('partners')).toContainText('1 key');
    await expect(button('Rename the tag partners')).toBeFocused();
  });

  test('stay open when Escape leaves the field of a name', async () => {
    await button('Rename the tag mobile').click();
    await expect(dialog().getByRole('textbox', { name: 'New name for “mobile”' })).toBeFocused();
    await panel.page.keyboard.press('Escape');
    await expect(button('Rename the tag mobile')).toBeFocused();
    await expect(dialog()).toBeVisible();
  });

  test('are merged, and their keys move', async () => {
    const { page } = panel;
    await button('Merge the tag mobile into another').click();
    await dialog().getByRole('combobox', { name: 'Merge “mobile” into' }).click();
    await page.getByRole('option', { name: 'web', exact: true }).click();
    await expect(dialog()).toContainText('1 key moves to “web”, and “mobile” is gone.');
    await panel.lookAtDialog('tags-merge');
    await button('Merge and move 1 key').click();
    // While it is merged, its own row names the other tag as well.
    await expect(tag('mobile')).toHaveCount(0);
    await expect(tag('web')).toContainText('3 keys');
  });

  test('are deleted, and their keys stay', async () => {
    const { page } = panel;
    await button('Delete the tag staging').click();
    await expect(dialog()).toContainText(
      '2 keys lose the tag “staging”. The keys themselves stay.',
    );
    await panel.lookAtDialog('tags-delete');
    await button('Delete tag').click();
    await expect(tag('staging')).toHaveCount(0);
    await button('Close').click();
    await expect(page.getByRole('button', { name: 'Manage tags' })).toBeFocused();
    const row = page.getByRole('row', { name: /staging-main-app/ });
    await expect(row).toContainText('web');
    await expect(row.getByText('staging', { exact: true })).toHaveCount(0);
  });
});
