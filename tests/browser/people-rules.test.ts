/** Who issues keys under rules, and who makes the rules and ends keys: neither can do the other's. */
import { expect, type Page, test } from '@playwright/test';

import { bearer, send } from '../support/consumers';
import { type Demo, startDemo } from '../support/demo-panel';
import { remoteAdminAs } from '../support/remote-admin';
import { holdAdminRole, keyNamed } from '../support/remote-keys';
import {
  ACTIVITY,
  expectBarred,
  expectLinks,
  expectNoPermission,
  KEYS,
  meet,
  MY_TOKENS,
  openKey,
  type Person,
  ROLES,
  rowMenuOf,
  RULES,
} from './people.fixture';

const OTHERS = 'prod-main-app';
const MINE = 'team-shop';
const TOKEN = /^sak_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}$/;
const faultOf = (pattern: string, example: string) =>
  `The Access Name must match ${pattern} (such as ${example}).`;
const FAULT = faultOf('team-[a-z]+', 'team-shop');
const NEW_FAULT = faultOf('squad-[a-z]+', 'squad-shop');

test.describe.configure({ mode: 'serial', timeout: 240_000 });

let demo: Demo;
let issuer: Person;
let officer: Person;
/** Id of a key of the Super Admin's, and of the issuer's own. */
let othersId: string;
let mineId: string;
let token: string;

const nameField = (page: Page) => page.getByLabel('Access Name');
const statusOf = async () => (await send(`${demo.url}/api/articles`, bearer(token))).status;

test.beforeAll(async ({ browser }) => {
  demo = await startDemo();
  const chief = await remoteAdminAs(demo.url, demo.state);
  othersId = (await keyNamed(chief, OTHERS)).id;
  issuer = await meet(demo, browser, 'Iris', ['create-api-access', 'get-role']);
  officer = await meet(demo, browser, 'Otto', [
    'read',
    'revoke',
    'delete',
    'get-role',
    'settings',
    'activity',
  ]);
  await holdAdminRole(chief, issuer.adminRole, {
    pattern: 'team-[a-z]+',
    example: MINE,
    roleName: 'Article reader',
  });
});

test.afterAll(async () => {
  for (const { page } of [issuer, officer]) await page.context().close();
  await demo.stop();
});

test.describe('an issuer, with create-api-access and get-role', () => {
  test('sees API Access and API roles, and no key as long as none is her own', async () => {
    const { page, panel } = issuer;
    await expectLinks(issuer, ['API Access', 'API roles']);
    await panel.open(KEYS);
    await expect(page.getByRole('heading', { name: 'No API key yet' })).toBeVisible();
    await expect(page.getByText('Keys of which you are the author')).toBeVisible();
    // She could not make one.
    await expect(page.getByRole('heading', { name: 'Choose an API role' })).toBeVisible();
    await expect(page.getByText('Make an API role')).toHaveCount(0);
    await panel.look('people-issuer-first');
  });

  test('is shown her rule, refused another name while she types, and offered her roles', async () => {
    const { page, panel } = issuer;
    await panel.open(`${KEYS}/create`);
    await expect(page.getByText('It must match team-[a-z]+, such as team-shop.')).toBeVisible();
    await nameField(page).fill('prod-shop');
    await expect(page.getByText(FAULT).first()).toBeVisible();
    await nameField(page).fill(MINE);
    await expect(page.getByText(FAULT)).toHaveCount(0);

    await page.getByRole('combobox', { name: 'API roles' }).click();
    const choosable = page.locator('[role=option]:not([aria-disabled=true])');
    await expect(choosable).toHaveText(['Article reader']);
    await choosable.click();
    await page.keyboard.press('Escape');
    await panel.look('people-issuer-form');
  });

  test('makes a key, and sees its token once', async () => {
    const { page, panel } = issuer;
    await page.getByRole('button', { name: 'Create key' }).first().click();
    const shown = page.getByLabel('Token', { exact: true });
    await expect(shown).toHaveText(TOKEN);
    token = (await shown.innerText()).trim();
    expect(await statusOf()).toBe(200);
    await panel.look('people-issuer-token');
    await page.getByRole('button', { name: 'Done, I stored it' }).first().click();
    await expect(page.getByRole('heading', { name: MINE, level: 1 })).toBeVisible();
    mineId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.reload();
    await expect(page.getByRole('heading', { name: 'About this key' })).toBeVisible();
    await expect(page.getByText(token)).toHaveCount(0);
    await panel.look('people-issuer-key');
  });

  test('sees that key alone, and can only look at it or replace it', async () => {
    const { page, panel } = issuer;
    await panel.open(KEYS);
    const rows = page.getByRole('table', { name: 'API Access' }).getByRole('row');
    await expect(rows).toHaveCount(2);
    await expect(rows.last()).toContainText(MINE);
    await panel.look('people-issuer-keys');
    await expect(await rowMenuOf(page, MINE)).toHaveText(['View', 'Create replacement']);
  });

  test('does not find the key of another by its address either', async () => {
    const { page, panel } = issuer;
    for (const address of [`${KEYS}/${othersId}`, `${KEYS}/create?replaces=${othersId}`]) {
      await panel.open(address);
      await expect(page.getByRole('alert').filter({ hasText: 'not yours to see' })).toBeVisible();
      await expect(page.getByText(OTHERS)).toHaveCount(0);
    }
    await page.screenshot({ path: 'test-results/screenshots/people-issuer-not-found.png' });
    expect(issuer.panel.complaints.splice(0)).not.toHaveLength(0);
    await expectNoPermission(issuer, [
      `${KEYS}/${mineId}/edit`,
      `${KEYS}/${mineId}/regenerate`,
      `${ROLES}/create`,
      MY_TOKENS,
      ACTIVITY,
      RULES,
    ]);
  });

  test('is refused by the server what the panel does not show', async () => {
    const { api } = issuer;
    expect((await api(`/keys/${othersId}`)).status).toBe(404);
    await expectBarred(issuer, [
      ['PUT', `/keys/${mineId}`, ['update'], { name: 'team-other', revision: 1 }],
      ['POST', `/keys/${mineId}/regenerate`, ['regenerate'], { expiresAt: null, revision: 1 }],
      ['POST', `/keys/${mineId}/revoke`, ['revoke'], { revision: 1 }],
      ['DELETE', `/keys/${mineId}`, ['delete']],
      ['POST', '/roles', ['create-role'], { name: 'Mine', kind: 'full-access' }],
      ['GET', '/settings', ['settings']],
      ['GET', '/activity', ['activity']],
    ]);
    const named = await api('/keys', 'POST', { name: 'prod-shop' });
    expect(named).toMatchObject({
      status: 403,
      body: { error: { details: { code: 'name_not_allowed' } } },
    });
  });
});

