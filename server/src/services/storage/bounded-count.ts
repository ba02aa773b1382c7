import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { BoundedTotal } from '../../../../contracts';
import { readInteger } from '../../domain/units';
import type { Trx } from './database';

/** How many were found, of a search that ended at the first beyond a bound. */
export const boundedAt = (found: number, bound: number): BoundedTotal => ({
  total: Math.min(found, bound),
  isTotalExact: found <= bound,
});

/** Counts what a query finds, up to a bound: the database stops at the first row beyond it. */
export const countUpTo = async (
  strapi: Core.Strapi,
  query: Knex.QueryBuilder,
  bound: number,
  trx?: Trx,
): Promise<BoundedTotal> => {
  const { connection } = strapi.db;
  const found = query
    .clone()
    .select(connection.raw('1 as one'))
    .limit(bound + 1)
    .as('found');
  const counting = connection.from(found).count<{ total: unknown }[]>({ total: '*' });
  const [counted] = await (trx === undefined ? counting : counting.transacting(trx));
  return boundedAt(readInteger(counted?.total ?? 0), bound);
};
