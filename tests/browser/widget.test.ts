import { expect, type Page, test } from '@playwright/test';

import type { Attention, AttentionKey } from '../../contracts';
import { type Demo, type DemoPage, startDemo } from '../support/demo-panel';
import { adminWith } from '../support/panel-admins';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WIDGET = '[aria-labelledby="plugin::api-access.attention"]';

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

const key = (name: string, expiresInDays: number, tried: string | null = null): AttentionKey => ({
  id: `id-of-${name}`,
  name,
  displayId: 'sak_7Hd2kQpXw3Zt',
  expiresAt: inMs(expiresInDays * DAY_MS + HOUR_MS),
  lastTriedAt: tried,
});

const SOME: Attention = {
  expiring: { total: 7, keys: [key('staging-main-app', 5), key('prod-mobile-app', 20)] },
  expiredInUse: { total: 1, keys: [key('prod-partner-feed', -10, inMs(-2 * HOUR_MS))] },
};
const NONE: Attention = {
  expiring: { total: 0, keys: [] },
  expiredInUse: { total: 0, keys: [] },
};

/** Answers the widget's request in the server's place. */
const answer = (page: Page, data: Attention | null, status = 200) =>
  page.route(
    (url) => url.pathname === '/api-access/keys/attention',
    (route) =>
      route.fulfill({
        status,
        json:
          status < 400 ? { data } : { data: null, error: { status, name: 'Error', message: '' } },
      }),
  );

for (const look of [
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 768 },
] as const) {
  const called = (name: string) => `${name}-${look.theme}-${look.width}`;

  test.describe(`the widget of the home page, ${look.theme}, ${look.width} px wide`, () => {
    let demo: Demo;
    let panel: DemoPage;
    let page: Page;

    test.beforeAll(async ({ browser }) => {
      demo = await startDemo();
      panel = await demo.signedIn(browser, look);
      page = panel.page;
    });

    test.afterAll(async () => {
      await page.context().close();
      await demo.stop();
    });

    test.afterEach(async () => {
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      panel.complaints.length = 0;
    });

    const widget = () => page.locator(WIDGET);
    /** Strapi draws the frame and its heading, whose grey is its own; what is in it is ours. */
    const lookAtWidget = async (name: string) => {
      await widget().scrollIntoViewIfNeeded();
      await panel.look(called(name), `${WIDGET} main`);
    };

    test('shows the demo’s keys that expire soon and those that have and are still tried', async () => {
      await panel.open('/');
      await expect(widget().getByRole('heading', { level: 2 })).toHaveText('API keys to see to');
      const expiring = widget().getByRole('link', { name: 'staging-main-app' });
      await expect(expiring).toBeVisible();
      await expect(widget()).toContainText(/Expires in \d days/);
      await expect(widget().getByRole('link', { name: 'prod-main-app' })).toHaveCount(0);
      await lookAtWidget('widget');
      await expiring.click();

      await expect(page.getByRole('heading', { level: 1, name: 'staging-main-app' })).toBeVisible();
    });

    test('puts what fails already first, and says how many more there are', async () => {
      await answer(page, SOME);
      await panel.open('/');
      await expect(widget().getByRole('listitem').first()).toContainText('prod-partner-feed');
      await expect(widget().getByRole('listitem').first()).toContainText(
        /Expired 10 days ago · last tried 2 hours ago/,
      );
      await lookAtWidget('widget-some');
      const more = widget().getByRole('link', { name: '5 more keys that expire soon' });
      await more.click();

      await expect(page).toHaveURL(/settings\/api-access\?quick=expires-soon/);
    });

    test('says so where there is nothing to see to', async () => {
      await answer(page, NONE);
      await panel.open('/');

      await expect(widget()).toContainText('Nothing expires in the next 30 days');
      await lookAtWidget('widget-none');
    });

    test('says so where it cannot be read, and tries again', async () => {
      await answer(page, null, 500);
      await panel.open('/');
      await expect(widget()).toContainText('The server failed to answer');
      await page.unrouteAll();
      await answer(page, SOME);
      await widget().getByRole('button', { name: 'Try again' }).click();

      await expect(widget().getByRole('link', { name: 'prod-partner-feed' })).toBeVisible();
    });

    test('is not there for those who may not read keys', async ({ browser }) => {
      const account = await adminWith(demo.url, demo.state, 'Wanda', ['get-role', 'personal']);
      const other = await demo.signedIn(browser, look, account);
      const asked: string[] = [];
      other.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await other.open('/');
      await expect(other.page.getByRole('link', { name: 'Profile settings' })).toBeVisible();
      await other.page.waitForLoadState('networkidle');

      await expect(other.page.locator(WIDGET)).toHaveCount(0);
      expect(asked).toContain('/admin/users/me');
      expect(asked).not.toContain('/api-access/keys/attention');
      await other.page.context().close();
    });
  });
}
