import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { PLAYGROUND } from './paths.mjs';

const ENV_FILE = path.join(PLAYGROUND, '.env');
const secret = () => randomBytes(24).toString('base64');

/** The secrets of a stock app, drawn once for each clone. The file is never committed. */
export const ensureSecrets = () => {
  if (existsSync(ENV_FILE)) return;
  const values = {
    APP_KEYS: [secret(), secret()].join(','),
    API_TOKEN_SALT: secret(),
    ADMIN_JWT_SECRET: secret(),
    TRANSFER_TOKEN_SALT: secret(),
    ENCRYPTION_KEY: secret(),
    JWT_SECRET: secret(),
  };
  const text = Object.entries(values).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(ENV_FILE, text.join(''), { mode: 0o600 });
};
