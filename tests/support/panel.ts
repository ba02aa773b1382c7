/** The admin panel, as a browser test drives it. */
import { expect, type Page } from '@playwright/test';

import { type AdminAccount, FIRST_ADMIN } from './accounts';

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
