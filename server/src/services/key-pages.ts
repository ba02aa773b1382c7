import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { MAX_COUNTED, type BoundedTotal } from '../../../contracts';
import { readInteger } from '../domain/units';
import { columnsOf, idColumn, isOfKeys, ordered, orderedParts, type Sort } from './key-order';
import {
  countOf,
  inReach,
  isLiving,
  isWhole,
  keysQuery,
  keysSorted,
  keysSought,
  type KeySearch,
} from './key-query';
import { boundedAt, countUpTo } from './storage/bounded-count';
import { table, type Trx } from './storage/database';
import { schemaOf } from './storage/schema';

type Query = Knex.QueryBuilder;

export interface PageOf {
  readonly offset: number;
  readonly limit: number;
}

interface Place extends PageOf {
  /** Counted from the end of the order. */
  readonly isBackwards: boolean;
}

/** One page of a search: which rows, in which order, in which transaction. */
interface Asked {
  readonly strapi: Core.Strapi;
  readonly search: KeySearch;
  readonly sort: Sort;
  readonly trx: Trx | undefined;
}

interface CountedRow {
  readonly key_id: unknown;
  readonly total: unknown;
}

/** Keys that are looked at one by one, at most, before all that match are gathered instead. */
const MOST_WALKED = 20_000;

const idsOf = async (query: Query, column: string): Promise<number[]> =>
  (await query.pluck(column)) as number[];

/** Finds a page part by part; one that lies behind a part is told by the size of that part. */
const walkParts = async (
  { strapi, search, sort }: Asked,
  place: Place,
  source: () => Query,
): Promise<number[]> => {
  const ids: number[] = [];
  let { offset } = place;
  for (const { hold, arrange } of orderedParts(strapi, sort, {
    ...place,
    isLiving: isLiving(search.filter),
  })) {
    const part = (): Query => {
      const query = source();
      hold(query);
      return query;
    };
    const query = part();
    arrange(query);
    const wanted = place.limit - ids.length;
    const found = await idsOf(query.limit(wanted).offset(offset), idColumn(sort));
    ids.push(...found);
    if (ids.length >= place.limit) break;
    offset = found.length > 0 || offset === 0 ? 0 : Math.max(0, offset - (await countOf(part())));
  }
  return ids;
};

/**
 * A page near the beginning, in an order of the keys' own: their index is walked for so many keys as
 * will surely hold the page, unless those that match lie far from here.
 */
const nearPage = async (asked: Asked, place: Place): Promise<number[] | null> => {
  const { strapi, search, sort, trx } = asked;
  const { keys } = schemaOf(strapi);
  const end = place.offset + place.limit;
  for (const most of [4 * end + 100, 40 * end + 1000]) {
    if (most > MOST_WALKED) return null;
    const ids = await walkParts(asked, place, () => {
      const window = table(strapi, `${keys} as k`, trx).select('k.*').limit(most);
      for (const { arrange } of orderedParts(strapi, sort, place)) arrange(window);
      return keysQuery(strapi, search, window, trx);
    });
    if (ids.length === place.limit) return ids;
  }
  return null;
};

/** Any page in an order of the keys' own: what matches is gathered, and their index walked beside it. */
const farPage = (asked: Asked, place: Place): Promise<number[]> => {
  const { strapi, search, trx } = asked;
  return walkParts(asked, place, () => {
    const set = keysQuery(strapi, search, keysSought(search), trx).select('c.key_id');
    // The plus keeps SQLite from looking up each of the set, and from sorting them afterwards.
    return table(strapi, `${schemaOf(strapi).keys} as k`, trx).whereRaw('+k.id in ?', [set]);
  });
};

/** A page of very many. */
const pageOfMany = async (asked: Asked, place: Place): Promise<number[]> => {
  const { strapi, search, sort, trx } = asked;
  if (isOfKeys(sort)) return (await nearPage(asked, place)) ?? farPage(asked, place);
  return walkParts(asked, place, () => keysQuery(strapi, search, keysSorted(search, sort), trx));
};

