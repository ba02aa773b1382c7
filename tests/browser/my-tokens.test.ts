import { expect, type Page, test } from '@playwright/test';
import { type Demo, type DemoPage, startDemo } from '../support/demo-panel';
import { expectNoTrace } from '../support/token-traces';

const MY_TOKENS = '/settings/api-access-my-tokens';

let demo: Demo;
let panel: DemoPage;
let page: Page;

/** Rules & notices, as somebody would set them meanwhile. */
const setRules = async (rules: object) => {
  const db = demo.database.connect();
  try {
    const [row] = await db('api_access_settings').select<{ value: string }[]>('value');
    const settings = JSON.parse(row?.value ?? '{}') as { personalTokens: object };
    const personalTokens = { ...settings.personalTokens, ...rules };
    await db('api_access_settings').update({
      value: JSON.stringify({ ...settings, personalTokens }),
    });
  } finally {
    await db.destroy();
  }
};

const statusOf = async (token: string): Promise<number> =>
  (await fetch(`${demo.url}/api/articles`, { headers: { authorization: `Bearer ${token}` } }))
    .status;

const TOKEN = /^sak_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}$/;
const tokenLine = () => page.getByLabel('Token', { exact: true });
const tokenShown = async (): Promise<string> => {
  await expect(tokenLine()).toHaveText(TOKEN);
  return (await tokenLine().innerText()).trim();
};
const tokenInField = async (): Promise<string> => {
  await expect(tokenLine()).toHaveValue(TOKEN);
  return tokenLine().inputValue();
};
const expectInClipboard = (token: string) =>
  expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(token);
const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');

const makeToken = async (name: string): Promise<string> => {
  await page
    .getByRole('button', { name: /^(New Token|Create your first token)$/ })
    .last()
    .click();
  await dialog().getByRole('textbox', { name: /^Name/ }).fill(name);
  await dialog().getByRole('button', { name: 'Create token' }).click();
  return tokenShown();
};

const done = () => button('Done, I stored it').first().click();

const deleteToken = async (name: string) => {
  await button(`Delete ${name}`).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete token' }).click();
  // While it is open, a dialog hides every button of the page.
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(button(`Delete ${name}`)).toHaveCount(0);
};

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  demo = await startDemo();
  panel = await demo.signedIn(browser);
  page = panel.page;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});

test.afterAll(async () => {
  await page.context().close();
  await demo.stop();
});

test.describe('several tokens', () => {
  let token: string;

  test('who has none is told what to do', async () => {
    await panel.open(MY_TOKENS);
    await expect(page.getByText('No token yet')).toBeVisible();
    await expect(page.getByText('Strapi’s own Admin Tokens')).toBeVisible();
    await panel.look('my-tokens-empty');
  });

  test('a form without a name says so and keeps what was chosen', async () => {
    await button('New Token').click();
    await dialog().getByRole('textbox', { name: /^Name/ }).press('Enter');
    await expect(dialog().getByText('The name is required.')).toBeVisible();
    await expect(dialog().getByRole('textbox', { name: /^Name/ })).toBeFocused();
    await expect(dialog().getByRole('combobox', { name: /API roles/ })).toContainText(
      'Article reader',
    );
    await panel.lookAtDialog('my-tokens-new');
    await page.keyboard.press('Escape');
    await expect(dialog()).toHaveCount(0);
  });

  test('a token is made, shown once, copied, and opens the content API', async () => {
    token = await makeToken('laptop');
    await button('Copy the token').click();
    await expectInClipboard(token);
    expect(await statusOf(token)).toBe(200);
    await panel.look('my-tokens-token');
  });

  test('leaving asks first; nothing of the token is left after', async () => {
    await page.getByRole('link', { name: 'API roles' }).first().click();
    const question = page.getByRole('alertdialog');
    await expect(question).toContainText('Have you stored the token?');
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(tokenLine()).toHaveText(token);

    await done();
    await expect(page.getByText(/^sak_.*_••••/)).toBeVisible();
    await expectNoTrace(page, token);
  });

  test('regenerating ends the old token; a reload or the back button brings none back', async () => {
    await button('Regenerate laptop').click();
    await panel.lookAtDialog('my-tokens-regenerate');
    await dialog().getByRole('button', { name: 'Regenerate token' }).click();
    const renewed = await tokenShown();
    expect(renewed).not.toBe(token);
    expect(await statusOf(token)).toBe(401);
    expect(await statusOf(renewed)).toBe(200);

    page.once('dialog', (question) => void question.accept());
    await page.reload();
    await expect(button('Regenerate laptop')).toBeVisible();
    await expectNoTrace(page, renewed);
    await panel.open('/settings/api-access');
    await page.goBack();
    await expect(button('Regenerate laptop')).toBeVisible();
    await expectNoTrace(page, renewed);
  });

  test('the limit disables the button and says why; deleting makes room', async () => {
    await setRules({ maxTokens: 2 });
    await panel.open(MY_TOKENS);
    await makeToken('nightly-export');
    await done();
    await expect(button('New Token')).toBeDisabled();
    await expect(page.getByText('as many tokens as one person may: 2')).toBeVisible();
    await panel.look('my-tokens');

    await button('Delete nightly-export').click();
    await panel.lookAtDialog('my-tokens-delete');
    await page.keyboard.press('Escape');
    await expect(button('Delete nightly-export')).toBeFocused();
    await deleteToken('nightly-export');
    await expect(button('New Token')).toBeEnabled();
    await expect(page.locator('#main-content')).toBeFocused();
  });

  test('it can be read in the dark and in a narrow window', async ({ browser }) => {
    for (const look of [{ theme: 'dark' }, { width: 768 }] as const) {
      const other = await demo.signedIn(browser, look);
      await other.open(MY_TOKENS);
      await expect(other.page.getByText('laptop', { exact: true })).toBeVisible();
      await other.look(`my-tokens-${'theme' in look ? look.theme : String(look.width)}`);
      await other.page.context().close();
    }
  });

  test('while no role is open to personal tokens, the button says why', async () => {
    await setRules({ maxTokens: 5, roles: [], defaultRoles: [] });
    await panel.open(MY_TOKENS);
    await expect(button('New Token')).toBeDisabled();
    await expect(page.getByText('open no API role to personal tokens')).toBeVisible();
    await expect(
      button(
        'Cannot regenerate laptop: an API role that it holds is no longer open to personal tokens',
      ),
    ).toBeDisabled();
  });
});

