import { expect } from '@playwright/test';

import type { RemoteEndUser } from '../support/remote-end-user';
import { expectNoTraceInPage } from '../support/token-traces';
import { test, TOKEN } from './react-page.fixture';

test.beforeAll(async ({ strapi }) => {
  await strapi.open({});
});

test.describe('an end user of the app', () => {
  test.describe.configure({ mode: 'serial' });

  let user: RemoteEndUser;
  let token: string;

  test('is told to sign in, and after that has an empty field', async ({ view, strapi }) => {
    const { page, button, field, open, expectSound } = view;
    user = await strapi.signUp('erna');
    await open();
    await expect(page.getByText('Sign in to see and manage your token.')).toBeVisible();
    await expectSound();

    await page.getByLabel('Name').fill(user.name);
    await page.getByLabel('Password').fill(user.password);
    await button('Sign in').click();
    await expect(page.getByPlaceholder('You have no token yet')).toBeVisible();
    await expect(field()).toHaveValue('');
    await expect(button('Copy the token')).toHaveCount(0);
    await expectSound();
  });

  test('generates a token by keyboard, sees it once, copies it and calls the API', async ({
    view,
  }) => {
    const { page, button, field, status, tokenShown, signInAs, expectSound, callFromSite } = view;
    await signInAs(user);
    await expect(button('Generate token')).toBeVisible();
    await field().focus();
    await page.keyboard.press('Tab');
    const expiry = page.getByRole('combobox', { name: 'Expiration date' });
    await expect(expiry).toBeFocused();
    await expect(expiry).toHaveValue('days:90');
    await expect(expiry.locator('option')).toHaveText([
      '30 days',
      '90 days',
      '365 days',
      'On a date…',
    ]);
    await page.keyboard.press('ArrowUp');
    await expect(expiry).toHaveValue('days:30');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    token = await tokenShown();
    await expect(field()).toBeFocused();
    await expect(status()).toHaveText(
      'Your token was generated. Store it now: it is not shown again.',
    );
    await expect(page.getByText('Reader')).toBeVisible();
    await expectSound();

    await page.keyboard.press('Tab');
    await expect(button('Copy the token')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(status()).toHaveText('The token was copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token);
    expect(await callFromSite(token)).toBe(200);
  });

  test('sees after a reload only that there is one', async ({ view }) => {
    const { page, button, field, signInAs, expectSound } = view;
    await signInAs(user);
    await page.reload();
    await expect(field()).toHaveValue(/^sak_.{12}_••••/);
    await expect(button('Copy the token')).toHaveCount(0);
    await expect(page.getByText('Active', { exact: true })).toBeVisible();
    await expectNoTraceInPage(page, token);
    await expectSound();
  });

  test('is asked before it is regenerated; then the old one is dead and the new one works', async ({
    view,
    strapi,
  }) => {
    const { page, button, dialog, status, tokenShown, signInAs, expectSound, callFromSite } = view;
    await signInAs(user);
    await button('Regenerate token').click();
    await expect(dialog()).toContainText('stops working at once');
    await expect(dialog().getByRole('combobox')).toBeFocused();
    await expect(dialog().getByRole('combobox')).toHaveValue('days:30');
    await expectSound();
    await page.keyboard.press('Escape');
    await expect(dialog()).toHaveCount(0);
    await expect(button('Regenerate token')).toBeFocused();
    expect(await strapi.statusOf(token)).toBe(200);

    await page.keyboard.press('Enter');
    await dialog().getByRole('combobox').selectOption({ label: 'On a date…' });
    await dialog().getByLabel('Date and time of expiration').fill('2027-05-06T07:08');
    await dialog().getByRole('button', { name: 'Regenerate token' }).click();
    const renewed = await tokenShown();
    expect(renewed).not.toBe(token);
    await expect(status()).toContainText('Your token was regenerated.');
    await expect(page.locator('time[datetime="2027-05-06T05:08:00.000Z"]')).toHaveText(
      /^May 6, 2027, 7:08\sAM$/,
    );
    expect(await strapi.statusOf(token)).toBe(401);
    expect(await callFromSite(renewed)).toBe(200);

    await page.goto(`${strapi.url}/api/articles-open`);
    await page.goBack();
    await expect(button('Regenerate token')).toBeVisible();
    await expectNoTraceInPage(page, renewed);
  });

  test('ends the showing of a token, and leaving the page ends it too', async ({ view }) => {
    const { page, button, field, status, signInAs, regenerated } = view;
    await signInAs(user);
    const first = await regenerated();
    await button('Done, I stored it').click();
    await expect(field()).toHaveValue(/••••/);
    await expect(field()).toBeFocused();
    await expect(status()).toHaveText('');
    await expectNoTraceInPage(page, first);

    const second = await regenerated();
    // As when the browser freezes the page to bring it back later.
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide')));
    await expect(field()).toHaveValue(/••••/);
    await expectNoTraceInPage(page, second);

    token = await regenerated();
    await button('Sign out').click();
    await expect(page.getByText('Sign in to see and manage your token.')).toBeVisible();
    await expectNoTraceInPage(page, token);
  });

  test('keeps the token on the screen when the session is renewed, but not for somebody else', async ({
    view,
    strapi,
  }) => {
    const { page, tokenShown, useJwt, signInAs, regenerated } = view;
    await signInAs(user);
    token = await regenerated();
    const signIn = await fetch(`${strapi.url}/api/auth/local`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ identifier: user.name, password: user.password }),
    });
    const { jwt } = (await signIn.json()) as { jwt: string };
    expect(jwt).not.toBe(user.jwt);
    const asked = page.waitForResponse(/my\/tokens$/);
    await useJwt(jwt);
    await asked;
    expect(await tokenShown()).toBe(token);

    const other = await strapi.signUp('emil');
    await useJwt(other.jwt);
    await expect(page.getByPlaceholder('You have no token yet')).toBeVisible();
    await expectNoTraceInPage(page, token);
  });

  test('deletes the token: it is refused, and the field is empty', async ({ view, strapi }) => {
    const { page, button, field, dialog, status, signInAs } = view;
    await signInAs(user);
    await button('Delete token').click();
    await expect(dialog()).toContainText('cannot be brought back');
    await expect(dialog().getByRole('button', { name: 'Cancel' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(button('Delete token')).toBeFocused();
    expect(await strapi.statusOf(token)).toBe(200);

    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(status()).toHaveText('Your token was deleted.');
    await expect(field()).toHaveValue('');
    await expect(field()).toBeFocused();
    await expect(button('Generate token')).toBeVisible();
    expect(await strapi.statusOf(token)).toBe(401);
  });
});

test.describe('an app', () => {
  test('has its own words for the five texts, and dates in its language', async ({
    view,
    strapi,
  }) => {
    const { page, button, signInAs } = view;
    const user = await strapi.signUp('eva');
    await signInAs(user, {
      locale: 'de',
      translations: {
        'text-field-label': 'Schlüssel',
        'no-key-text': 'Noch kein Schlüssel',
        'generate-key-text': 'Schlüssel anlegen',
        'regenerate-button-text': 'Neuer Schlüssel',
        'copy-button-aria-label': 'Schlüssel kopieren',
      },
    });
    await expect(page.getByPlaceholder('Noch kein Schlüssel')).toBeVisible();
    await expect(page.locator('option[value="days:90"]')).toHaveText('90 Tage');
    await button('Schlüssel anlegen').click();
    await expect(page.getByLabel('Schlüssel', { exact: true })).toHaveValue(TOKEN);
    await expect(button('Schlüssel kopieren')).toHaveAttribute('aria-label', 'Schlüssel kopieren');
    await expect(button('Neuer Schlüssel')).toBeVisible();
  });

  test('sends the requests itself, and says in its own way who asks', async ({ view, strapi }) => {
    const { button, tokenShown, signInAs } = view;
    const user = await strapi.signUp('egon');
    await signInAs(user, { byFetch: true });
    await button('Generate token').click();
    expect(await strapi.statusOf(await tokenShown())).toBe(200);
  });

  test('opens several roles: a user chooses, at least one', async ({ view, strapi }) => {
    const { page, button, tokenShown, signInAs, expectSound } = view;
    await strapi.open({ roles: [strapi.reader, strapi.writer], defaultRoles: [] });
    const user = await strapi.signUp('elke');
    await signInAs(user);
    const reader = page.getByRole('group', { name: 'API roles' }).getByLabel('Reader');
    await button('Generate token').click();
    await expect(reader).toBeFocused();
    expect(await reader.evaluate((box: HTMLInputElement) => box.validationMessage)).toBe(
      'Choose at least one API role.',
    );
    await page.keyboard.press('Space');
    await expectSound();
    await button('Generate token').click();
    expect(await strapi.statusOf(await tokenShown())).toBe(200);
    await expect(page.locator('dd', { hasText: /^Reader$/ })).toBeVisible();
  });

  test('lets a person hold several: each can be told apart and deleted', async ({
    view,
    strapi,
  }) => {
    const { page, field, dialog, signInAs, expectSound } = view;
    await strapi.open({ maxTokens: 3 });
    const user = await strapi.signUp('elsa');
    await strapi.issue(user, 'laptop');
    const second = await strapi.issue(user, 'phone');
    await signInAs(user);
    const phone = page.getByRole('group', { name: 'phone' });
    await phone.getByRole('button', { name: 'Delete token' }).click();
    await expectSound();
    await dialog().getByRole('button', { name: 'Delete token' }).click();
    await expect(phone).toHaveCount(0);
    await expect(field()).toHaveCount(1);
    expect(await strapi.statusOf(second.token)).toBe(401);
  });
});
