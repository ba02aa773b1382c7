import type { Core } from '@strapi/strapi';
import { table, type Trx } from '../storage/database';
import { TABLES } from '../storage/tables';
import { chunks } from './chunks';

/**
 * Which of these keys are still there. They are held until the transaction ends, in the order of their
 * ids, so that two writers of usage wait for each other here and nowhere else.
 */
export const holdLivingKeys = async (
  strapi: Core.Strapi,
  ids: Iterable<number>,
  trx: Trx,
): Promise<Set<number>> => {
  const living = new Set<number>();
  for (const part of chunks([...new Set(ids)].sort((a, b) => a - b))) {
    const rows = await table(strapi, TABLES.credentials, trx)
      .whereIn('key_id', part)
      .orderBy('key_id')
      .select<{ key_id: number }[]>('key_id')
      .forUpdate();
    for (const row of rows) living.add(row.key_id);
  }
  return living;
};
