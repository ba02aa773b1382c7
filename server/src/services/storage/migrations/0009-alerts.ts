import { TABLES } from '../tables';
import type { Migration } from './migration';

/** Denials of true holders by minute, until an alert has told of them, and when each was last raised. */
export const alerts: Migration = {
  name: '0009-alerts',
  async up({ createTable }) {
    await createTable(TABLES.denialMinutes, (table) => {
      table.integer('key_id').unsigned().notNullable();
      // Whole minutes since 1970.
      table.bigInteger('minute').notNullable();
      table.string('kind', 16).notNullable();
      table.bigInteger('count').notNullable().defaultTo(0);
      table.bigInteger('first_at').notNullable();
      table.bigInteger('last_at').notNullable();
      table.string('last_address', 64).nullable();
      table.primary(['key_id', 'minute', 'kind']);
      table.index(['minute'], 'api_access_denial_minutes_minute_idx');
    });
    await createTable(TABLES.alerts, (table) => {
      table.integer('key_id').unsigned().notNullable();
      table.string('kind', 16).notNullable();
      table.bigInteger('last_at').notNullable();
      table.primary(['key_id', 'kind']);
    });
  },
};
