/** People with an admin role of their own, and what a test asks of each of them. */
import { type Browser, expect, type Locator, type Page } from '@playwright/test';

import { actionUid, type AdminAction } from '../../contracts';
import type { Demo, DemoPage } from '../support/demo-panel';
import { adminWith } from '../support/panel-admins';
import { type RemoteAdmin, remoteAdminAs } from '../support/remote-admin';

export const KEYS = '/settings/api-access';
export const ROLES = '/settings/api-access-roles';
export const MY_TOKENS = '/settings/api-access-my-tokens';
export const ACTIVITY = '/settings/api-access-activity';
export const RULES = '/settings/api-access-rules';

/** Every page that the menu leads to, by what its link says, in the menu's order. */
export const LINKS = {
  'API Access': KEYS,
  'API roles': ROLES,
  'My access tokens': MY_TOKENS,
  Activity: ACTIVITY,
  'Rules & notices': RULES,
} as const;
export type LinkName = keyof typeof LINKS;
const LINK_NAMES = Object.keys(LINKS) as LinkName[];

const NO_PERMISSION = "You don't have the permissions to access that content";

export interface Person {
  readonly adminRole: string;
  readonly panel: DemoPage;
  readonly page: Page;
  /** The admin API, as that person. */
  readonly api: RemoteAdmin;
}

/** Somebody new, who holds these permissions of the plugin and nothing else, at the panel. */
export const meet = async (
  demo: Demo,
  browser: Browser,
  name: string,
  actions: readonly AdminAction[],
): Promise<Person> => {
  const account = await adminWith(demo.url, demo.state, name, actions);
  const panel = await demo.signedIn(browser, {}, account);
  const api = await remoteAdminAs(demo.url, account);
  return { adminRole: account.adminRole, panel, page: panel.page, api };
};

/** Comes from the home page, and expects the settings to have these links of ours and no others. */
export const expectLinks = async ({ page, panel }: DemoPageOf, names: readonly LinkName[]) => {
  await panel.open('/');
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  const ours = page.getByRole('link').filter({
    hasText: new RegExp(`^\\s*(${LINK_NAMES.join('|')})\\s*$`),
  });
  await expect(ours).toHaveText([...names]);
};

type DemoPageOf = Pick<Person, 'page' | 'panel'>;

/** Expects each of these addresses to answer, in words, that one may not see what is there. */
export const expectNoPermission = async ({ page, panel }: DemoPageOf, addresses: string[]) => {
  for (const address of addresses) {
    await panel.open(address);
    await expect(page.getByText(NO_PERMISSION), address).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 }), address).toHaveCount(0);
  }
};

/** Expects a page to be there, with its own heading. */
export const expectPage = async ({ page, panel }: DemoPageOf, address: string, title: string) => {
  await panel.open(address);
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
  await expect(page.getByText(NO_PERMISSION)).toHaveCount(0);
};

type Barred = readonly [method: string, path: string, required: AdminAction[], body?: unknown];

/** Expects the server to refuse each of these requests for want of a permission. */
export const expectBarred = async ({ api }: Pick<Person, 'api'>, requests: readonly Barred[]) => {
  for (const [method, path, required, body] of requests) {
    const details = { code: 'not_permitted', required: required.map(actionUid) };
    expect(await api(path, method, body), `${method} ${path}`).toMatchObject({
      status: 403,
      body: { error: { details } },
    });
  }
};

/** What the menu of a key's row offers. */
export const rowMenuOf = async (page: Page, key: string): Promise<Locator> => {
  await page.getByRole('button', { name: `Options for ${key}`, exact: true }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  return page.getByRole('menuitem');
};

/** Opens the page of a key by its row in the list. */
export const openKey = async ({ page, panel }: DemoPageOf, key: string): Promise<void> => {
  await panel.open(KEYS);
  await page.getByRole('link', { name: key, exact: true }).click();
  await expect(page.getByRole('heading', { name: key, level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'About this key' })).toBeVisible();
};
