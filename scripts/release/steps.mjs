import { createServer } from 'node:net';
import path from 'node:path';

import { missingAmong } from '../lib/available-servers.mjs';
import { resultOfNothing } from '../lib/test-results.mjs';
import testServers from '../lib/test-servers.cjs';
import { APPS } from './app-choices.mjs';
import { auditDependencies } from './audit.mjs';
import { createChecks } from './checks.mjs';
import { makeApp } from './make-app.mjs';
import { withDatabase } from './own-database.mjs';
import { startPathProxy } from './path-proxy.mjs';
import { runApp } from './run-app.mjs';

/** What belongs to the command that runs, or to the playground, and is not to reach an app. */
const OF_THIS_COMMAND = /^(npm_(package|lifecycle)_|PLAYGROUND_|DATABASE_|NODE_ENV$|INIT_CWD$)/;

const appEnv = () => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !OF_THIS_COMMAND.test(name)),
  ),
  STRAPI_TELEMETRY_DISABLED: 'true',
});

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Gives the port for an app to listen at, and its address for users, while `work` runs. */
const withAddress = async ({ path: below }, work) => {
  const port = await freePort();
  if (below === undefined) return work({ port, url: `http://127.0.0.1:${port}` });
  const proxy = await startPathProxy({ path: below, port });
  try {
    return await work({ port, url: proxy.url });
  } finally {
    await proxy.stop();
  }
};

const appStep = (app) => ({
  name: app.name,
  label: app.label,
  servers: app.server === undefined ? [] : [app.server],
  run: async ({ folder, tarball }) => {
    const [missing] = missingAmong(app.server === undefined ? [] : [app.server]);
    if (missing !== undefined) return resultOfNothing(missing);
    const server = testServers.SERVERS[app.server];
    const checks = createChecks();
    const tryAt = async ({ port, url }, database) => {
      const env = { ...appEnv(), ...(app.path === undefined ? {} : { PUBLIC_URL: url }) };
      const place = { folder: path.join(folder, `${app.name}-app`), env, port, url };
      await makeApp(app, { ...place, tarball, server, database });
      await runApp(app, place, checks);
    };
    const work = async (database) => {
      try {
        await withAddress(app, (address) => tryAt(address, database));
      } catch (error) {
        checks.broke(error);
      }
      return checks.result();
    };
    if (server === undefined) return work();
    const database = `api_access_release_${process.pid}`;
    return withDatabase(server, database, () => work(database));
  },
});

/** What `npm run test:release` does, in this order. */
export const RELEASE_STEPS = [
  {
    name: 'audit',
    label: 'Known vulnerabilities',
    run: ({ folder, tarball }) => auditDependencies(folder, tarball),
  },
  ...APPS.map(appStep),
];
