/** The panel with the demo in it, as every test of a page opens and looks at it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { type Browser, expect, type Page } from '@playwright/test';

import type { AdminAccount } from './accounts';
import { demoDatabase } from './demo-template';
import { enterPanel } from './panel';
import { ROOT } from './playground-env';
import { type PlaygroundProcess, startPlaygroundProcess } from './playground-process';

const shownInDocs = (): Set<string> => {
  const docs = ['README.md', 'docs/panel.md'].map((file) =>
    readFileSync(path.join(ROOT, file), 'utf8'),
  );
  return new Set(docs.join().match(/(?<=screenshots\/)[\w-]+(?=\.png)/g));
};

/** `UPDATE_SCREENSHOTS=1` renews the pictures that the docs show; others are looked at and thrown away. */
const pictureOf = (name: string): string => {
  const isForDocs = process.env.UPDATE_SCREENSHOTS === '1' && shownInDocs().has(name);
  return path.join(ROOT, isForDocs ? 'docs' : 'test-results', 'screenshots', `${name}.png`);
};

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What Strapi's own panel says on every page, whatever is installed in it. */
const OF_STRAPI = [
  /React Router Future Flag Warning/,
  /useRBAC: The first argument should be an array of permissions, not an object/,
  // Redux Toolkit's own measure of time, in its development build, on a busy machine.
  /InvariantMiddleware took/,
  // On a slow machine its store, which runs with the checks of development, says so.
  /(SerializableState|ImmutableState)InvariantMiddleware took/,
  // Strapi asks its own site for news, which no test machine has to reach.
  /ERR_NAME_NOT_RESOLVED|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION/,
];

interface Violation {
  id: string;
  impact: string | null;
  nodes: { html: string }[];
}

/** What axe finds serious or worse in a part of the page. */
export const violations = async (page: Page, within: string): Promise<string[]> => {
  await page.evaluate(AXE);
  const found = await page.evaluate<Violation[]>(
    `axe.run(${JSON.stringify(within)}).then((result) => result.violations)`,
  );
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
};

/** Everything a page has complained of in the console since it was opened. */
export const complaintsOf = (page: Page): string[] => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (!['error', 'warning'].includes(message.type())) return;
    if (!OF_STRAPI.some((known) => known.test(text))) complaints.push(text);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
};

export interface Look {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
}

export interface DemoPage {
  readonly page: Page;
  readonly complaints: string[];
  /** Opens a path of the panel, such as `/settings/api-access`. */
  readonly open: (to: string) => Promise<void>;
  /**
   * Waits for what the page loads, takes its picture, and expects neither axe nor the console to
   * complain; axe of a part of the page, where the rest is not ours.
   */
  readonly look: (name: string, within?: string) => Promise<void>;
  /** The same of the dialog that is open. */
  readonly lookAtDialog: (name: string) => Promise<void>;
}

interface DemoState {
  readonly email: string;
  readonly password: string;
  readonly token: string;
}

export interface Demo extends PlaygroundProcess {
  readonly state: DemoState;
  /** A page of its own, signed in and still blank. */
  readonly signedIn: (
    browser: Browser,
    look?: Look,
    account?: Pick<AdminAccount, 'email' | 'password'>,
  ) => Promise<DemoPage>;
}

/**
 * Waits until nothing is faded in or out any more, with no button that the mouse lies on: Strapi's
 * own colour of a hovered button lacks contrast.
 */
const untilStill = async (page: Page) => {
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    // What the mouse has left begins to fade with the next frame.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
};

const demoPage = (page: Page, url: string): DemoPage => {
  const complaints = complaintsOf(page);
  const expectSound = async (name: string, within: string) => {
    await page.waitForLoadState('networkidle');
    await untilStill(page);
    await page.screenshot({ path: pictureOf(name) });
    expect(await violations(page, within)).toEqual([]);
    expect(complaints).toEqual([]);
  };
  return {
    page,
    complaints,
    async open(to) {
      await page.goto(`${url}/admin${to}`);
    },
    async look(name, within = 'main') {
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectSound(name, within);
    },
    async lookAtDialog(name) {
      await expect(page.locator('[role=dialog], [role=alertdialog]').first()).toBeVisible();
      await expectSound(name, '[role=dialog], [role=alertdialog]');
    },
  };
};

/** A playground of its own, filled as the demo is. */
export const startDemo = async (env: Record<string, string> = {}): Promise<Demo> => {
  const { database, stateFile } = await demoDatabase();
  const playground = await startPlaygroundProcess({
    database,
    env: { PLAYGROUND_SEED: 'demo', PLAYGROUND_SEED_STATE: stateFile, ...env },
  });
  const state = JSON.parse(readFileSync(stateFile, 'utf8')) as DemoState;
  return {
    ...playground,
    state,
    async signedIn(
      browser,
      { theme = 'light', width = 1280, height = 900, locale = 'en-US' } = {},
      account = state,
    ) {
      const context = await browser.newContext({ viewport: { width, height }, locale });
      // Where Strapi's panel keeps the choice of the theme.
      await context.addInitScript((name) => {
        localStorage.setItem('STRAPI_THEME', name);
      }, theme);
      await enterPanel(context, playground.url, account);
      const page = await context.newPage();
      return demoPage(page, playground.url);
    },
    async stop() {
      await playground.stop();
      await database.drop();
    },
  };
};