test.describe('one token a person', () => {
  let token: string;

  const openRoles = async () => {
    const db = demo.database.connect();
    const [role] = await db('api_access_roles')
      .where({ code: 'reader' })
      .select<{ document_id: string }[]>('document_id');
    await db.destroy();
    return [role?.document_id ?? ''];
  };

  test('who already holds more sees the list, with a note', async () => {
    const roles = await openRoles();
    await setRules({ maxTokens: 5, roles, defaultRoles: roles });
    await panel.open(MY_TOKENS);
    await makeToken('second');
    await done();
    await setRules({ maxTokens: 1 });
    await panel.open(MY_TOKENS);
    await expect(page.getByText('One token a person is allowed now')).toBeVisible();
    await deleteToken('second');
    await expect(button('Regenerate token')).toBeVisible();
    await expect(tokenLine()).toHaveValue(/^sak_.*••••/);
    await expect(button('Copy the token')).toHaveCount(0);
  });

  test('the field is empty until a token is generated, and can be copied only right after', async () => {
    await button('Delete token').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete token' }).click();
    await expect(button('Generate token')).toBeVisible();
    await expect(page.getByPlaceholder('You have no token yet')).toBeVisible();
    await panel.look('my-token-none');

    await button('Generate token').click();
    await expect(button('Copy the token')).toBeVisible();
    token = await tokenInField();
    await button('Copy the token').click();
    await expectInClipboard(token);
    expect(await statusOf(token)).toBe(200);
    await panel.look('my-token-generated');

    await page.getByRole('link', { name: 'API roles' }).first().click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Leave for good' }).click();
    await expect(page.getByRole('heading', { name: 'API roles', level: 1 })).toBeVisible();
    await expectNoTrace(page, token);
    await page.goBack();
    await expect(button('Regenerate token')).toBeVisible();
    await expect(button('Copy the token')).toHaveCount(0);
    await expectNoTrace(page, token);
  });

  test('it is regenerated in its place', async () => {
    await button('Regenerate token').click();
    await dialog().getByRole('button', { name: 'Regenerate token' }).click();
    await expect(button('Copy the token')).toBeVisible();
    const renewed = await tokenInField();
    expect(await statusOf(token)).toBe(401);
    expect(await statusOf(renewed)).toBe(200);
    await done();
    await expect(button('Copy the token')).toHaveCount(0);
    await expectNoTrace(page, renewed);
    await button('Delete token').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete token' }).click();
  });

  test('an app can word it in its own way', async ({ browser }) => {
    const german = await demo.signedIn(browser, { locale: 'de-DE' });
    await german.page.addInitScript(() => {
      localStorage.setItem('strapi-admin-language', 'de');
    });
    await german.open(MY_TOKENS);
    await expect(german.page.getByPlaceholder('Noch kein Zugangsschlüssel')).toBeVisible();
    await expect(
      german.page.getByRole('button', { name: 'Zugangsschlüssel anlegen' }),
    ).toBeVisible();
    await german.page.context().close();
  });
});
