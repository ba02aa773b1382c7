import { expect, type Page, test } from '@playwright/test';
import { strapi as createClient } from '@strapi/client';
import { callsTo, withOneCharacterChanged } from '../support/consumer-calls';
import { signInToPanel } from '../support/panel';
import { type PlaygroundProcess, startEmptyPlayground } from '../support/playground-process';

const KEYS = '/admin/settings/api-access';
const ROLES = '/admin/settings/api-access-roles';
const ROLE = 'Article reader';
const KEY = 'prod-main-app';

let playground: PlaygroundProcess;
let call: ReturnType<typeof callsTo>;

const visit = (page: Page, path: string) => page.goto(`${playground.url}${path}`);

/** The token as the page shows it, the one time it does. */
const tokenOnPage = async (page: Page): Promise<string> => {
  const token = page.getByLabel('Token', { exact: true });
  await expect(token).toHaveText(/^sak_/);
  return (await token.innerText()).trim();
};

const storeToken = async (page: Page) => {
  await page.getByRole('button', { name: 'Done, I stored it' }).first().click();
  await expect(page.getByLabel('Token', { exact: true })).toHaveCount(0);
  // A page that is opened before this one has gone back to the key would be left again.
  await expect(page.getByRole('heading', { name: 'About this key' })).toBeVisible();
};

const openKey = async (page: Page) => {
  await visit(page, KEYS);
  await page.getByText(KEY, { exact: true }).first().click();
  await expect(page.getByRole('heading', { name: KEY, level: 1 })).toBeVisible();
};

const makeRole = async (page: Page) => {
  await visit(page, `${ROLES}/create`);
  await page.getByRole('textbox', { name: /^Name/ }).fill(ROLE);
  await page.getByLabel('Search actions and routes').fill('article');
  await page.getByRole('checkbox', { name: /article · find$/ }).check();
  await page.getByRole('button', { name: 'Create role' }).first().click();
  await expect(page.getByText(ROLE).first()).toBeVisible();
};

const allowFind = async (page: Page, isAllowed: boolean) => {
  await visit(page, ROLES);
  await page.getByText(ROLE, { exact: true }).first().click();
  await page.getByLabel('Search actions and routes').fill('article');
  await page.getByRole('checkbox', { name: /article · find$/ }).setChecked(isAllowed);
  await page.getByRole('button', { name: 'Save' }).first().click();
  // Keys that used the action lately are named first; uses are written every few seconds.
  const confirm = page.getByRole('button', { name: /^Save and take it from/ });
  await expect(confirm.or(page.getByText(`Saved “${ROLE}”`)).first()).toBeVisible();
  if (await confirm.isVisible()) await confirm.click();
  await expect(page.getByText(`Saved “${ROLE}”`).first()).toBeVisible();
};

const makeKey = async (page: Page): Promise<string> => {
  await visit(page, `${KEYS}/create`);
  await page.getByLabel('Access Name').fill(KEY);
  await page.getByRole('combobox', { name: 'API roles' }).click();
  await page.getByRole('option', { name: ROLE }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Create key' }).first().click();
  return tokenOnPage(page);
};

/** Moves the end of every key into the past, as time would. */
const expireKeys = async () => {
  const db = playground.database.connect();
  await db('api_access_credentials').update({ expires_at: Date.now() - 1000 });
  await db.destroy();
};

const clientWith = (token: string) =>
  createClient({ baseURL: `${playground.url}/api`, auth: token });

test.describe.configure({ mode: 'serial' });

test.describe('a key made in the admin panel opens the content API', () => {
  let page: Page;
  let token: string;

  test.beforeAll(async ({ browser }) => {
    playground = await startEmptyPlayground();
    call = callsTo(playground.url);
    page = await browser.newPage();
    await signInToPanel(page, playground.url);
  });

  test.afterAll(async () => {
    await page.close();
    await playground.stop();
  });

  test('a role and a key are made, and the token is shown', async () => {
    await makeRole(page);
    token = await makeKey(page);

    expect(token).toMatch(/^sak_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}$/);
    await storeToken(page);
  });

  test('the token opens what the role allows, and nothing else', async () => {
    expect(await call(token)).toMatchObject({ status: 200 });
    expect(
      await call(token, '/api/articles', { method: 'POST', body: '{"data":{"title":"x"}}' }),
    ).toMatchObject({
      status: 403,
      code: 'insufficient_scope',
      required: ['api::article.article.create'],
    });
    expect([401, 403]).toContain((await call(undefined)).status);
    for (const at of [0, 5, 20, 40, token.length - 1]) {
      expect((await call(withOneCharacterChanged(token, at))).status).toBe(401);
    }
  });

  test('the official client takes the token as its auth', async () => {
    const articles = await clientWith(token).collection('articles').find();

    expect(articles.data).toEqual([]);
    await expect(
      clientWith(withOneCharacterChanged(token, 30)).collection('articles').find(),
    ).rejects.toThrow();
  });

  test('a reload does not bring the token back', async () => {
    await openKey(page);
    await page.reload();

    await expect(page.getByRole('heading', { name: KEY, level: 1 })).toBeVisible();
    expect(await page.content()).not.toContain(token);
  });

  test('regenerating ends the old token and shows a new one that works', async () => {
    await openKey(page);
    await page.getByRole('link', { name: 'Regenerate' }).click();
    await page.getByRole('button', { name: 'Regenerate key' }).first().click();
    const renewed = await tokenOnPage(page);
    await storeToken(page);

    expect(await call(token)).toMatchObject({ status: 401, code: 'invalid_token' });
    expect(await call(renewed)).toMatchObject({ status: 200 });
    expect((await clientWith(renewed).collection('articles').find()).data).toEqual([]);
    token = renewed;
  });

  test('a role that loses the permission takes it from the key at once', async () => {
    await allowFind(page, false);
    await expect.poll(async () => (await call(token)).status).toBe(403);

    await allowFind(page, true);
    await expect.poll(async () => (await call(token)).status).toBe(200);
  });

  test('revoking ends the key for good', async () => {
    await openKey(page);
    await page.getByRole('button', { name: `Options for ${KEY}` }).click();
    await page.getByRole('menuitem', { name: 'Revoke' }).click();
    await page.getByRole('button', { name: 'Revoke key' }).click();
    await expect(page.getByText('Revoked', { exact: true }).first()).toBeVisible();

    expect(await call(token)).toMatchObject({ status: 401, code: 'revoked_token' });
  });

  test('a key of the same name can be made again, and ends with its expiry', async () => {
    token = await makeKey(page);
    await storeToken(page);
    expect(await call(token)).toMatchObject({ status: 200 });

    await expireKeys();

    expect(await call(token)).toMatchObject({ status: 401, code: 'expired_token' });
  });

  test('deleting takes the key out of the list', async () => {
    await openKey(page);
    await page.getByRole('button', { name: `Options for ${KEY}` }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete key' }).click();

    await expect.poll(() => call(token)).toMatchObject({ status: 401, code: 'invalid_token' });
    await expect(page.getByText(KEY, { exact: true })).toHaveCount(0);
  });
});
