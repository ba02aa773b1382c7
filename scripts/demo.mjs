/**
 * `npm run demo`: from a fresh clone to a running Strapi with keys in it.
 *
 *   npm run demo                    keeps the data of the last run
 *   npm run demo -- --reset         starts anew
 *   npm run demo -- --port 4000     listens elsewhere
 *
 * The playground takes the environment variables of a stock Strapi app, DATABASE_* among them.
 */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { ensureBuilt } from './lib/build.mjs';
import { MAILS, startDemoMails } from './lib/demo-mails.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { PLAYGROUND, shown, TMP } from './lib/paths.mjs';
import { withProgress } from './lib/progress.mjs';
import { checkNode, checkPort } from './lib/requirements.mjs';
import { lastLines } from './lib/run-logged.mjs';
import { ensureSecrets } from './lib/secrets.mjs';
import { startStrapi } from './lib/strapi-child.mjs';
import { runMain, UserError } from './lib/user-error.mjs';

const HELP = `npm run demo -- [--reset] [--port N]

  --reset    start anew: forget the data of former runs (SQLite only)
  --port N   the port to listen on; else PORT, else 1337
  --help     this text

Mails go nowhere: each is kept as a file in playground/.tmp/mails, and told of in a line, unless
PLAYGROUND_SMTP_PORT (and PLAYGROUND_SMTP_HOST) name a mail server.

The database is SQLite in playground/.tmp/demo.db, or what DATABASE_CLIENT, DATABASE_HOST and the
other variables of a stock Strapi app say.`;

const DATABASE_FILENAME = process.env.DATABASE_FILENAME ?? path.join('.tmp', 'demo.db');
const STATE = path.join(TMP, 'demo.json');
const LOG = path.join(TMP, 'demo.log');

const readArguments = () => {
  try {
    const { values } = parseArgs({
      options: {
        reset: { type: 'boolean', default: false },
        port: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return { ...values, port: Number(values.port ?? process.env.PORT ?? 1337) };
  } catch (error) {
    throw new UserError(`${error.message}\n\n${HELP}`);
  }
};

const reset = () => {
  if ((process.env.DATABASE_CLIENT ?? 'sqlite') !== 'sqlite') {
    throw new UserError(
      '--reset empties a SQLite file only: drop the database that DATABASE_* names yourself.',
    );
  }
  const file = path.resolve(PLAYGROUND, DATABASE_FILENAME);
  for (const suffix of ['', '-journal', '-shm', '-wal'])
    rmSync(`${file}${suffix}`, { force: true });
  rmSync(STATE, { force: true });
  rmSync(MAILS, { recursive: true, force: true });
};

const announce = (url, keepsMails) => {
  const { email, password, token } = JSON.parse(readFileSync(STATE, 'utf8'));
  const mails = keepsMails ? `Mails are kept in ${shown(MAILS)}, and each is told of here.\n` : '';
  console.log(`
API Access runs in a Strapi app:

  Admin panel   ${url}/admin
  Login         ${email}
  Password      ${password}

A call with a key:

  curl -H 'Authorization: Bearer ${token}' ${url}/api/articles

${mails}Strapi's log is ${shown(LOG)}. Ctrl+C stops it; "npm run demo -- --reset" starts anew.
`);
};

const environment = (port, mailEnv) => ({
  // Not production: there Strapi marks the session cookie as secure, and no browser sends it here.
  NODE_ENV: 'development',
  STRAPI_TELEMETRY_DISABLED: 'true',
  ...process.env,
  ...mailEnv,
  DATABASE_FILENAME,
  PORT: String(port),
  PLAYGROUND_SEED: 'demo',
  PLAYGROUND_SEED_STATE: STATE,
});

/** Fulfilled at the first Ctrl+C or request to end. */
const interrupted = () =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve('interrupted'));
    process.once('SIGTERM', () => resolve('interrupted'));
  });

/** Strapi listens on all addresses unless HOST says otherwise. */
const addressOf = (port) => {
  const host = process.env.HOST ?? '0.0.0.0';
  return `http://${['0.0.0.0', '::'].includes(host) ? 'localhost' : host}:${port}`;
};

const runUntilStopped = async (port) => {
  const url = addressOf(port);
  const stopRequested = interrupted();
  const mails = await startDemoMails({ tell: (line) => console.log(line) });
  const strapi = await startStrapi({ url, env: environment(port, mails.env), log: LOG });
  try {
    const starting = withProgress('Starting Strapi', strapi.ready);
    if ((await Promise.race([starting, stopRequested])) === 'interrupted') {
      starting.catch(() => undefined);
      return 0;
    }
    announce(url, mails.isOn);
    const end = await Promise.race([strapi.ended, stopRequested]);
    if (end === 'interrupted') return 0;
    throw new UserError(`Strapi ended (${end}). Its log: ${shown(LOG)}\n\n${lastLines(LOG)}`);
  } finally {
    await strapi.stop();
    await mails.stop();
  }
};

await runMain(async () => {
  const options = readArguments();
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  checkNode();
  await checkPort(options.port);
  if (options.reset) reset();
  await ensureInstalled();
  ensureSecrets();
  await ensureBuilt(['plugin', 'playground', 'panel']);
  return runUntilStopped(options.port);
});
