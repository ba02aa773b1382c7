import path from 'node:path';

import { expect, test } from '@playwright/test';

import {
  chunkOfPanelFile,
  isNamedAfter,
  pageModules,
  panelFilesWith,
} from '../support/admin-bundle';
import { type Demo, type DemoPage, startDemo } from '../support/demo-panel';

const KEYS = '/settings/api-access';
const ROLES = '/settings/api-access-roles';

/** What the chart library says when a canvas is used twice, whatever its names are made into. */
const OF_THE_CHARTS = 'Canvas is already in use';

test.describe('what the panel loads', () => {
  let demo: Demo;
  let panel: DemoPage;
  let loaded: string[] = [];
  let charts: string[] = [];

  test.beforeAll(async ({ browser }) => {
    charts = panelFilesWith(OF_THE_CHARTS);
    demo = await startDemo();
    panel = await demo.signedIn(browser);
    panel.page.on('request', (request) => {
      if (request.url().endsWith('.js')) loaded.push(request.url());
    });
  });

  test.afterAll(async () => {
    await panel.page.context().close();
    await demo.stop();
  });

  /** The pages of the plugin among what was loaded since a path was opened. */
  const pagesAt = async (open: () => Promise<void>, heading: string | RegExp) => {
    loaded = [];
    await open();
    await expect(panel.page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await panel.page.waitForLoadState('networkidle');
    return loaded
      .map(chunkOfPanelFile)
      .flatMap((chunk) => pageModules().find((name) => chunk && isNamedAfter(chunk, name)) ?? []);
  };

  const goTo = (to: string) => () => panel.open(to);
  const hasLoadedCharts = () => loaded.some((url) => charts.includes(path.basename(url)));

  test('no page and no chart on the home page, but the widget', async () => {
    expect(await pagesAt(goTo('/'), /Hello/)).toEqual([]);
    await expect(panel.page.getByText('staging-main-app')).toBeVisible();
    expect(loaded.map(chunkOfPanelFile)).toContainEqual(
      expect.stringMatching(/^attention-widget-/),
    );
    expect(hasLoadedCharts()).toBe(false);
  });

  for (const [to, module, heading] of [
    [KEYS, 'list-page', 'API Access'],
    [`${KEYS}/create`, 'create-page', 'Create an API key'],
    [ROLES, 'list-page', 'API roles'],
    [`${ROLES}/create`, 'create-page', 'Create an API role'],
  ] as const) {
    test(`one page, and no chart, at ${to}`, async () => {
      expect(await pagesAt(goTo(to), heading)).toEqual([module]);
      expect(hasLoadedCharts()).toBe(false);
    });
  }

  test('the page of a key, with the charts', async () => {
    await panel.open(KEYS);
    const key = panel.page.getByRole('link', { name: 'prod-main-app', exact: true });
    await expect(key).toBeVisible();

    expect(await pagesAt(() => key.click(), 'prod-main-app')).toEqual(['detail-page']);
    expect(charts).not.toEqual([]);
    await expect.poll(hasLoadedCharts).toBe(true);
  });
});
