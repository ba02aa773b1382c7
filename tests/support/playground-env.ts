/** The environment of a playground under test, in this process and in others. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { type BootedDatabase } from './database-of-playground';

export const ROOT = path.resolve(__dirname, '..', '..');
export const PLAYGROUND = path.join(ROOT, 'playground');

/** Secrets that are the same in every run, so that two boots, or two nodes, agree on them. */
export const TEST_SECRETS = {
  APP_KEYS: 'test-app-key-one,test-app-key-two',
  API_TOKEN_SALT: 'test-api-token-salt',
  ADMIN_JWT_SECRET: 'test-admin-jwt-secret',
  TRANSFER_TOKEN_SALT: 'test-transfer-token-salt',
  ENCRYPTION_KEY: 'test-encryption-key-of-32-chars!',
  JWT_SECRET: 'test-jwt-secret',
};

/**
 * `ENV_PATH` names no file on purpose: Strapi would otherwise read the `.env` of whoever runs the
 * tests, and a test would pass on one machine only.
 */
export const TEST_ENV = {
  ...TEST_SECRETS,
  NODE_ENV: 'test',
  ENV_PATH: path.join(ROOT, 'tests', 'support', 'no-such.env'),
  ADMIN_RATE_LIMIT: 'false',
  STRAPI_TELEMETRY_DISABLED: 'true',
  STRAPI_HIDE_STARTUP_MESSAGE: 'true',
  LOG_LEVEL: 'error',
};

/** What a test may ask of the playground; each is one of its switches. */
export interface PlaygroundOptions {
  /** A database that outlives this boot; else a fresh one, which goes with it. */
  database?: BootedDatabase;
  /** The configuration of the plugin; jobs run when a test says so, unless it turns them on. */
  apiAccess?: Record<string, unknown>;
  /** Boot without the plugin. */
  withoutApiAccess?: boolean;
  /** Which of the two plugins registers its authentication strategy last. */
  lastPlugin?: 'api-access' | 'users-permissions';
  /** Any other variable; wins over all of the above. */
  env?: Record<string, string>;
}

export const environmentOf = (
  options: Omit<PlaygroundOptions, 'database'> & { database?: Pick<BootedDatabase, 'env'> },
): Record<string, string> => ({
  ...TEST_ENV,
  ...options.database?.env,
  PLAYGROUND_API_ACCESS_CONFIG: JSON.stringify({ jobs: false, ...options.apiAccess }),
  PLAYGROUND_WITHOUT_API_ACCESS: String(options.withoutApiAccess ?? false),
  PLAYGROUND_PLUGIN_ORDER: `${options.lastPlugin ?? 'api-access'}-last`,
  ...options.env,
});

export interface TemporaryFolder {
  path: string;
  remove: () => void;
}

export const temporaryFolder = (): TemporaryFolder => {
  const folder = mkdtempSync(path.join(tmpdir(), 'api-access-test-'));
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
