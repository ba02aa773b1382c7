import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, type Page, test } from '@playwright/test';

import { signInToPanel } from '../support/panel';
import { ROOT, temporaryFolder } from '../support/playground-env';
import { type PlaygroundProcess, startPlaygroundProcess } from '../support/playground-process';

/** `UPDATE_SCREENSHOTS=1` renews the pictures of the docs; else they are looked at and thrown away. */
const SCREENSHOTS =
  process.env.UPDATE_SCREENSHOTS === '1'
    ? path.join(ROOT, 'docs', 'screenshots')
    : path.join(ROOT, 'test-results', 'screenshots');

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What Strapi's own panel says on every page, whatever is installed in it. */
const OF_STRAPI = [
  /React Router Future Flag Warning/,
  /useRBAC: The first argument should be an array of permissions, not an object/,
  // Strapi asks its own site for news, which no test machine has to reach.
  /ERR_NAME_NOT_RESOLVED|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION/,
];

interface Violation {
  id: string;
  impact: string | null;
  nodes: { html: string }[];
}

/** What axe finds serious or worse in the page's own part, Strapi's navigation left aside. */
const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(AXE);
  const found = await page.evaluate<Violation[]>(
    "axe.run('main').then((result) => result.violations)",
  );
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
};

interface DemoState {
  email: string;
  password: string;
  token: string;
}

test.describe('the pages, with the demo in them', () => {
  const folder = temporaryFolder();
  const stateFile = path.join(folder.path, 'demo.json');
  let demo: PlaygroundProcess;
  let page: Page;
  const complaints: string[] = [];

  test.beforeAll(async ({ browser }) => {
    mkdirSync(SCREENSHOTS, { recursive: true });
    demo = await startPlaygroundProcess({
      env: { PLAYGROUND_SEED: 'demo', PLAYGROUND_SEED_STATE: stateFile },
    });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const { email, password } = JSON.parse(readFileSync(stateFile, 'utf8')) as DemoState;
    await signInToPanel(page, { email, password }, demo.url);
    page.on('console', (message) => {
      const text = message.text();
      if (!['error', 'warning'].includes(message.type())) return;
      if (!OF_STRAPI.some((known) => known.test(text))) complaints.push(text);
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
  });

  test.afterAll(async () => {
    await page.close();
    await demo.stop();
    folder.remove();
  });

  const KEYS = '/admin/settings/api-access';
  const ROLES = '/admin/settings/api-access-roles';

  const look = async (name: string, heading: string | RegExp) => {
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) });
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  };

  test('the list of keys', async () => {
    await page.goto(`${demo.url}${KEYS}`);
    await expect(page.getByText('prod-main-app', { exact: true })).toBeVisible();
    await look('api-access', 'API Access');
  });

  test('a key', async () => {
    await page.goto(`${demo.url}${KEYS}`);
    await page.getByText('prod-main-app', { exact: true }).click();
    await look('key', 'prod-main-app');
  });

  test('the form of a new key', async () => {
    await page.goto(`${demo.url}${KEYS}/create`);
    await look('create-key', /create/i);
  });

  test('the list of API roles', async () => {
    await page.goto(`${demo.url}${ROLES}`);
    await expect(page.getByText('Article reader', { exact: true })).toBeVisible();
    await look('api-roles', 'API roles');
  });

  test('an API role', async () => {
    await page.goto(`${demo.url}${ROLES}`);
    await page.getByText('Article reader', { exact: true }).click();
    await expect(page.getByText('/api/articles', { exact: true }).first()).toBeVisible();
    await look('api-role', 'Article reader');
  });
});
