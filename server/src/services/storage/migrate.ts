import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { dialectOf, table, transaction, type Trx } from './database';
import { MIGRATIONS } from './migrations';
import type { Migration } from './migrations/migration';
import { TABLES } from './tables';

/** Any number that nothing else locks: advisory locks are numbered across a whole PostgreSQL server. */
const ADVISORY_LOCK = 72_717_400_301;
const MYSQL_LOCK = 'api_access_migrations';
const LOCK_WAIT_SECONDS = 60;

/** Lets one node at a time migrate; the others wait, then find everything done. */
const lock = async (strapi: Core.Strapi, trx: Trx): Promise<void> => {
  const dialect = dialectOf(strapi);
  if (dialect === 'postgres') await trx.raw('select pg_advisory_xact_lock(?)', [ADVISORY_LOCK]);
  if (dialect !== 'mysql') return;
  const [rows] = (await trx.raw('select get_lock(?, ?) as locked', [
    MYSQL_LOCK,
    LOCK_WAIT_SECONDS,
  ])) as [{ locked: unknown }[]];
  if (Number(rows[0]?.locked) !== 1) {
    throw new Error(
      'api-access: another node has been migrating for too long; start this one again.',
    );
  }
};

const unlock = async (strapi: Core.Strapi, trx: Trx): Promise<void> => {
  if (dialectOf(strapi) === 'mysql') await trx.raw('select release_lock(?)', [MYSQL_LOCK]);
};

/** The index, or the primary key, is there already. */
const DUPLICATE_KEY = new Set<unknown>(['ER_DUP_KEYNAME', 'ER_MULTIPLE_PRI_KEY']);

/**
 * The indexes of a table that stands: knex makes each of them by a statement after the table's own,
 * and a boot that ended in between left MySQL without the rest.
 */
const addIndexesOf = async (trx: Trx, made: Knex.SchemaBuilder): Promise<void> => {
  const [, ...indexes] = made.toSQL() as unknown as { readonly sql: string }[];
  for (const { sql } of indexes) {
    try {
      await trx.raw(sql);
    } catch (error) {
      if (!DUPLICATE_KEY.has((error as { code?: unknown }).code)) throw error;
    }
  }
};

const run = async (strapi: Core.Strapi, trx: Trx, migration: Migration): Promise<void> => {
  await migration.up({
    strapi,
    trx,
    tableOf: (name) => table(strapi, name, trx),
    async createTable(name, build) {
      const exists = await strapi.db.getSchemaConnection(trx).hasTable(name);
      const made = strapi.db.getSchemaConnection(trx).createTable(name, build);
      if (!exists) await made;
      else if (dialectOf(strapi) === 'mysql') await addIndexesOf(trx, made);
    },
    async addColumn(name, column, build) {
      const exists = await strapi.db.getSchemaConnection(trx).hasColumn(name, column);
      if (!exists) await strapi.db.getSchemaConnection(trx).alterTable(name, build);
    },
    async addIndex(name, columns, index) {
      // The others undo it with the transaction.
      if (dialectOf(strapi) === 'mysql') {
        const [rows] = (await trx.raw('show index from ?? where Key_name = ?', [name, index])) as [
          unknown[],
        ];
        if (rows.length > 0) return;
      }
      await strapi.db
        .getSchemaConnection(trx)
        .alterTable(name, (altered) => void altered.index([...columns], index));
    },
  });
  await strapi.db
    .getConnection(TABLES.migrations)
    .transacting(trx)
    .insert({ name: migration.name });
};

/**
 * Brings the plugin's own tables to this version: all migrations that this database has not seen,
 * in order, in one transaction under a lock.
 */
export const migrate = async (strapi: Core.Strapi): Promise<void> =>
  transaction(strapi, async (trx) => {
    await lock(strapi, trx);
    try {
      const known = await strapi.db.getSchemaConnection(trx).hasTable(TABLES.migrations);
      if (!known) {
        await strapi.db
          .getSchemaConnection(trx)
          .createTable(TABLES.migrations, (table) => table.string('name', 64).primary());
      }
      const rows = await strapi.db
        .getConnection(TABLES.migrations)
        .transacting(trx)
        .select<{ name: string }[]>('name');
      const done = new Set(rows.map(({ name }) => name));
      for (const migration of MIGRATIONS) {
        if (!done.has(migration.name)) await run(strapi, trx, migration);
      }
    } finally {
      await unlock(strapi, trx);
    }
  });
