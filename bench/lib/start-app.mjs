import path from 'node:path';

import { startChild } from './child.mjs';
import { freshDatabase } from './databases.mjs';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const APP = path.join(ROOT, 'playground');

const SECRETS = {
  APP_KEYS: 'bench-key-one,bench-key-two',
  API_TOKEN_SALT: 'bench-api-token-salt',
  ADMIN_JWT_SECRET: 'bench-admin-jwt-secret',
  TRANSFER_TOKEN_SALT: 'bench-transfer-token-salt',
  ENCRYPTION_KEY: 'bench-encryption-key-of-32-chars',
  JWT_SECRET: 'bench-jwt-secret',
};

/**
 * Starts a playground; `ask` sends it a command and waits for the answer.
 *
 * @param config - Of the plugin.
 * @param database - Where it is to stay when the app stops; else the app has one of its own.
 * @param on - On which kind of server its own database lies.
 * @param isSeeded - Without, what was seeded on the same database before is there.
 */
export const startApp = async (
  config = {},
  { env = {}, execArgv = [], database, on = 'sqlite', isSeeded = true } = {},
) => {
  const own = database === undefined ? await freshDatabase(on) : undefined;
  const child = await startChild(path.join(import.meta.dirname, 'app.mjs'), {
    cwd: APP,
    env: {
      ...SECRETS,
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      STRAPI_TELEMETRY_DISABLED: 'true',
      ENV_PATH: path.join(ROOT, 'none.env'),
      BENCH_APP: APP,
      BENCH_DIST: path.join(APP, 'dist'),
      PLAYGROUND_API_ACCESS_CONFIG: JSON.stringify({ jobs: false, ...config }),
      ...(database ?? own).env,
      ...env,
    },
    execArgv,
  });
  const seeded = isSeeded ? await child.ask('seed') : {};
  return {
    ...child.ready,
    ...seeded,
    ask: child.ask,
    stop: async () => {
      await child.stop();
      await own?.drop();
    },
  };
};

/** The same app with Strapi's own tokens alone. */
export const startAppWithoutPlugin = (options = {}) =>
  startApp({}, { ...options, env: { ...options.env, PLAYGROUND_WITHOUT_API_ACCESS: 'true' } });
