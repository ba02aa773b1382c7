/** A site with the component in it, a Strapi on another origin, and a browser before both. */
import { test as base, expect, type Page } from '@playwright/test';

import { complaintsOf, violations } from '../support/demo-panel';
import type { RemoteEndUser } from '../support/remote-end-user';
import { type RemoteEndUsers, startRemoteEndUsers } from '../support/remote-end-users';
import { type Site, startSite } from '../support/site';

export const TOKEN = /^sak_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}$/;

/** What the browser itself says of an answer that refuses, or of none. */
const REFUSED = 'Failed to load resource';

const STARTING_MS = 240_000;

/** One page of the site. */
export const siteView = (page: Page, site: Site) => {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const field = () => page.getByRole('textbox', { name: 'Token', exact: true });
  const dialog = () => page.getByRole('dialog');
  const tokenShown = async (): Promise<string> => {
    await expect(field()).toHaveValue(TOKEN);
    return field().inputValue();
  };
  const useJwt = async (jwt: string) => {
    await page.waitForFunction(() => 'signInWith' in window);
    await page.evaluate((theirs) => {
      window.signInWith(theirs);
    }, jwt);
  };
  const regenerate = async () => {
    await button('Regenerate token').click();
    await dialog().getByRole('button', { name: 'Regenerate token' }).click();
  };
  return {
    page,
    button,
    field,
    dialog,
    status: () => page.getByRole('status'),
    alert: () => page.getByRole('alert'),
    tokenShown,
    useJwt,
    open: (options?: object) => page.goto(site.url(options)),
    signInAs: async ({ jwt }: RemoteEndUser, options?: object) => {
      await page.goto(site.url(options));
      await useJwt(jwt);
    },
    regenerate,
    regenerated: async () => {
      await regenerate();
      return tokenShown();
    },
    /** A call of the content API as the site's own program would make it, on another origin. */
    callFromSite: (token: string) =>
      page.evaluate(
        async ([url, bearer]) =>
          (await fetch(`${url}/articles`, { headers: { Authorization: `Bearer ${bearer}` } }))
            .status,
        [site.apiUrl, token] as const,
      ),
    expectSound: async () => {
      expect(await violations(page, 'main')).toEqual([]);
    },
  };
};

export type SiteView = ReturnType<typeof siteView>;

interface Shared {
  strapi: RemoteEndUsers;
  site: Site;
}

export const test = base.extend<{ view: SiteView }, Shared>({
  strapi: [
    // Playwright reads the names of what a fixture needs from this pattern.
    async ({}, use) => {
      const strapi = await startRemoteEndUsers();
      await use(strapi);
      await strapi.stop();
    },
    { scope: 'worker', timeout: STARTING_MS },
  ],
  site: [
    async ({ strapi }, use) => {
      const site = await startSite(`${strapi.url}/api`);
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
  /** A page of its own for each test, of which the console may have nothing to say. */
  view: async ({ browser, site }, use) => {
    const context = await browser.newContext({ locale: 'en-US', timezoneId: 'Europe/Berlin' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await use(siteView(page, site));
    await context.close();
    expect(complaints.filter((text) => !text.includes(REFUSED))).toEqual([]);
  },
});
