import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { ListKeysQuery } from '../../../contracts';
import { dialectOf } from './storage/database';
import { orderNullsLast } from './storage/order';

type Query = Knex.QueryBuilder;
export type Sort = ListKeysQuery['sort'];

interface SortColumn {
  readonly column: string;
  /** What is empty stands last in either direction. */
  readonly mayBeNull: boolean;
  /** Of those that are equal, in the order of the index; the last one tells all keys apart. */
  readonly ties: readonly string[];
}

const ofKeys = (name: string): SortColumn => ({
  column: `k.${name}`,
  mayBeNull: false,
  ties: ['k.id'],
});

/** Columns of the table's sorts; `k` are keys, `c` credentials. */
const SORT_COLUMNS = {
  name: ofKeys('name'),
  createdAt: ofKeys('created_at'),
  updatedAt: ofKeys('updated_at'),
  accessId: { column: 'c.access_id', mayBeNull: false, ties: ['c.key_id'] },
  expiresAt: { column: 'c.expires_at', mayBeNull: true, ties: ['c.issued_at', 'c.key_id'] },
  lastUsedAt: {
    column: 'c.last_used_at',
    mayBeNull: true,
    ties: ['c.issued_at', 'c.expires_at', 'c.key_id'],
  },
  usageCount: { column: 'c.uses', mayBeNull: false, ties: ['c.key_id'] },
} as const satisfies Record<string, SortColumn>;

type Direction = 'asc' | 'desc';

const columnOf = (sort: Sort): SortColumn =>
  SORT_COLUMNS[sort.split(':')[0] as keyof typeof SORT_COLUMNS];

const directionOf = (sort: Sort, isBackwards: boolean): Direction =>
  sort.endsWith(':desc') === isBackwards ? 'asc' : 'desc';

/** Whether a sort goes by what stands in the keys themselves, and not in their credentials. */
export const isOfKeys = (sort: Sort): boolean => columnOf(sort).column.startsWith('k.');

/** The column that holds the id of a key in a query in such an order. */
export const idColumn = (sort: Sort): 'k.id' | 'c.key_id' => (isOfKeys(sort) ? 'k.id' : 'c.key_id');

const withTies = (query: Query, { ties }: SortColumn, direction: Direction): Query => {
  for (const tie of ties) query.orderBy(tie, direction);
  return query;
};

/** What a query has to select, that what it finds can be ordered afterwards. */
export const columnsOf = (sort: Sort): readonly string[] => {
  const { column, ties } = columnOf(sort);
  return [column, ...ties];
};

/** The columns of a sort as they are named where a query has selected them from `k` and `c`. */
const selectedBy = ({ column, mayBeNull, ties }: SortColumn, alias: string): SortColumn => {
  const named = (of: string): string => `${alias}.${of.slice(of.indexOf('.') + 1)}`;
  return { column: named(column), mayBeNull, ties: ties.map(named) };
};

/**
 * Puts a query into an order as a whole; what never happens stands last either way.
 *
 * @param alias - Of a query within this one, which has selected `columnsOf` the sort.
 */
export const ordered = (strapi: Core.Strapi, query: Query, sort: Sort, alias?: string): Query => {
  const order = alias === undefined ? columnOf(sort) : selectedBy(columnOf(sort), alias);
  const direction = directionOf(sort, false);
  if (order.mayBeNull) orderNullsLast(strapi, query, order.column, direction);
  else query.orderBy(order.column, direction);
  return withTies(query, order, direction);
};

/**
 * The parts of an order, one after the other: those that have a value, then those that have none.
 * Each database can walk along an index in each of them, in either direction, where only one could
 * in both at once.
 *
 * @param isBackwards - From the end of the order to its beginning.
 * @param isLiving - Whether all rows are of the organisation and none is revoked: `owner_kind` and
 *   `revoked_at`, by which the indexes begin, are empty then.
 */
export const orderedParts = (
  strapi: Core.Strapi,
  sort: Sort,
  { isBackwards, isLiving = false }: { isBackwards: boolean; isLiving?: boolean },
): readonly { hold: (query: Query) => void; arrange: (query: Query) => void }[] => {
  const order = columnOf(sort);
  const direction = directionOf(sort, isBackwards);
  const begun = (query: Query): Query => {
    // Without them PostgreSQL does not see that the index has the order; with them MariaDB does not.
    if (isLiving && !isOfKeys(sort) && dialectOf(strapi) === 'postgres')
      query.orderBy('c.owner_kind', direction).orderBy('c.revoked_at', direction);
    return query;
  };
  const arrange = (query: Query) =>
    void withTies(begun(query).orderBy(order.column, direction), order, direction);
  if (!order.mayBeNull) return [{ hold: () => undefined, arrange }];
  const parts = [
    { hold: (query: Query) => void query.whereNotNull(order.column), arrange },
    { hold: (query: Query) => void query.whereNull(order.column), arrange },
  ];
  return isBackwards ? parts.reverse() : parts;
};
