/** What people see who hold little, beside what a Super Admin sees; what is absent is refused, too. */
import { expect, test } from '@playwright/test';

import { ADMIN_ACTIONS } from '../../contracts';
import { bearer, send } from '../support/consumers';
import { type Demo, startDemo } from '../support/demo-panel';
import { remoteAdminAs } from '../support/remote-admin';
import { keyNamed } from '../support/remote-keys';
import {
  ACTIVITY,
  expectBarred,
  expectLinks,
  expectNoPermission,
  expectPage,
  KEYS,
  meet,
  MY_TOKENS,
  openKey,
  type Person,
  ROLES,
  rowMenuOf,
  RULES,
} from './people.fixture';

const KEY = 'prod-main-app';
const WIDGET = 'API keys to see to';
const TOKEN = /^sak_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}$/;

test.describe.configure({ mode: 'serial', timeout: 240_000 });

let demo: Demo;
let chief: Pick<Person, 'panel' | 'page' | 'api'>;
let auditor: Person;
let holder: Person;
/** Id of a key of the Super Admin's. */
let keyId: string;

test.beforeAll(async ({ browser }) => {
  demo = await startDemo();
  const panel = await demo.signedIn(browser);
  chief = { panel, page: panel.page, api: await remoteAdminAs(demo.url, demo.state) };
  keyId = (await keyNamed(chief.api, KEY)).id;
  auditor = await meet(demo, browser, 'Audra', ['read', 'activity']);
  holder = await meet(demo, browser, 'Pia', ['personal']);
});

test.afterAll(async () => {
  for (const { page } of [chief, auditor, holder]) await page.context().close();
  await demo.stop();
});

