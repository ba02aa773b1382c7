import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { dialectOf } from './database';

/**
 * Sorts by a column with what is empty at the end in either direction, in the words by which each
 * database can still walk along an index.
 */
export const orderNullsLast = (
  strapi: Core.Strapi,
  query: Knex.QueryBuilder,
  column: string,
  direction: 'asc' | 'desc',
): Knex.QueryBuilder => {
  if (dialectOf(strapi) !== 'mysql')
    return query.orderByRaw(`?? ${direction} nulls last`, [column]);
  // It takes what is empty for the least, and so has it at the end of its own accord.
  if (direction === 'asc') query.orderByRaw('?? is null', [column]);
  return query.orderBy(column, direction);
};
