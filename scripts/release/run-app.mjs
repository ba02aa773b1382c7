/** Starts a new app as a process of its own, looks at it, and ends it. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

import { CACHE } from '../lib/paths.mjs';
import { withProgress } from '../lib/progress.mjs';
import { startStrapi } from '../lib/strapi-child.mjs';
import { folderOf, sharedCopies } from './shared-copies.mjs';
import { tryApp } from './try-app.mjs';
import { packageJson } from '../lib/package-json.mjs';

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

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

export const runApp = async (app, { folder, env }, checks) => {
  lookAtFiles(app, folder, checks);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const program = path.join(folder, 'node_modules', '@strapi', 'strapi', 'bin', 'strapi.js');
  const strapi = await startStrapi({
    url,
    env: { ...env, HOST: '127.0.0.1', PORT: String(port) },
    log: path.join(CACHE, `release-${app.name}-start.log`),
    app: { folder, program },
  });
  try {
    await withProgress('Starting it', strapi.ready);
    await tryApp(url, checks);
  } finally {
    await strapi.stop();
  }
};
