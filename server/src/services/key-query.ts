import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { KeyFilter, ListKeysQuery } from '../../../contracts';
import { ApiAccessError } from '../domain/errors';
import { withoutSecrets } from '../domain/token';
import { readInteger, type EpochMs } from '../domain/units';
import type { Actor } from './actor';
import { quickCondition, whereSearch, whereStatus } from './key-conditions';
import { table, type Trx } from './storage/database';
import { orderNullsLast } from './storage/order';
import { schemaOf, type LinkTable } from './storage/schema';
import { credentialsWith, visibleKeys, type KeysRead } from './visible-keys';

type Query = Knex.QueryBuilder;
type Sort = ListKeysQuery['sort'];

/** Columns of the table's sorts; those that can be empty stand last in either direction. */
const SORT_COLUMNS = {
  name: { column: 'k.name', mayBeNull: false },
  accessId: { column: 'c.access_id', mayBeNull: false },
  createdAt: { column: 'k.created_at', mayBeNull: false },
  updatedAt: { column: 'k.updated_at', mayBeNull: false },
  expiresAt: { column: 'c.expires_at', mayBeNull: true },
  lastUsedAt: { column: 'c.last_used_at', mayBeNull: true },
  usageCount: { column: 'c.uses', mayBeNull: false },
} as const;

const LIVING = ['active', 'expired', 'suspended'] as const;

/** Who asks for which keys, and when. */
export interface KeySearch {
  readonly filter: KeyFilter;
  readonly now: EpochMs;
  readonly actor: Actor;
}

export interface PageOf {
  readonly offset: number;
  readonly limit: number;
}

/** A token that was pasted into the search field must not be looked for, nor be logged. */
const searchOf = ({ search }: KeyFilter): string => withoutSecrets(search ?? '');

/** A key whose own columns are neither sought nor sorted by need not be read. */
const keysRead = (filter: KeyFilter, sort?: Sort): KeysRead =>
  filter.issuedBy !== undefined || searchOf(filter) !== '' || (sort !== undefined && isOfKeys(sort))
    ? 'joined'
    : 'none';

const MANY = 2000;
const SHARE = 10;

/**
 * How a page is found in the order of the keys' own indexes. Where few were found they are `sorted`.
 * Near the beginning the walk reads each key `whole` until the page is full; to reach a page further
 * on it meets so many that it is sooner given a `set` of what was found, and reads none of them.
 */
type Way = 'sorted' | 'whole' | 'set';

const wayTo = ({ offset, limit }: PageOf, total: number): Way => {
  if (total <= MANY) return 'sorted';
  return (offset + limit) * SHARE <= total ? 'whole' : 'set';
};

const fieldOf = (sort: Sort) => sort.split(':')[0] as keyof typeof SORT_COLUMNS;
const isOfKeys = (sort: Sort): boolean => SORT_COLUMNS[fieldOf(sort)].column.startsWith('k.');

const whereLinked = (
  query: Query,
  link: LinkTable,
  name: string,
  ids: readonly string[] | undefined,
): void => {
  if (ids === undefined) return;
  query.whereIn('c.key_id', (linked: Query) => {
    linked
      .select(`l.${link.own}`)
      .from(`${link.name} as l`)
      .innerJoin(`${name} as t`, 't.id', `l.${link.other}`)
      .whereIn('t.document_id', ids);
  });
};

/**
 * The keys that a filter asks for, of those that the actor may see.
 *
 * @throws ApiAccessError `roles_not_permitted`: finding keys by role tells who holds it.
 */
