/** The schema that Strapi has written down of its last boot, and compares with at the next. */
import { type Knex } from 'knex';

import { type FreshDatabase } from './database-servers';
import { type StrapiTable } from './published-versions';

const TABLE = 'strapi_database_schema';
const OWN = 'api_access';

interface Schema {
  readonly tables: readonly StrapiTable[];
}

interface Row {
  readonly id: number;
  readonly schema: string | Schema;
}

const rowOf = async (db: Knex): Promise<{ id: number; schema: Schema }> => {
  const [row] = await db(TABLE).orderBy('id', 'desc').select<Row[]>('id', 'schema');
  if (row === undefined) throw new Error('No boot has written down a schema.');
  const { id, schema } = row;
  return { id, schema: typeof schema === 'string' ? (JSON.parse(schema) as Schema) : schema };
};

/** What it holds of the plugin's content types. */
export const strapiTablesOf = async ({
  connect,
}: Pick<FreshDatabase, 'connect'>): Promise<StrapiTable[]> => {
  const db = connect();
  try {
    const { schema } = await rowOf(db);
    return schema.tables.filter(({ name }) => name.startsWith(OWN));
  } finally {
    await db.destroy();
  }
};

/** Lets Strapi remember a boot with these tables of the plugin, and all others as they are. */
export const rememberStrapiTables = async (
  db: Knex,
  own: readonly StrapiTable[],
): Promise<void> => {
  const { id, schema } = await rowOf(db);
  const others = schema.tables.filter(({ name }) => !name.startsWith(OWN));
  const remembered = JSON.stringify({ ...schema, tables: [...others, ...own] });
  // Any hash that is not the one of the schema to come: it is not looked at further otherwise.
  await db(TABLE).where({ id }).update({ schema: remembered, hash: 'of another version' });
};
