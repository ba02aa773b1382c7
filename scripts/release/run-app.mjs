/** Starts a new app as a process of its own, looks at it, and ends it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { packageJson } from '../lib/package-json.mjs';
import { CACHE } from '../lib/paths.mjs';
import { withProgress } from '../lib/progress.mjs';
import { startStrapi } from '../lib/strapi-child.mjs';
import { folderOf, sharedCopies } from './shared-copies.mjs';
import { ADMIN, KEY_NAME, tryApp } from './try-app.mjs';
import { tryPanel } from './try-panel.mjs';

/** What the chart library says when a canvas is used twice, whatever its names are made into. */
const OF_THE_CHARTS = 'Canvas is already in use';

const panelOf = (language) => (language === 'typescript' ? ['dist', 'build'] : ['build']);

/** Which files of the panel hold the charts, and whether a page loads them of itself. */
const chartsIn = (folder) => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const html = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const holders = files.filter((name) =>
    readFileSync(path.join(folder, name), 'utf8').includes(OF_THE_CHARTS),
  );
  return { areThere: holders.length > 0, atOnce: holders.filter((name) => html.includes(name)) };
};

const lookAtFiles = ({ language }, folder, { equal }) => {
  const copies = sharedCopies(folder);
  for (const { name, ofPlugin, ofStrapi } of copies) {
    equal(`the plugin and Strapi share one ${name}`, ofPlugin, ofStrapi);
  }
  const plugin = folderOf(packageJson().name, folder);
  equal('ioredis is not installed', folderOf('ioredis', plugin), undefined);
  equal(
    'the panel has charts, and loads none at once',
    chartsIn(path.join(folder, ...panelOf(language))),
    {
      areThere: true,
      atOnce: [],
    },
  );
};

/** `url` is its address for users, which may not be the one that it listens at. */
export const runApp = async (app, { folder, env, port, url }, checks) => {
  lookAtFiles(app, folder, checks);
  const program = path.join(folder, 'node_modules', '@strapi', 'strapi', 'bin', 'strapi.js');
  const strapi = await startStrapi({
    url: `http://127.0.0.1:${port}`,
    env: { ...env, HOST: '127.0.0.1', PORT: String(port) },
    log: path.join(CACHE, `release-${app.name}-start.log`),
    app: { folder, program },
  });
  try {
    await withProgress('Starting it', strapi.ready);
    await tryApp(url, checks);
    await tryPanel({ url, panel: app.panel, admin: ADMIN, keyName: KEY_NAME }, checks);
  } finally {
    await strapi.stop();
  }
};