export const keysQuery = (
  strapi: Core.Strapi,
  { filter, now, actor }: KeySearch,
  keys: KeysRead,
  trx?: Trx,
): Query => {
  if ((filter.roles !== undefined || filter.quick === 'full-access') && !actor.can('get-role')) {
    throw new ApiAccessError('roles_not_permitted');
  }
  const schema = schemaOf(strapi);
  const types = filter.type ?? ['api-key'];
  const query = visibleKeys(strapi, actor, types, keys, trx);
  whereStatus(strapi, query, filter.status ?? LIVING, now, types.includes('personal'));
  whereLinked(query, schema.keyRoles, schema.roles, filter.roles);
  whereLinked(query, schema.keyTags, schema.tags, filter.tags);
  whereLinked(query, schema.keyAuthor, schema.adminUsers, filter.author);
  if (filter.issuedBy !== undefined) query.whereIn('k.last_issued_by', filter.issuedBy);
  if (filter.quick !== undefined) query.whereRaw('?', [quickCondition(strapi, filter.quick, now)]);
  const search = searchOf(filter);
  if (search !== '') whereSearch(strapi, query, search);
  return query;
};

/** How many keys a query finds. */
export const countOf = async (query: Query): Promise<number> => {
  const [counted] = await query.clone().count<{ total: unknown }[]>({ total: 'c.key_id' });
  return readInteger(counted?.total ?? 0);
};

const ordered = (strapi: Core.Strapi, query: Query, sort: Sort): Query => {
  const direction = sort.endsWith(':desc') ? 'desc' : 'asc';
  const { column, mayBeNull } = SORT_COLUMNS[fieldOf(sort)];
  if (mayBeNull) orderNullsLast(strapi, query, column, direction);
  else query.orderBy(column, direction);
  return query.orderBy(isOfKeys(sort) ? 'k.id' : 'c.key_id', direction);
};

/**
 * Ids of all keys that a search finds, in the order of a sort; what never happens (no expiry, never
 * used) stands last either way.
 */
export const sortedIds = (
  strapi: Core.Strapi,
  search: KeySearch,
  sort: Sort,
  trx?: Trx,
): Promise<number[]> => {
  const query = keysQuery(strapi, search, keysRead(search.filter, sort), trx);
  return Promise.resolve(ordered(strapi, query, sort).pluck('c.key_id') as Promise<number[]>);
};

const foundBy = (
  strapi: Core.Strapi,
  search: KeySearch,
  sort: Sort,
  way: Way,
  trx?: Trx,
): Query => {
  const { filter } = search;
  if (way === 'sorted' || !isOfKeys(sort))
    return keysQuery(strapi, search, keysRead(filter, sort), trx);
  if (way === 'whole') return keysQuery(strapi, search, 'first', trx);
  const set = keysQuery(strapi, search, keysRead(filter), trx).select('c.key_id');
  // The plus keeps SQLite from looking up each of the set, and from sorting them afterwards.
  return table(strapi, `${schemaOf(strapi).keys} as k`, trx).whereRaw('+k.id in ?', [set]);
};

/** All that a search for a text finds, where that is few: such a search is not run a second time. */
const fewFound = async (
  strapi: Core.Strapi,
  search: KeySearch,
  trx?: Trx,
): Promise<number[] | null> => {
  if (searchOf(search.filter) === '') return null;
  const query = keysQuery(strapi, search, keysRead(search.filter), trx);
  const ids = (await query.limit(MANY + 1).pluck('c.key_id')) as number[];
  return ids.length > MANY ? null : ids;
};

/** The same, of one page, and how many keys the search finds in all. */
export const pageOfIds = async (
  strapi: Core.Strapi,
  search: KeySearch,
  sort: Sort,
  page: PageOf,
  trx?: Trx,
): Promise<{ total: number; ids: number[] }> => {
  const few = await fewFound(strapi, search, trx);
  const total =
    few?.length ?? (await countOf(keysQuery(strapi, search, keysRead(search.filter), trx)));
  if (page.offset >= total) return { total, ids: [] };
  const query =
    few === null
      ? foundBy(strapi, search, sort, wayTo(page, total), trx)
      : credentialsWith(strapi, isOfKeys(sort) ? 'joined' : 'none', trx).whereIn('c.key_id', few);
  const ids = (await ordered(strapi, query, sort)
    .limit(page.limit)
    .offset(page.offset)
    .pluck(isOfKeys(sort) ? 'k.id' : 'c.key_id')) as number[];
  return { total, ids };
};
