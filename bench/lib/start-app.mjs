import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

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

/** Starts a seeded playground; `ask` sends it a command and waits for the answer. */
export const startApp = async (config = {}, { env = {}, execArgv = [] } = {}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'api-access-bench-'));
  const child = fork(path.join(import.meta.dirname, 'app.mjs'), {
    cwd: APP,
    env: {
      ...process.env,
      ...SECRETS,
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      STRAPI_TELEMETRY_DISABLED: 'true',
      DATABASE_CLIENT: 'sqlite',
      DATABASE_FILENAME: path.join(folder, 'bench.db'),
      ENV_PATH: path.join(folder, 'none.env'),
      BENCH_APP: APP,
      BENCH_DIST: path.join(APP, 'dist'),
      PLAYGROUND_API_ACCESS_CONFIG: JSON.stringify({ jobs: false, ...config }),
      ...env,
    },
    execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const waiting = new Map();
  const answer = (id) =>
    new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
    });
  child.on('message', ({ id, result, error }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) resolve(result);
    else reject(new Error(error));
  });
  child.on('exit', (code) => {
    for (const { reject } of waiting.values())
      reject(new Error(`The app ended with code ${code}.`));
  });
  const seeded = await answer('ready');
  let last = 0;
  return {
    ...seeded,
    ask: (command, input) => {
      last += 1;
      child.send({ id: last, command, input });
      return answer(last);
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.send({ command: 'stop' });
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
