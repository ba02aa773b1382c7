/** More keys than one would make by hand, written past Strapi: an issue costs a hash each. */
import { randomUUID } from 'node:crypto';

import { type Knex } from 'knex';

import { type FreshDatabase } from './database-servers';

const BATCH = 100;

type Row = Record<string, unknown>;

const twelve = (number: number) => `many${String(number).padStart(8, '0')}`;

const copyRows = async (db: Knex, from: Row, count: number) => {
  const [credential] = await db('api_access_credentials')
    .where({ key_id: from.id })
    .select<Row[]>('*');
  const [author] = await db('api_access_keys_author_lnk')
    .where({ api_access_id: from.id })
    .select<Row[]>('*');
  const rows = await db('api_access_keys').max<{ last: number }[]>('id as last');
  const last = rows[0]?.last ?? 0;
  const ids = Array.from({ length: count }, (_id, index) => last + 1 + index);
  const inBatches = (table: string, rowOf: (id: number, index: number) => Row) =>
    db.batchInsert(table, ids.map(rowOf), BATCH);

  await inBatches('api_access_keys', (id, index) => ({
    ...from,
    id,
    document_id: randomUUID().replaceAll('-', '').slice(0, 24),
    name: `many-${String(index + 1).padStart(4, '0')}`,
  }));
  await inBatches('api_access_credentials', (id) => ({
    ...credential,
    key_id: id,
    access_id: twelve(id),
    name_key: `many-${String(id)}`,
  }));
  if (author === undefined) return;
  await inBatches('api_access_keys_author_lnk', (id) => ({
    ...author,
    id: undefined,
    api_access_id: id,
  }));
};

/**
 * Copies one key of a database as often as asked, as `many-0001`, `many-0002` and so on, without
 * its roles and tags.
 *
 * @param like - Name of the key to copy.
 */
export const copyKey = async (
  { connect }: Pick<FreshDatabase, 'connect'>,
  like: string,
  count: number,
): Promise<void> => {
  const db = connect();
  try {
    const [from] = await db('api_access_keys').where({ name: like }).select<Row[]>('*');
    if (from === undefined) throw new Error(`There is no key ${like}.`);
    await copyRows(db, from, count);
  } finally {
    await db.destroy();
  }
};
