import type { Core } from '@strapi/strapi';
import { table, type Trx } from '../storage/database';
import type { TableName } from '../storage/tables';
import { chunks } from './chunks';
import { upsertsInto } from './upserts';

/** A table, what makes one of its rows unique, and how rows of the same are put together. */
export interface Target<T> {
  readonly name: TableName;
  readonly unique: readonly string[];
  readonly columnsOf: (row: T) => object;
  readonly merged: (into: ReturnType<typeof upsertsInto>) => object;
}

/** Adds rows to those that stand, in the order given. */
export const upsert = async <T>(
  strapi: Core.Strapi,
  trx: Trx,
  { name, unique, columnsOf, merged }: Target<T>,
  rows: readonly T[],
): Promise<void> => {
  for (const part of chunks(rows)) {
    await table(strapi, name, trx)
      .insert(part.map(columnsOf))
      .onConflict([...unique])
      .merge(merged(upsertsInto(strapi, name)));
  }
};