test.describe('a Super Admin, the measure of the others', () => {
  test('has every link', async () => {
    await expectLinks(chief, [
      'API Access',
      'API roles',
      'My access tokens',
      'Activity',
      'Rules & notices',
    ]);
  });

  test('has what the others may not open', async () => {
    await expectPage(chief, `${KEYS}/create`, 'Create an API key');
    await expectPage(chief, `${KEYS}/${keyId}/edit`, `Edit “${KEY}”`);
    await expectPage(chief, `${KEYS}/${keyId}/regenerate`, `Regenerate “${KEY}”`);
    await expectPage(chief, ROLES, 'API roles');
    await expectPage(chief, `${ROLES}/create`, 'Create an API role');
    await expectPage(chief, MY_TOKENS, 'My access tokens');
    await expectPage(chief, RULES, 'Rules & notices');
    await expectPage(chief, ACTIVITY, 'Activity');
  });

  test('has everything to do with a key', async () => {
    const { page, panel } = chief;
    await panel.open(KEYS);
    await expect(page.getByRole('link', { name: 'Create an API key' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Manage tags' })).toBeVisible();
    await expect(page.getByRole('checkbox', { name: `Select ${KEY}` })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Full access/ })).toBeVisible();
    await expect(await rowMenuOf(page, KEY)).toHaveText([
      'View',
      'Edit',
      'Regenerate',
      'Create replacement',
      'Revoke',
      'Delete',
    ]);
    await openKey(chief, KEY);
    await expect(page.getByRole('link', { name: /^(Edit|Regenerate)$/ })).toHaveCount(2);
    await expect(page.getByRole('heading', { name: 'Permissions' })).toBeVisible();
  });
});

test.describe('an auditor, with read and activity', () => {
  test('sees keys and the activity, and no other link', async () => {
    await expectLinks(auditor, ['API Access', 'Activity']);
    await auditor.panel.look('people-auditor-settings');
  });

  test('sees every key and nothing that changes one', async () => {
    const { page, panel } = auditor;
    await panel.open(KEYS);
    await expect(page.getByRole('link', { name: KEY, exact: true })).toBeVisible();
    await panel.look('people-auditor-keys');
    await expect(page.getByRole('link', { name: 'Create an API key' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Manage tags' })).toHaveCount(0);
    await expect(page.getByRole('checkbox')).toHaveCount(0);
    await expect(await rowMenuOf(page, KEY)).toHaveText(['View']);
  });

  test('meets API roles neither in filters nor on the page of a key', async () => {
    const { page, panel } = auditor;
    await panel.open(KEYS);
    await expect(page.getByRole('group', { name: 'Quick filters' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Full access/ })).toHaveCount(0);
    await page.getByRole('button', { name: 'Filters' }).click();
    await expect(page.getByRole('group', { name: 'Status' })).toBeVisible();
    await expect(page.getByRole('group', { name: 'API role' })).toHaveCount(0);

    await openKey(auditor, KEY);
    await expect(page.getByText('You need the permission getRole to see them.')).toBeVisible();
    await expect(page.getByText('Article reader')).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'Permissions' })).toHaveCount(0);
    await expect(page.getByRole('link', { name: /^(Edit|Regenerate)$/ })).toHaveCount(0);
    await expect(
      page.getByRole('button', { name: /^(Revoke|Delete|Options for .*)$/ }),
    ).toHaveCount(0);
    await panel.look('people-auditor-key');
  });

  test('sees what happened', async () => {
    const { page, panel } = auditor;
    await panel.open(ACTIVITY);
    const table = page.getByRole('table', { name: 'Activity' });
    await expect(table).toContainText('Dana Demo revoked prod-newsletter');
    await panel.look('people-auditor-activity');
  });

  test('is told at every other address that the permission is wanting', async () => {
    await expectNoPermission(auditor, [
      `${KEYS}/create`,
      `${KEYS}/${keyId}/edit`,
      `${KEYS}/${keyId}/regenerate`,
      ROLES,
      `${ROLES}/create`,
      MY_TOKENS,
      RULES,
    ]);
    await auditor.page.screenshot({ path: 'test-results/screenshots/people-no-permission.png' });
  });

  test('is refused by the server what the panel does not show', async () => {
    await expectBarred(auditor, [
      ['POST', '/keys', ['create-api-access'], { name: 'made-by-audra' }],
      ['PUT', `/keys/${keyId}`, ['update'], { name: 'renamed', revision: 1 }],
      ['POST', `/keys/${keyId}/regenerate`, ['regenerate'], { expiresAt: null, revision: 1 }],
      ['POST', `/keys/${keyId}/revoke`, ['revoke'], { revision: 1 }],
      ['DELETE', `/keys/${keyId}`, ['delete']],
      ['GET', '/roles', ['get-role']],
      ['GET', `/keys/${keyId}/permissions`, ['get-role']],
      ['GET', '/settings', ['settings']],
      ['GET', '/my/tokens', ['personal']],
    ]);
    expect((await auditor.api('/keys')).status).toBe(200);
  });
});

test.describe('a holder of personal tokens alone', () => {
  test('finds by the settings one link of ours, and no widget at home', async () => {
    const { page, panel } = holder;
    await chief.panel.open('/');
    await expect(chief.page.getByText(WIDGET)).toBeVisible();
    await expectLinks(holder, ['My access tokens']);
    await panel.open('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expect(page.getByText(WIDGET)).toHaveCount(0);
  });

  test('makes a token of her own, which is shown once and opens the content API', async () => {
    const { page, panel } = holder;
    await panel.open(MY_TOKENS);
    await expect(page.getByText('No token yet')).toBeVisible();
    await panel.look('people-holder-empty');
    await page.getByRole('button', { name: 'New Token' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /^Name/ }).fill('pias-laptop');
    await panel.lookAtDialog('people-holder-new');
    await dialog.getByRole('button', { name: 'Create token' }).click();
    const shown = page.getByLabel('Token', { exact: true });
    await expect(shown).toHaveText(TOKEN);
    const token = (await shown.innerText()).trim();
    expect((await send(`${demo.url}/api/articles`, bearer(token))).status).toBe(200);
    await panel.look('people-holder-token');
    await page.getByRole('button', { name: 'Done, I stored it' }).first().click();
    await expect(page.getByRole('button', { name: 'Regenerate pias-laptop' })).toBeVisible();
    await expect(page.getByText(token)).toHaveCount(0);
    await panel.look('people-holder-tokens');
  });

  test('can open no other page', async () => {
    await expectNoPermission(holder, [
      KEYS,
      `${KEYS}/create`,
      `${KEYS}/${keyId}`,
      ROLES,
      ACTIVITY,
      RULES,
    ]);
  });

  test('is refused everything else by the server', async () => {
    await expectBarred(holder, [
      ['GET', '/keys', ['read', 'create-api-access']],
      ['GET', `/keys/${keyId}`, ['read', 'create-api-access']],
      ['POST', '/keys', ['create-api-access'], { name: 'made-by-pia' }],
      ['GET', '/roles', ['get-role']],
      ['GET', '/activity', ['activity']],
      ['GET', '/settings', ['settings']],
    ]);
    expect((await holder.api('/my/tokens')).status).toBe(200);
  });
});

test.describe('the role editor of Strapi', () => {
  test('lists every permission by its plain name, and what is ticked there holds', async ({
    browser,
  }) => {
    const newcomer = await meet(demo, browser, 'Nell', []);
    expect((await newcomer.api('/keys')).status).toBe(403);
    const { page, panel } = chief;
    await panel.open(`/settings/roles/${newcomer.adminRole}`);
    await page.getByRole('tab', { name: 'Plugins' }).click();
    await page.getByRole('button', { name: /^Api access/ }).click();
    const ours = page.getByRole('region', { name: /^Api access/ });
    await expect(ours.locator('label')).toHaveText(['Select all', ...Object.values(ADMIN_ACTIONS)]);
    await ours.getByLabel('createApiAccess: create API keys').check();
    await ours.getByLabel('getRole: see and assign API roles').check();
    await page.screenshot({ path: 'test-results/screenshots/people-role-editor.png' });
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();

    expect((await newcomer.api('/keys')).status).toBe(200);
    await expectLinks(newcomer, ['API Access', 'API roles']);
    await newcomer.page.context().close();
  });
});
