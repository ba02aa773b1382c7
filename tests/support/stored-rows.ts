/** What lies in a SQLite file, read past Strapi. */
import knex from 'knex';

export type Rows = Record<string, Record<string, unknown>[]>;

/** Every row of every table whose name begins so, in the order of their contents. */
export const rowsOf = async (databaseFile: string, prefix = 'api_access'): Promise<Rows> => {
  const db = knex({
    client: 'better-sqlite3',
    connection: { filename: databaseFile },
    useNullAsDefault: true,
  });
  try {
    const tables = await db('sqlite_master')
      .where({ type: 'table' })
      .select<{ name: string }[]>('name');
    const found: Rows = {};
    for (const { name } of tables.filter((table) => table.name.startsWith(prefix))) {
      const rows = await db(name).select<Record<string, unknown>[]>('*');
      found[name] = rows.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
    }
    return found;
  } finally {
    await db.destroy();
  }
};
