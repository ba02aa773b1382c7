import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { KeyType } from '../../../contracts';
import type { Actor } from './actor';
import { withOwners } from './owners';
import { dialectOf, table, type Trx } from './storage/database';
import { schemaOf } from './storage/schema';
import { TABLES } from './storage/tables';

type Query = Knex.QueryBuilder;

/**
 * Whether a query reads the keys besides the credentials: to do without is time saved. `first`: the
 * keys before the credentials, from the first row to the last, as a search does that must look at
 * all. A query of some keys: these alone, and before the credentials as well.
 */
export type KeysRead = 'none' | 'joined' | 'first' | Query;

const ALL_TYPES: readonly KeyType[] = ['api-key', 'personal'];

/** Credentials as `c`, with their keys as `k` unless that is `none`. */
export const credentialsWith = (strapi: Core.Strapi, keys: KeysRead, trx?: Trx): Query => {
  const credentials = `${TABLES.credentials} as c`;
  // SQLite reads tables that are joined so in the order in which they are named.
  const beside = (some: Query): Query =>
    some.crossJoin(credentials as never).whereRaw('c.key_id = k.id');
  if (typeof keys === 'object') {
    const some = beside(strapi.db.connection.from(keys.as('k')));
    return trx === undefined ? some : some.transacting(trx);
  }
  if (keys === 'first') {
    const all = table(strapi, `${schemaOf(strapi).keys} as k`, trx);
    // MySQL and MariaDB keep to an order of tables only where they are told so.
    return dialectOf(strapi) === 'mysql'
      ? all.joinRaw('straight_join ?? as c on c.key_id = k.id', [TABLES.credentials])
      : beside(all);
  }
  const query = table(strapi, credentials, trx);
  return keys === 'none'
    ? query
    : query.innerJoin(`${schemaOf(strapi).keys} as k`, 'k.id', 'c.key_id');
};

/** Which keys somebody may see at all, as a query over `c` (credential) and `k` (key). */
export const visibleKeys = (
  strapi: Core.Strapi,
  actor: Actor,
  types: readonly KeyType[],
  keys: KeysRead,
  trx?: Trx,
): Query => {
  const { keyAuthor } = schemaOf(strapi);
  const query = credentialsWith(strapi, keys, trx);
  const personal = types.includes('personal');
  if (!personal) query.whereNull('c.owner_kind');
  else withOwners(strapi, query);
  if (personal && !types.includes('api-key')) query.whereNotNull('c.owner_kind');
  if (actor.can('read')) return query;
  return query.whereIn('c.key_id', (mine: Query) => {
    mine
      .select(`l.${keyAuthor.own}`)
      .from(`${keyAuthor.name} as l`)
      .where(`l.${keyAuthor.other}`, actor.user?.id ?? -1);
  });
};

/** Keys of every type that somebody may see, as `c` and `k`. */
export const allVisibleKeys = (strapi: Core.Strapi, actor: Actor, trx?: Trx): Query =>
  visibleKeys(strapi, actor, ALL_TYPES, 'joined', trx);
