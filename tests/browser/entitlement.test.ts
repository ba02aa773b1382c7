import { writeFileSync } from 'node:fs';

import { expect, type Page, test } from '@playwright/test';

import { type Demo, type DemoPage, startDemo } from '../support/demo-panel';
import { type TemporaryFolder, temporaryFolder } from '../support/playground-env';

const REASON = 'API keys are part of the <b>plan Pro</b>.';
const UPGRADE_URL = 'https://example.com/pricing?plan=pro';
const REFUSED = JSON.stringify({ allowed: false, reason: REASON, upgradeUrl: UPGRADE_URL });

const KEYS = '/settings/api-access';
const ROLES = '/settings/api-access-roles';
const WIDGET = '[aria-labelledby="plugin::api-access.attention"]';

/** Every page, the heading of its part, and what it shows to those who are entitled. */
const PAGES = [
  { name: 'keys', to: KEYS, title: 'API Access' },
  { name: 'create-key', to: `${KEYS}/create`, title: 'API Access' },
  { name: 'key', to: `${KEYS}/abcdefgh`, title: 'API Access' },
  { name: 'edit-key', to: `${KEYS}/abcdefgh/edit`, title: 'API Access' },
  { name: 'regenerate-key', to: `${KEYS}/abcdefgh/regenerate`, title: 'API Access' },
  { name: 'roles', to: ROLES, title: 'API roles' },
  { name: 'create-role', to: `${ROLES}/create`, title: 'API roles' },
  { name: 'role', to: `${ROLES}/abcdefgh`, title: 'API roles' },
  { name: 'my-tokens', to: '/settings/api-access-my-tokens', title: 'My access tokens' },
  { name: 'activity', to: '/settings/api-access-activity', title: 'Activity' },
  { name: 'rules', to: '/settings/api-access-rules', title: 'Rules & notices' },
];

let demo: Demo;
let folder: TemporaryFolder;

const answers = (to: string) => {
  writeFileSync(`${folder.path}/entitlement`, to);
};

test.beforeAll(async () => {
  folder = temporaryFolder();
  answers('true');
  demo = await startDemo({ PLAYGROUND_ENTITLEMENT: `file:${folder.path}/entitlement` });
});

test.afterAll(async () => {
  await demo.stop();
  folder.remove();
});

const warningOn = (page: Page) => page.getByRole('alert').filter({ hasText: 'Upgrade required' });

/** Requests of the plugin that a page sends. */
const asked = (page: Page): string[] => {
  const paths: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api-access/')) paths.push(pathname);
  });
  return paths;
};

for (const look of [
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 768 },
] as const) {
  const called = (name: string) => `upgrade-${name}-${look.theme}-${look.width}`;

  test.describe(`a panel that is not entitled, ${look.theme}, ${look.width} px wide`, () => {
    let panel: DemoPage;
    let page: Page;

    test.beforeAll(async ({ browser }) => {
      answers(REFUSED);
      panel = await demo.signedIn(browser, look);
      page = panel.page;
    });

    test.afterAll(async () => {
      await page.context().close();
    });

    for (const { name, to, title } of PAGES) {
      test(`shows why, and where to get it, in place of the page: ${name}`, async () => {
        const paths = asked(page);
        await panel.open(to);
        const warning = warningOn(page);
        await expect(warning).toContainText(REASON);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
        await panel.look(called(name));

        const link = warning.getByRole('link', { name: 'See the upgrade' });
        await expect(link).toHaveAttribute('href', UPGRADE_URL);
        await expect(link).toHaveAttribute('target', '_blank');
        await expect(link).toHaveAttribute('rel', /noopener/);
        // Nothing of the page was so much as asked for.
        expect(new Set(paths)).toEqual(new Set(['/api-access/entitlement']));
        await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
        await expect(page.getByRole('main').getByRole('table')).toHaveCount(0);
      });
    }

    test('shows it in the widget of the home page', async () => {
      await panel.open('/');
      const widget = page.locator(WIDGET);
      await expect(widget.getByRole('alert')).toContainText(REASON);
      await widget.scrollIntoViewIfNeeded();
      await panel.look(called('widget'), `${WIDGET} main`);
    });
  });
}

test('a page shows the warning, and no toast, where it is taken away while one is at work', async ({
  browser,
}) => {
  answers('true');
  const { page, open } = await demo.signedIn(browser);
  await open(KEYS);
  await expect(page.getByText('prod-main-app', { exact: true })).toBeVisible();
  answers(REFUSED);
  await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('prod');

  await expect(warningOn(page)).toContainText(REASON);
  await expect(page.getByText('prod-main-app', { exact: true })).toHaveCount(0);
  // Strapi's own live region is there, and empty: no toast came into it.
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(1);
  await page.context().close();
});

test('a page shows its content again when it is opened after the upgrade', async ({ browser }) => {
  answers(REFUSED);
  const { page, open } = await demo.signedIn(browser);
  await open(ROLES);
  await expect(warningOn(page)).toBeVisible();
  answers('true');
  await page.getByRole('link', { name: 'API Access', exact: true }).click();

  await expect(page.getByText('prod-main-app', { exact: true })).toBeVisible();
  await expect(warningOn(page)).toHaveCount(0);
  await page.context().close();
});

test('nobody sees a warning where the config refuses nobody', async ({ browser }) => {
  answers('true');
  const { page, open } = await demo.signedIn(browser);
  for (const { to } of PAGES.filter(({ name }) => !/key$|role$/.test(name))) {
    await open(to);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expect(page.getByText('Upgrade required')).toHaveCount(0);
  }
  await page.context().close();
});
