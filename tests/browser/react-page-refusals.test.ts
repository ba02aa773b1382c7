import { expect } from '@playwright/test';

import { allowEndUsers, MANAGE_TOKENS, type RemoteEndUser } from '../support/remote-end-user';
import { siteView, test } from './react-page.fixture';

test.describe.configure({ mode: 'serial' });

test.describe('where something is in the way', () => {
  let user: RemoteEndUser;

  test.beforeAll(async ({ strapi }) => {
    await strapi.open({});
    user = await strapi.signUp('ewald');
  });

  test('no role is open to personal tokens: the page says so and offers nothing', async ({
    view,
    strapi,
  }) => {
    const { page, button, signInAs } = view;
    await strapi.open({ roles: [], defaultRoles: [] });
    await signInAs(user);
    await expect(page.getByText('No token can be made at the moment.')).toBeVisible();
    await expect(button('Generate token')).toHaveCount(0);
    await strapi.open({});
  });

  test('the limit was reached elsewhere: the server’s sentence, and the token that there is', async ({
    view,
    strapi,
  }) => {
    const { button, field, alert, signInAs, expectSound } = view;
    await signInAs(user);
    await expect(button('Generate token')).toBeVisible();
    const issued = await strapi.issue(user, 'elsewhere');
    await button('Generate token').click();
    await expect(alert()).toContainText('You hold as many personal tokens as are allowed here.');
    await expect(field()).toHaveValue(issued.data.hint);
    await expect(field()).toBeFocused();
    await expectSound();
  });

  test('it was changed elsewhere: it says so, and goes on from what is now', async ({
    view,
    site,
  }) => {
    const { page, button, alert, tokenShown, signInAs, regenerate } = view;
    await signInAs(user);
    await expect(button('Regenerate token')).toBeVisible();
    const other = siteView(await page.context().newPage(), site);
    await other.signInAs(user);
    await other.regenerated();
    await other.page.close();

    await regenerate();
    await expect(alert()).toHaveText(/changed elsewhere in the meantime/);
    await expect(button('Regenerate token')).toBeFocused();
    await regenerate();
    await tokenShown();
    await expect(alert()).toHaveCount(0);
  });

  test('it has expired: the page says so, and regenerating helps', async ({ view, strapi }) => {
    const { page, button, field, dialog, tokenShown, signInAs } = view;
    await signInAs(user);
    await expect(field()).toHaveValue(/^sak_/);
    const [, accessId = ''] = (await field().inputValue()).split('_');
    await strapi.expire(accessId);
    await page.reload();
    await expect(page.getByText('Expired: it works again once it is regenerated.')).toBeVisible();
    await button('Regenerate token').click();
    // Its own lifetime was none worth repeating.
    await dialog().getByRole('combobox').selectOption('days:90');
    await dialog().getByRole('button', { name: 'Regenerate token' }).click();
    expect(await strapi.statusOf(await tokenShown())).toBe(200);
    await expect(page.getByText('Active', { exact: true })).toBeVisible();
  });

  test('a role of it is not open any more: it cannot be regenerated, only deleted', async ({
    view,
    strapi,
  }) => {
    const { button, signInAs, expectSound } = view;
    await strapi.open({ roles: [strapi.writer], defaultRoles: [] });
    await signInAs(user);
    await expect(button('Regenerate token')).toBeDisabled();
    await expect(button('Regenerate token')).toHaveAccessibleDescription(/no longer open to you/);
    await expect(button('Delete token')).toBeEnabled();
    await expectSound();
    await strapi.open({});
  });

  test('an administrator revoked it: the page says so, and a new one can be generated', async ({
    view,
    strapi,
  }) => {
    const { page, button, tokenShown, signInAs } = view;
    const other = await strapi.signUp('edda');
    await strapi.revoke(await strapi.issue(other, 'Personal token'));
    await signInAs(other);
    await expect(page.getByText('Your token was revoked, and never works again.')).toBeVisible();
    await button('Generate token').click();
    expect(await strapi.statusOf(await tokenShown())).toBe(200);
    await expect(page.getByText('Your token was revoked')).toHaveCount(0);
  });

  test('the session is no good: sign in again', async ({ view }) => {
    const { alert, useJwt, open } = view;
    await open();
    await useJwt('not.a.jwt');
    await expect(alert()).toHaveText('Sign in to see and manage your token.');
  });

  test('users of the app may not hold tokens: the page says so', async ({ view, strapi }) => {
    const { button, alert, signInAs } = view;
    await allowEndUsers(strapi.url, MANAGE_TOKENS, false);
    await signInAs(user);
    await expect(alert()).toContainText('You may not hold tokens with this account.');
    await allowEndUsers(strapi.url, MANAGE_TOKENS);
    await button('Try again').click();
    await expect(button('Regenerate token')).toBeVisible();
  });

  test('the server does not answer: it says so, and can be asked again', async ({ view }) => {
    const { page, button, field, alert, signInAs, expectSound } = view;
    await page.route(/my\/tokens/, (route) => route.abort());
    await signInAs(user);
    await expect(alert()).toHaveText('The server did not answer as it should. Try again.');
    await expectSound();
    await page.unroute(/my\/tokens/);
    await button('Try again').click();
    await expect(field()).toHaveValue(/^sak_.*••••/);
    await expect(alert()).toHaveCount(0);
  });
});
