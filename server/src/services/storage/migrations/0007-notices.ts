import { dialectOf } from '../database';
import { TABLES } from '../tables';
import type { Migration } from './migration';

/** Expiry notices, the mails that wait to be sent, and the leases of the jobs. */
export const notices: Migration = {
  name: '0007-notices',
  async up({ strapi, createTable, addColumn, addIndex }) {
    const isMysql = dialectOf(strapi) === 'mysql';
    // When the notices of a key are to be looked at next: at once (0) where its expiry is new, never
    // (null) where no notice is left. So a run reads the keys that are due, and no others.
    await addColumn(TABLES.credentials, 'notice_at', (table) => {
      table.bigInteger('notice_at').nullable().defaultTo(0);
    });
    await addIndex(
      TABLES.credentials,
      ['notice_at', 'key_id'],
      'api_access_credentials_notice_at_idx',
    );
    await createTable(TABLES.notices, (table) => {
      table.integer('key_id').unsigned().notNullable();
      table.bigInteger('expires_at').notNullable();
      // Before the expiry; 0 is the expiry itself.
      table.integer('days').unsigned().notNullable();
      table.bigInteger('at').notNullable();
      table.primary(['key_id', 'expires_at', 'days']);
      table.index(['expires_at'], 'api_access_notices_expires_at_idx');
    });
    await createTable(TABLES.noticeRecipients, (table) => {
      table.integer('key_id').unsigned().notNullable();
      table.bigInteger('expires_at').notNullable();
      table.integer('days').unsigned().notNullable();
      // Two people whose addresses differ by an accent are one to MySQL unless told otherwise.
      if (isMysql)
        table
          .specificType('recipient', 'varchar(254) character set utf8mb4 collate utf8mb4_bin')
          .notNullable();
      else table.string('recipient', 254).notNullable();
      table.string('part', 16).notNullable();
      table.primary(['recipient', 'key_id', 'expires_at', 'days']);
    });
    await createTable(TABLES.mails, (table) => {
      table.string('id', 64).primary();
      table.string('kind', 16).notNullable();
      table.string('recipient', 254).notNullable();
      table.text('content', 'longtext').notNullable();
      table.string('state', 16).notNullable();
      table.integer('attempts').unsigned().notNullable().defaultTo(0);
      table.bigInteger('next_at').notNullable();
      table.bigInteger('made_at').notNullable();
      table.bigInteger('done_at').nullable();
      table.string('error', 400).nullable();
      table.index(['state', 'next_at'], 'api_access_mails_next_at_idx');
      table.index(['done_at'], 'api_access_mails_done_at_idx');
    });
    await createTable(TABLES.leases, (table) => {
      table.string('job', 32).primary();
      table.string('holder', 64).notNullable();
      table.bigInteger('until').notNullable();
    });
  },
};
