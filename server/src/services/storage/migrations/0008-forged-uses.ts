import { TABLES } from '../tables';
import type { Migration } from './migration';

/** How often an Access ID came with a wrong secret: at most one row for each key and day. */
export const forgedUses: Migration = {
  name: '0008-forged-uses',
  async up({ createTable }) {
    await createTable(TABLES.forgedUses, (table) => {
      table.integer('key_id').unsigned().notNullable();
      table.string('day', 10).notNullable();
      table.bigInteger('count').notNullable().defaultTo(0);
      table.bigInteger('last_at').notNullable();
      table.primary(['key_id', 'day']);
    });
  },
};
