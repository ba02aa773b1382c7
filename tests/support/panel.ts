/** The admin panel, as a browser test drives it. */
import { type BrowserContext, expect, type Page } from '@playwright/test';

import { type AdminAccount, FIRST_ADMIN } from './accounts';

/**
 * Signs in as the form does, without it: the server's own cookie comes with the answer, and the
 * panel's is where the panel keeps it.
 */
export const enterPanel = async (
  context: BrowserContext,
  url: string,
  { email, password }: Pick<AdminAccount, 'email' | 'password'> = FIRST_ADMIN,
): Promise<void> => {
  const answer = await context.request.post(`${url}/admin/login`, { data: { email, password } });
  expect(answer.status()).toBe(200);
  const { data } = (await answer.json()) as { data: { token: string } };
  const { hostname } = new URL(url);
  await context.addCookies([
    { name: 'jwtToken', value: data.token, domain: hostname, path: '/admin' },
  ]);
  await context.addInitScript(() => {
    localStorage.setItem('isLoggedIn', 'true');
  });
};

/** Signs in by the form and waits for the panel behind it. */
export const signInToPanel = async (
  page: Page,
  url: string,
  { email, password }: Pick<AdminAccount, 'email' | 'password'> = FIRST_ADMIN,
): Promise<void> => {
  await page.goto(`${url}/admin/auth/login`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').first().fill(password);
  await page.getByRole('button', { name: 'Login' }).click();
  await expect(page).not.toHaveURL(/\/auth\/login/);
  await expect(page.getByRole('navigation').first()).toBeVisible();
};
