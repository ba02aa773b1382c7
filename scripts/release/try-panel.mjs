/** Uses the panel that an app has built with the packed plugin, in a real browser. */
import path from 'node:path';

import { findChromium } from '../lib/chromium.mjs';
import { CACHE, shown } from '../lib/paths.mjs';
import { withProgress } from '../lib/progress.mjs';

const PICTURE = path.join(CACHE, 'release-panel.png');
const PATIENCE_MS = 60_000;
const NAME = 'made-in-the-panel';
const OF_THE_PLUGIN = /\/api-access(?:\/|\?|$)/;

/** What fails without a word to the user: thrown errors, and requests of the plugin's pages. */
const listen = (page) => {
  const failures = [];
  page.on('pageerror', (error) => failures.push(String(error)));
  page.on('response', (response) => {
    const [url, status] = [response.url(), response.status()];
    if (status >= 400 && OF_THE_PLUGIN.test(url)) failures.push(`${status} ${url}`);
  });
  return failures;
};

const signIn = async (page, address, { email, password }) => {
  await page.goto(address);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').first().fill(password);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.getByRole('link', { name: 'Settings' }).first().click();
  await page.getByRole('link', { name: 'API Access', exact: true }).click();
};

const makeKey = async (page) => {
  await page.getByRole('link', { name: 'Create an API key' }).first().click();
  await page.getByLabel(/^Access Name/).fill(NAME);
  await page.getByRole('button', { name: 'Create key' }).first().click();
  return (await page.getByLabel('Token', { exact: true }).innerText()).trim();
};

const use = async (page, { url, panel, admin, keyName }, { equal }) => {
  const failures = listen(page);
  await signIn(page, url + panel, admin);
  const row = page.getByRole('row').filter({ hasText: keyName });
  await row.first().waitFor();
  equal('the list has the key that is there', await row.count(), 1);

  const token = await makeKey(page);
  const line = `curl -H "Authorization: Bearer ${token}" ${url}/api/api-access/whoami`;
  equal('a new key is shown as the app is called', await page.getByText(line).count(), 1);
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${url}/api/api-access/whoami`, { headers });
  equal('it is taken there', [answer.status, (await answer.json()).data?.name], [200, NAME]);
  await page.getByRole('button', { name: 'Done, I stored it' }).first().click();

  await page.getByRole('link', { name: 'My access tokens' }).click();
  await page.getByRole('heading', { name: 'My access tokens', level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  equal('nothing failed in the panel', failures, []);
};

/**
 * Signs in as `admin`, looks for the key `keyName` and makes another one. `url` is the address of
 * the app for its users, with the path it may lie below, and `panel` the path of its panel there.
 */
export const tryPanel = async (about, checks) => {
  // Not there before the first install.
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ locale: 'en-US' });
    page.setDefaultTimeout(PATIENCE_MS);
    try {
      await withProgress('Using its panel', () => use(page, about, checks));
    } catch (error) {
      await page.screenshot({ path: PICTURE });
      throw new Error(`${error.message}\nThe page then: ${shown(PICTURE)}`, { cause: error });
    }
  } finally {
    await browser.close();
  }
};
