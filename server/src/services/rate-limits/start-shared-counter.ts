import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { REDIS_DEFAULTS } from '../../config';
import { getService } from '../get-service';
import { pluginConfig } from '../plugin-config';
import { connectRedisCounter } from './redis-counter';
import { createSharedCounter, type SharedCounter } from './shared-counter';

/**
 * Tells the app apart from others on one Redis, by its server secret and its database: a copy of the
 * database has another secret, an app with a copied secret another database.
 */
const appName = async (strapi: Core.Strapi): Promise<string> => {
  const database = await getService(strapi, 'states').keep('rate-limits', randomUUID());
  return getService(strapi, 'secrets').nameFor(String(database));
};

/** `undefined` without `redis` in the config. */
export const startSharedCounter = async (
  strapi: Core.Strapi,
): Promise<SharedCounter | undefined> => {
  const { redis } = pluginConfig(strapi);
  if (redis === undefined) return undefined;
  const { url, keyPrefix, timeoutMs } = { ...REDIS_DEFAULTS, ...redis };
  const shared = createSharedCounter(
    strapi,
    connectRedisCounter({
      url,
      keyPrefix: `${keyPrefix}:${await appName(strapi)}`,
      timeoutMs,
      appRoot: strapi.dirs.app.root,
    }),
  );
  await shared.start();
  return shared;
};
