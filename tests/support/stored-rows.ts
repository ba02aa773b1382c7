/** What lies in a database, read past Strapi. */
import { type FreshDatabase } from './database-servers';

export type Rows = Record<string, Record<string, unknown>[]>;

/** Every row of every table whose name begins so, in the order of their contents. */
export const rowsOf = async (
  { name: kind, connect }: Pick<FreshDatabase, 'name' | 'connect'>,
  prefix = 'api_access',
): Promise<Rows> => {
  const db = connect();
  try {
    const tables =
      kind === 'sqlite'
        ? db('sqlite_master').where({ type: 'table' }).select('name')
        : db('information_schema.tables')
            .where({ table_schema: db.raw(kind === 'mysql' ? 'database()' : 'current_schema()') })
            .select('table_name as name');
    const found: Rows = {};
    for (const { name } of (await tables) as { name: string }[]) {
      if (!name.startsWith(prefix)) continue;
      const rows = await db(name).select<Record<string, unknown>[]>('*');
      found[name] = rows.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
    }
    return found;
  } finally {
    await db.destroy();
  }
};
