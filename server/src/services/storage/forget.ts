import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { always, type MayGoOn } from '../schedule';
import { table, transaction } from './database';
import type { TableName } from './tables';

/** Rows that are removed at a time, and those of the same instant. */
const BATCH = 1000;

/**
 * Removes the rows of a table that lie before a limit, the oldest first and a batch at a time, so
 * that nothing else waits for long. Whatever ends it halfway, it can simply be called again, and any
 * number of nodes may do so at once.
 *
 * @param column - A number that grows with time, with an index; rows without one stay.
 * @param limit - In the unit of the column.
 * @returns how many rows there were.
 */
export const forgetBefore = async (
  strapi: Core.Strapi,
  { name, column }: { readonly name: TableName; readonly column: string },
  limit: number,
  goOn: MayGoOn = always,
): Promise<number> => {
  for (let forgotten = 0; ;) {
    const old = await table(strapi, name)
      .where(column, '<', limit)
      .orderBy(column)
      .limit(BATCH)
      .select<Record<string, Knex.Value>[]>(column);
    const last = old.at(-1)?.[column];
    if (last === undefined || !(await goOn())) return forgotten;
    // In a transaction, which is begun again where two nodes that remove the same range deadlock.
    forgotten += await transaction(strapi, (trx) =>
      Promise.resolve(table(strapi, name, trx).where(column, '<=', last).delete()),
    );
  }
};