test.describe('a security officer, with read, revoke, delete, get-role, settings and activity', () => {
  test('sees all but My access tokens, and nothing that issues', async () => {
    const { page, panel } = officer;
    await expectLinks(officer, ['API Access', 'API roles', 'Activity', 'Rules & notices']);
    await panel.open(KEYS);
    await expect(page.getByRole('link', { name: MINE, exact: true })).toBeVisible();
    await panel.look('people-officer-keys');
    await expect(page.getByRole('link', { name: 'Create an API key' })).toHaveCount(0);
    await expect(await rowMenuOf(page, MINE)).toHaveText(['View', 'Revoke', 'Delete']);
  });

  test('is told what stops, and revokes the key of another', async () => {
    const { page, panel } = officer;
    await openKey(officer, MINE);
    await expect(page.getByText('Article reader').first()).toBeVisible();
    await expect(page.getByRole('link', { name: /^(Edit|Regenerate)$/ })).toHaveCount(0);
    await panel.look('people-officer-key');
    await page.getByRole('button', { name: 'Revoke', exact: true }).click();
    const dialog = page.getByRole('alertdialog');
    await expect(dialog).toContainText('Whatever sends this key’s token is refused at once.');
    await expect(dialog).toContainText(/In use: last used .*, 1 request so far\./);
    await expect(dialog).toContainText('No technical owner is named.');
    await panel.lookAtDialog('people-officer-revoke');
    expect(await statusOf()).toBe(200);
    await dialog.getByRole('button', { name: 'Revoke key' }).click();
    await expect(page.getByText(/Revoked on .* by Otto Tester/)).toBeVisible();
    expect(await statusOf()).toBe(401);
  });

  test('changes a naming rule, which a form that is open already follows', async () => {
    await issuer.panel.open(`${KEYS}/create`);
    await nameField(issuer.page).fill('team-payments');
    await expect(issuer.page.getByText('It must match team-[a-z]+')).toBeVisible();

    const { page, panel } = officer;
    await panel.open(RULES);
    await page.getByLabel('Pattern', { exact: true }).fill('squad-[a-z]+');
    await page.getByLabel('Example').fill('squad-shop');
    await panel.look('people-officer-rules');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Rules & notices are saved')).toBeVisible();

    await nameField(issuer.page).fill('team-orders');
    await expect(issuer.page.getByText(NEW_FAULT).first()).toBeVisible();
    await expect(issuer.page.getByText('It must match team-[a-z]+')).toHaveCount(0);
    await issuer.panel.look('people-issuer-new-rule');
    await issuer.panel.open(`${KEYS}/create`);
    await expect(
      issuer.page.getByText('It must match squad-[a-z]+, such as squad-shop.'),
    ).toBeVisible();
  });

  test('can open no page that issues', async () => {
    await expectNoPermission(officer, [
      `${KEYS}/create`,
      `${KEYS}/${othersId}/edit`,
      `${KEYS}/${othersId}/regenerate`,
      `${ROLES}/create`,
      MY_TOKENS,
    ]);
  });

  test('is refused by the server whatever issues', async () => {
    await expectBarred(officer, [
      ['POST', '/keys', ['create-api-access'], { name: 'made-by-otto' }],
      ['PUT', `/keys/${othersId}`, ['update'], { name: 'renamed', revision: 1 }],
      ['POST', `/keys/${othersId}/regenerate`, ['regenerate'], { expiresAt: null, revision: 1 }],
      ['POST', '/keys/take-over', ['update'], { ids: [othersId] }],
      ['POST', '/roles', ['create-role'], { name: 'Ours', kind: 'full-access' }],
      ['GET', '/my/tokens', ['personal']],
    ]);
  });
});
