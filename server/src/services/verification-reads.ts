import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { createTurns } from '../domain/turns';
import { pluginConfig } from './plugin-config';
import { dialectOf, reading } from './storage/database';

/** Connections that knex keeps at most where the app does not say. */
const POOL_MAX = 10;

/**
 * Reads that requests wait for, no longer than `verifyTimeoutMs`. Where the database does not answer:
 * - no more of them wait for a connection than the pool has, so that none runs for a request that has
 *   been answered long ago, and the app's own find the pool free when the database is back;
 * - a connection that has fallen silent is given up with its read. Nothing else ever would: it stays
 *   in use for ever where the server is gone without a word, as after a failover.
 */
export const createVerificationReads = (strapi: Core.Strapi) => {
  const { verifyTimeoutMs } = pluginConfig(strapi);
  const poolMax = strapi.config.get<number>('database.connection.pool.max', POOL_MAX);
  const turns = createTurns(poolMax, verifyTimeoutMs, () => performance.now());
  // SQLite answers before it can be given up.
  const isRemote = dialectOf(strapi) !== 'sqlite';

  /** knex destroys a connection whose query took too long, and lends it to nobody. */
  const bounded = (query: Knex.Raw): Knex.Raw =>
    isRemote ? query.timeout(verifyTimeoutMs) : query;

  return {
    /** What one statement reads; in a transaction of the app's own, as a part of that. */
    async run(query: () => Knex.Raw): Promise<unknown> {
      if (strapi.db.inTransaction())
        return reading(strapi, (trx) =>
          Promise.resolve(trx === undefined ? query() : query().transacting(trx)),
        );
      return turns.run(() => Promise.resolve(bounded(query())));
    },
  };
};
