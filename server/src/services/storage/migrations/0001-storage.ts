import { randomUUID } from 'node:crypto';
import { dialectOf } from '../database';
import { TABLES } from '../tables';
import type { Migration } from './migration';

export const storage: Migration = {
  name: '0001-storage',
  async up({ strapi, trx, createTable }) {
    const isMysql = dialectOf(strapi) === 'mysql';
    await createTable(TABLES.credentials, (table) => {
      table.integer('key_id').unsigned().primary();
      // MySQL and MariaDB compare text without case unless told otherwise.
      if (isMysql)
        table
          .specificType('access_id', 'varchar(12) character set ascii collate ascii_bin')
          .notNullable();
      else table.string('access_id', 12).notNullable();
      table.string('prefix', 16).notNullable();
      table.string('name_key', 64).nullable();
      table.string('secret_hash', 255).notNullable();
      table.string('mac', 64).notNullable();
      table.string('mac_key_id', 16).notNullable();
      table.string('secret_tag', 8).notNullable();
      table.string('hint', 64).notNullable();
      table.bigInteger('issued_at').notNullable();
      table.bigInteger('expires_at').nullable();
      table.bigInteger('revoked_at').nullable();
      table.string('owner_kind', 8).nullable();
      table.string('owner_id', 64).nullable();
      table.text('networks').nullable();
      table.string('role_set', 700).notNullable();
      table.unique(['access_id'], { indexName: 'api_access_credentials_access_id_uq' });
      table.unique(['name_key'], { indexName: 'api_access_credentials_name_key_uq' });
      table.index(['expires_at'], 'api_access_credentials_expires_at_idx');
      table.index(['owner_kind', 'owner_id'], 'api_access_credentials_owner_idx');
    });
    await createTable(TABLES.usageDays, (table) => {
      table.integer('key_id').unsigned().notNullable();
      table.string('day', 10).notNullable();
      table.bigInteger('allowed').notNullable().defaultTo(0);
      table.bigInteger('denied').notNullable().defaultTo(0);
      table.primary(['key_id', 'day']);
    });
    await createTable(TABLES.usageTotals, (table) => {
      table.integer('key_id').unsigned().primary();
      table.bigInteger('allowed').notNullable().defaultTo(0);
      table.bigInteger('denied').notNullable().defaultTo(0);
      table.bigInteger('last_used_at').nullable();
      table.string('last_address', 64).nullable();
      table.index(['last_used_at'], 'api_access_usage_totals_last_used_at_idx');
    });
    await createTable(TABLES.epoch, (table) => {
      table.integer('id').unsigned().primary();
      table.string('value', 36).notNullable();
    });
    const epoch = strapi.db.getConnection(TABLES.epoch).transacting(trx);
    await epoch.insert({ id: 1, value: randomUUID() }).onConflict('id').ignore();
  },
};
