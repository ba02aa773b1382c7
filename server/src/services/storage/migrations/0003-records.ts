import { TABLES } from '../tables';
import type { Migration } from './migration';

/** What happened (activity), what was denied and used, and what is set at run time. */
export const records: Migration = {
  name: '0003-records',
  async up({ createTable, addColumn }) {
    await addColumn(TABLES.credentials, 'rate_requests', (table) => {
      table.integer('rate_requests').unsigned().nullable();
    });
    await addColumn(TABLES.credentials, 'rate_seconds', (table) => {
      table.integer('rate_seconds').unsigned().nullable();
    });
    await createTable(TABLES.denials, (table) => {
      table.integer('key_id').unsigned().notNullable();
      table.string('day', 10).notNullable();
      table.string('reason', 32).notNullable();
      // Empty where no action was lacking: a part of the primary key cannot be null.
      table.string('action', 255).notNullable();
      table.bigInteger('count').notNullable().defaultTo(0);
      table.bigInteger('last_at').notNullable();
      table.string('last_address', 64).nullable();
      table.primary(['key_id', 'day', 'reason', 'action']);
      table.index(['reason', 'day'], 'api_access_denials_reason_idx');
    });
    await createTable(TABLES.permissionUses, (table) => {
      table.integer('key_id').unsigned().notNullable();
      table.string('action', 255).notNullable();
      table.string('last_day', 10).notNullable();
      table.primary(['key_id', 'action']);
      table.index(['action', 'last_day'], 'api_access_permission_uses_action_idx');
    });
    await createTable(TABLES.activity, (table) => {
      table.bigIncrements('id');
      table.bigInteger('at').notNullable();
      table.string('kind', 32).notNullable();
      table.string('actor_kind', 16).notNullable();
      table.string('actor_id', 64).nullable();
      table.string('actor_name', 255).nullable();
      table.string('address', 64).nullable();
      table.string('subject_type', 16).nullable();
      table.string('subject_id', 64).nullable();
      table.string('subject_name', 255).nullable();
      table.string('access_id', 12).nullable();
      table.text('details').notNullable();
      table.index(['at', 'id'], 'api_access_activity_at_idx');
      table.index(['subject_id', 'at'], 'api_access_activity_subject_idx');
      table.index(['kind', 'at'], 'api_access_activity_kind_idx');
    });
    await createTable(TABLES.settings, (table) => {
      table.integer('id').unsigned().primary();
      // Rules for many admin roles are more than MySQL's plain text holds.
      table.text('value', 'longtext').notNullable();
      table.integer('revision').unsigned().notNullable();
      table.bigInteger('updated_at').notNullable();
      table.string('updated_by', 255).nullable();
    });
    await createTable(TABLES.states, (table) => {
      table.string('name', 64).primary();
      table.text('value').notNullable();
    });
  },
};
