import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { EpochMs } from '../../domain/units';
import { always, type MayGoOn } from '../schedule';
import { table } from './database';
import type { TableName } from './tables';

/** Rows that are removed at a time, and those of the same instant. */
const BATCH = 1000;

/**
 * Removes the rows of a table that lie before an instant, the oldest first and a batch at a time, so
 * that nothing else waits for long. Whatever ends it halfway, it can simply be called again.
 *
 * @param column - Epoch milliseconds, with an index; rows without one stay.
 * @returns how many rows there were.
 */
export const forgetBefore = async (
  strapi: Core.Strapi,
  { name, column }: { readonly name: TableName; readonly column: string },
  instant: EpochMs,
  goOn: MayGoOn = always,
): Promise<number> => {
  for (let forgotten = 0; ;) {
    const old = await table(strapi, name)
      .where(column, '<', instant)
      .orderBy(column)
      .limit(BATCH)
      .select<Record<string, Knex.Value>[]>(column);
    const last = old.at(-1)?.[column];
    if (last === undefined || !(await goOn())) return forgotten;
    forgotten += await table(strapi, name).where(column, '<=', last).delete();
  }
};
