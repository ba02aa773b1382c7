import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { KeyFilter, QuickFilter } from '../../../contracts';
import { ApiAccessError } from '../domain/errors';
import { withoutSecrets } from '../domain/token';
import { readInteger, type EpochMs } from '../domain/units';
import type { Actor } from './actor';
import { quickCondition, whereSearch, whereStatus } from './key-conditions';
import { isOfKeys, type Sort } from './key-order';
import { fullAccessRoles, namedRows, type NamedRows } from './named-rows';
import type { Trx } from './storage/database';
import { schemaOf, type LinkTable } from './storage/schema';
import { visibleKeys, type KeysRead } from './visible-keys';

type Query = Knex.QueryBuilder;

const LIVING = ['active', 'expired', 'suspended'] as const;

/** Who asks for which keys, and when. */
export interface KeyQuestion {
  readonly filter: KeyFilter;
  readonly now: EpochMs;
  readonly actor: Actor;
}

/** The same, with what the filter names looked up. */
export interface KeySearch extends KeyQuestion {
  readonly named: NamedRows;
  readonly fullAccess: readonly number[];
}

/**
 * Looks up what a filter names.
 *
 * @throws ApiAccessError `roles_not_permitted`: finding keys by role tells who holds it.
 */
export const searchFor = async (
  strapi: Core.Strapi,
  question: KeyQuestion,
  trx?: Trx,
): Promise<KeySearch> => {
  const { filter, actor } = question;
  const isFullAccess = filter.quick === 'full-access';
  if ((filter.roles !== undefined || isFullAccess) && !actor.can('get-role'))
    throw new ApiAccessError('roles_not_permitted');
  return {
    ...question,
    named: await namedRows(strapi, filter, trx),
    fullAccess: isFullAccess ? await fullAccessRoles(strapi, trx) : [],
  };
};

/** A token that was pasted into the search field must not be looked for, nor be logged. */
const searchOf = ({ search }: KeyFilter): string => withoutSecrets(search ?? '');

/**
 * How the keys are read to find all that match: not at all where none of their columns is sought, and
 * all of them one after the other for a search, unless only one's own are to be searched.
 */
export const keysSought = ({ filter, actor }: KeySearch): KeysRead => {
  if (searchOf(filter) !== '') return actor.can('read') ? 'first' : 'joined';
  return filter.issuedBy === undefined ? 'none' : 'joined';
};

/** The same, where they are sorted as well: in whichever order the database finds best. */
export const keysSorted = (search: KeySearch, sort: Sort): KeysRead =>
  isOfKeys(sort) || keysSought(search) !== 'none' ? 'joined' : 'none';

/**
 * Puts what is to be gathered into the order of the keys where each of them is looked for in a table
 * that stands in this order too.
 */
export const inReach = (query: Query, quick: QuickFilter | undefined): Query =>
  quick === 'no-author' ? query.orderBy('c.key_id') : query;

/** Whether a filter leaves out personal tokens and what is revoked, as the list does by itself. */
export const isLiving = ({ type, status }: KeyFilter): boolean =>
  type === undefined && status === undefined;

/** Whether a search asks for no less than the list shows by itself, to somebody who sees all of it. */
export const isWhole = ({ filter, actor }: KeySearch): boolean =>
  actor.can('read') &&
  searchOf(filter) === '' &&
  isLiving(filter) &&
  [filter.roles, filter.tags, filter.author, filter.issuedBy, filter.quick].every(
    (wanted) => wanted === undefined,
  );

const whereLinked = (query: Query, link: LinkTable, ids: readonly number[] | undefined): void => {
  if (ids === undefined) return;
  query.whereIn('c.key_id', (linked: Query) => {
    linked.select(`l.${link.own}`).from(`${link.name} as l`).whereIn(`l.${link.other}`, ids);
  });
};

/** The keys that a filter asks for, of those that the actor may see. */
export const keysQuery = (
  strapi: Core.Strapi,
  { filter, now, actor, named, fullAccess }: KeySearch,
  keys: KeysRead,
  trx?: Trx,
): Query => {
  const schema = schemaOf(strapi);
  const types = filter.type ?? ['api-key'];
  const query = visibleKeys(strapi, actor, types, keys, trx);
  whereStatus(strapi, query, filter.status ?? LIVING, now, types.includes('personal'));
  whereLinked(query, schema.keyRoles, named.roles);
  whereLinked(query, schema.keyTags, named.tags);
  whereLinked(query, schema.keyAuthor, named.author);
  if (filter.issuedBy !== undefined) query.whereIn('k.last_issued_by', filter.issuedBy);
  if (filter.quick !== undefined)
    query.whereRaw('?', [quickCondition(strapi, filter.quick, now, fullAccess)]);
  const search = searchOf(filter);
  if (search !== '') whereSearch(strapi, query, search);
  return query;
};

/** How many keys a query finds. */
export const countOf = async (query: Query): Promise<number> => {
  const [counted] = await query.clone().count<{ total: unknown }[]>({ total: 'c.key_id' });
  return readInteger(counted?.total ?? 0);
};