/**
 * A page, and how many match, of few: what matches is gathered up to one beyond `MAX_COUNTED`, which
 * keeps every database from walking along the index of the sort instead, then counted and sorted.
 *
 * @returns `null` where there are more.
 */
const pageOfFew = async (
  { strapi, search, sort, trx }: Asked,
  { offset, limit }: PageOf,
): Promise<{ ids: number[]; total: number } | null> => {
  const { filter } = search;
  const sought = keysSought(search);
  const keys = sought === 'none' && isOfKeys(sort) ? 'joined' : sought;
  const set = inReach(keysQuery(strapi, search, keys, trx), filter.quick)
    .select([...new Set(['c.key_id', ...columnsOf(sort)])])
    .limit(MAX_COUNTED + 1);
  const { connection } = strapi.db;
  const query = connection
    .from(set.clone().as('found'))
    .select('found.key_id', connection.raw('count(*) over () as total'));
  ordered(strapi, query, sort, 'found').limit(limit).offset(offset);
  const rows = (await (trx === undefined ? query : query.transacting(trx))) as CountedRow[];
  const [first] = rows;
  const counted =
    first === undefined && offset > 0
      ? await countUpTo(strapi, set, MAX_COUNTED, trx)
      : boundedAt(readInteger(first?.total ?? 0), MAX_COUNTED);
  if (!counted.isTotalExact) return null;
  return { ids: rows.map((row) => readInteger(row.key_id)), total: counted.total };
};

/** From the nearer end, of a list whose length is known. */
const wholePage = async (asked: Asked, { offset, limit }: PageOf) => {
  const { strapi, search, trx } = asked;
  const total = await countOf(keysQuery(strapi, search, 'none', trx));
  const length = Math.min(limit, total - offset);
  if (length <= 0) return { ids: [], total, isTotalExact: true };
  const behind = total - offset - length;
  const isBackwards = behind < offset;
  const place = { offset: isBackwards ? behind : offset, limit: length, isBackwards };
  const ids = await pageOfMany(asked, place);
  return { ids: isBackwards ? ids.reverse() : ids, total, isTotalExact: true };
};

const filteredPage = async (asked: Asked, page: PageOf) => {
  const few = await pageOfFew(asked, page);
  if (few !== null) return { ...few, isTotalExact: true };
  const { strapi, search, trx } = asked;
  const { filter } = search;
  const end = page.offset + page.limit;
  const matching = () => inReach(keysQuery(strapi, search, keysSought(search), trx), filter.quick);
  const counted =
    end > MAX_COUNTED
      ? await countUpTo(strapi, matching(), end, trx)
      : { total: MAX_COUNTED, isTotalExact: false };
  const limit = Math.min(page.limit, counted.total - page.offset);
  if (limit <= 0) return { ids: [], ...counted };
  return { ids: await pageOfMany(asked, { ...page, limit, isBackwards: false }), ...counted };
};

/**
 * Ids of the keys of one page, and how many there are in all: with a filter they are counted up to
 * `MAX_COUNTED`, or to the end of the page where that lies beyond.
 */
export const pageOfIds = (
  strapi: Core.Strapi,
  search: KeySearch,
  sort: Sort,
  page: PageOf,
  trx?: Trx,
): Promise<{ ids: number[] } & BoundedTotal> => {
  const asked = { strapi, search, sort, trx };
  return isWhole(search) ? wholePage(asked, page) : filteredPage(asked, page);
};

/** Ids of all keys that a search finds, in the order of a sort. */
export const sortedIds = (
  strapi: Core.Strapi,
  search: KeySearch,
  sort: Sort,
  trx?: Trx,
): Promise<number[]> => {
  const query = keysQuery(strapi, search, keysSorted(search, sort), trx);
  return idsOf(ordered(strapi, query, sort), 'c.key_id');
};
