/** The admin panel, as a browser test drives it. */
import { expect, type Page } from '@playwright/test';

import { type AdminAccount, FIRST_ADMIN } from './accounts';

/** Where the playground of this run listens. */
export const playgroundUrl = (): string => {
  const url = process.env.PLAYGROUND_URL;
  if (url === undefined) throw new Error('No playground runs: the global set-up did not finish.');
  return url;
};

/** Signs in by the form and waits for the panel behind it. */
export const signInToPanel = async (
  page: Page,
  { email, password }: Pick<AdminAccount, 'email' | 'password'> = FIRST_ADMIN,
  url = playgroundUrl(),
): Promise<void> => {
  await page.goto(`${url}/admin/auth/login`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').first().fill(password);
  await page.getByRole('button', { name: 'Login' }).click();
  await expect(page).not.toHaveURL(/\/auth\/login/);
  await expect(page.getByRole('navigation').first()).toBeVisible();
};
