/**
 * Better Auth's API-key plugin in a process of its own, on SQLite in files of its own, as its docs set
 * it up: `better-sqlite3`, no pragma. A key that may find articles, verified for just that.
 */
import { createRequire } from 'node:module';
import path from 'node:path';

import { apiKey } from '@better-auth/api-key';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';

import { serve } from './serve.mjs';

const Database = createRequire(import.meta.url)('better-sqlite3');

const PERMISSIONS = { articles: ['find'] };

/** By default a key is good for 10 requests a day; so many that none is refused here. */
const NO_END = 1_000_000_000;

const VARIANTS = {
  default: { rateLimit: { enabled: true, maxRequests: NO_END } },
  unlimited: { rateLimit: { enabled: false } },
  wal: { rateLimit: { enabled: false }, isWal: true },
};

const start = async (name, { rateLimit, isWal = false }) => {
  const database = new Database(path.join(process.env.BENCH_FOLDER, `${name}.db`));
  if (isWal) database.pragma('journal_mode = WAL');
  const options = {
    database,
    baseURL: 'http://127.0.0.1',
    secret: 'a-secret-of-the-benchmarks-of-40-letters',
    emailAndPassword: { enabled: true },
    telemetry: { enabled: false },
    plugins: [apiKey({ rateLimit })],
  };
  // Before it starts, since it complains of tables that are missing.
  const { runMigrations } = await getMigrations(options);
  await runMigrations();
  const auth = betterAuth(options);
  const { user } = await auth.api.signUpEmail({
    body: { name: 'Bench', email: 'bench@example.com', password: 'Correct-horse-1' },
  });
  const { key } = await auth.api.createApiKey({
    body: { userId: user.id, permissions: PERMISSIONS },
  });
  return { auth, key };
};

const apps = {};
for (const [name, variant] of Object.entries(VARIANTS)) apps[name] = await start(name, variant);

const verifyOnce = async ({ auth, key }) => {
  const headers = { authorization: `Bearer ${key}` };
  const start = process.hrtime.bigint();
  const token = headers.authorization.slice('Bearer '.length);
  const { valid } = await auth.api.verifyApiKey({ body: { key: token, permissions: PERMISSIONS } });
  const micros = Number(process.hrtime.bigint() - start) / 1000;
  if (!valid) throw new Error('A benchmark measured a refusal.');
  return micros;
};

serve({
  async warm({ variant, count }) {
    const samples = [];
    for (let n = 0; n < count; n += 1) samples.push(await verifyOnce(apps[variant]));
    return samples;
  },
});
