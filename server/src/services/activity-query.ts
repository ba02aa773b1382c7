import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { ExportActivityQuery } from '../../../contracts';
import { withoutSecrets } from '../domain/token';
import { parseInstant, type EpochMs } from '../domain/units';
import { contains, PART_OF_ID, SHOWN_ID } from './storage/text-search';

type Query = Knex.QueryBuilder;

/** What entries are asked for; absent parts let all through. */
export type ActivityFilter = Omit<ExportActivityQuery, 'format'> & {
  /** The search finds no API role by its name, as for a reader who may not see those. */
  readonly hidesRoles?: boolean;
};

/** Where a reader stands who reads the newest first. */
export interface Place {
  readonly at: EpochMs;
  readonly id: string;
}

const withSearch = (
  strapi: Core.Strapi,
  query: Query,
  search: string,
  hidesRoles: boolean,
): void => {
  const [, , start] = SHOWN_ID.exec(search) ?? [];
  query.where((either) => {
    either
      .where((named) => {
        named.whereRaw(contains(strapi, 'subject_name', search));
        if (hidesRoles) named.whereNot('subject_type', 'role');
      })
      .orWhereRaw(contains(strapi, 'actor_name', search));
    if (PART_OF_ID.test(search)) either.orWhereRaw(contains(strapi, 'access_id', search));
    if (start !== undefined) either.orWhere('access_id', 'like', `${start}%`);
  });
};

/** Narrows a query on the activity to what a filter asks for. */
export const filtered = (strapi: Core.Strapi, query: Query, filter: ActivityFilter): Query => {
  const { kind, actor, key, from, until, hidesRoles = false } = filter;
  // A token that was pasted into the search field must not be looked for, nor be logged.
  const search = filter.search === undefined ? '' : withoutSecrets(filter.search);
  if (kind !== undefined) query.whereIn('kind', kind);
  if (actor !== undefined) query.whereIn('actor_name', actor);
  if (key !== undefined) query.where({ subject_type: 'key', subject_id: key });
  if (from !== undefined) query.where('at', '>=', parseInstant(from));
  if (until !== undefined) query.where('at', '<=', parseInstant(until));
  if (search !== '') withSearch(strapi, query, search, hidesRoles);
  return query;
};

export const newestFirst = (query: Query): Query =>
  query.orderBy('at', 'desc').orderBy('id', 'desc');

/** Only what is older than a place; the plain comparison is what lets an index lead there. */
export const olderThan = (query: Query, { at, id }: Place): Query =>
  query
    .where('at', '<=', at)
    .where(
      (either: Query) =>
        void either
          .where('at', '<', at)
          .orWhere((same) => void same.where('at', at).where('id', '<', id)),
    );
