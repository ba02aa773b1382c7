import { expect, type Page, test } from '@playwright/test';

import { type Demo, type DemoPage, startDemo } from '../support/demo-panel';
import { ACTIONS, answer, box, LOOKS, MANY, openRole, ROLES, SEARCH } from './roles.fixture';

for (const look of LOOKS) {
  const called = (name: string) => `${name}-${look.theme}-${look.width}`;

  test.describe(`the editor of API roles, ${look.theme}, ${look.width} px wide`, () => {
    let demo: Demo;
    let panel: DemoPage;
    let page: Page;

    test.beforeAll(async ({ browser }) => {
      demo = await startDemo();
      panel = await demo.signedIn(browser, look);
      page = panel.page;
    });

    test.afterAll(async () => {
      await page.context().close();
      await demo.stop();
    });

    test.afterEach(async () => {
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      panel.complaints.length = 0;
    });

    test('actions stand in named groups with their routes, and are found by either', async () => {
      await openRole(panel, 'Article reader');
      const group = page.getByRole('group', { name: 'Article', exact: true });
      await expect(group.getByText('/api/articles', { exact: true }).first()).toBeVisible();
      await panel.look(called('role-editor'));

      await page.getByLabel(SEARCH).fill('DELETE articles');
      await expect(page.getByText('1 action matches')).toBeVisible();
      await expect(group.getByRole('listitem').first()).toContainText('delete');
    });

    test('what matches is selected at once, and nothing else', async () => {
      await answer(page, '/permissions', ACTIONS);
      await panel.open(`${ROLES}/create`);
      await page.getByLabel(SEARCH).fill('get');
      await box(page, 'Select all 2 that match').click();
      await page.getByLabel(SEARCH).fill('');

      await expect(page.getByText('2 of 3')).toBeVisible();
      await page.getByRole('button', { name: /^Article/ }).click();
      await expect(box(page, /article · find$/)).toBeChecked();
      await expect(box(page, /article · delete$/)).not.toBeChecked();
      await box(page, 'Select all actions of Article').click();
      await expect(page.getByText('3 of 3')).toBeVisible();
    });

    test('an action that is open to everyone says so', async () => {
      await answer(page, '/permissions', ACTIONS);
      await panel.open(`${ROLES}/create`);
      await page.getByRole('button', { name: /^Article/ }).click();

      await expect(box(page, /article · find$/)).toHaveAccessibleDescription('Open to everyone');
      await expect(page.getByText(/anyone can call them without a key/)).toBeVisible();
    });

    test('a relation that answers would leave out is added with one click', async () => {
      await answer(page, '/permissions', ACTIONS);
      await panel.open(`${ROLES}/create`);
      await page.getByRole('button', { name: /^Article/ }).click();
      await box(page, /article · find$/).click();
      await expect(
        page.getByText('Answers leave out category: add Category · find.'),
      ).toBeVisible();
      await panel.look(called('role-relation'));
      await page.getByRole('button', { name: 'Add Category · find' }).click();

      await expect(page.getByText(/Answers leave out/)).toHaveCount(0);
      await expect(page.getByText('2 of 3')).toBeVisible();
    });

    test('actions that no longer exist are told apart and can be removed', async () => {
      await answer(page, '/permissions', ACTIONS.slice(0, 2));
      await openRole(panel, 'Article reader');
      await expect(page.getByText('No longer exists', { exact: true }).first()).toBeVisible();
      await panel.look(called('role-dead'));
      await page.getByRole('button', { name: 'Remove all' }).click();

      await expect(page.getByText('No longer exists', { exact: true })).toHaveCount(0);
    });

    test('typing stays quick among 300 actions', async () => {
      await answer(page, '/permissions', MANY);
      await panel.open(`${ROLES}/create`);
      const search = page.getByLabel(SEARCH);
      await search.fill('k');
      await expect(page.getByText('300 actions match')).toBeVisible();
      // How long each key keeps the page from drawing the next frame.
      await search.evaluate((input) => {
        const waits: number[] = [];
        Object.assign(window, { waits });
        input.addEventListener('input', () => {
          const start = performance.now();
          requestAnimationFrame(() => {
            waits.push(performance.now() - start);
          });
        });
      });
      await search.pressSequentially('ind-1 find', { delay: 60 });
      await expect(page.getByText('22 actions match')).toBeVisible();
      const waits = await page.evaluate<number[]>('window.waits');
      test
        .info()
        .annotations.push({ type: 'milliseconds', description: waits.map(Math.round).join(' ') });

      expect(waits).toHaveLength(10);
      expect([...waits].sort((a, b) => a - b)[5]).toBeLessThan(100);
    });
  });
}
