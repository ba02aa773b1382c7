import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { KeyStatus, QuickFilter } from '../../../contracts';
import { DAY_MS, type EpochMs } from '../domain/units';
import { ownerConditions } from './owners';
import { schemaOf } from './storage/schema';
import { TABLES } from './storage/tables';
import { contains, PART_OF_ID, SHOWN_ID } from './storage/text-search';

type Query = Knex.QueryBuilder;

/** Days before its expiry in which a key counts as expiring soon. */
export const SOON_DAYS = 30;
const UNUSED_DAYS = 90;

const LIVING: readonly KeyStatus[] = ['active', 'expired', 'suspended'];

/**
 * Holds `c` (credential) to some of the statuses, as `domain/status.ts` tells them.
 *
 * @param personal - Whether personal tokens are among the rows; then `withOwners` has joined them.
 */
export const whereStatus = (
  strapi: Core.Strapi,
  query: Query,
  statuses: readonly KeyStatus[],
  now: EpochMs,
  personal: boolean,
): void => {
  const { isGone, isBlocked } = ownerConditions(strapi);
  const living = (one: Query): void => {
    one.whereNull('c.revoked_at');
    if (personal) one.whereRaw('not ?', [isGone()]);
  };
  const unexpired = (one: Query): void => {
    living(one);
    one.where((either) => void either.whereNull('c.expires_at').orWhere('c.expires_at', '>', now));
  };
  const only: Record<KeyStatus, (one: Query) => void> = {
    active: (one) => {
      unexpired(one);
      if (personal) one.whereRaw('not ?', [isBlocked()]);
    },
    expired: (one) => {
      living(one);
      one.where('c.expires_at', '<=', now);
    },
    revoked: (one) => {
      one.whereNotNull('c.revoked_at');
      if (personal) one.orWhereRaw('?', [isGone()]);
    },
    suspended: (one) => {
      unexpired(one);
      // Nobody's state suspends a key of the organisation's.
      one.whereRaw('?', [personal ? isBlocked() : strapi.db.connection.raw('1 = 0')]);
    },
  };
  const wanted = new Set(statuses);
  if (LIVING.every((status) => wanted.has(status))) {
    if (!wanted.has('revoked')) living(query);
    return;
  }
  query.where((either) => {
    for (const status of wanted) either.orWhere(only[status]);
  });
};

/**
 * What a quick filter asks of `c` (credential).
 *
 * @param fullAccess - Row ids of the API roles that open everything.
 */
export const quickCondition = (
  strapi: Core.Strapi,
  quick: QuickFilter,
  now: EpochMs,
  fullAccess: readonly number[] = [],
): Knex.Raw => {
  const { keyRoles, keyAuthor, adminUsers } = schemaOf(strapi);
  const raw = (sql: string, bindings: readonly Knex.Value[] = []) =>
    strapi.db.connection.raw(sql, bindings);
  switch (quick) {
    case 'expires-soon':
      return raw('(c.expires_at > ? and c.expires_at <= ?)', [now, now + SOON_DAYS * DAY_MS]);
    case 'unused-90-days': {
      const since = now - UNUSED_DAYS * DAY_MS;
      return raw('(c.issued_at < ? and coalesce(c.last_used_at, 0) < ?)', [since, since]);
    }
    case 'never-used':
      return raw('c.last_used_at is null');
    case 'no-expiry':
      return raw('c.expires_at is null');
    case 'full-access':
      if (fullAccess.length === 0) return raw('1 = 0');
      return raw(
        `c.key_id in (select ?? from ?? as l where ?? in (${fullAccess.map(() => '?').join(', ')}))`,
        [`l.${keyRoles.own}`, keyRoles.name, `l.${keyRoles.other}`, ...fullAccess],
      );
    case 'no-author':
      // As `reachableAuthor` tells it: whoever cannot sign in gets no notices either.
      return raw(
        'not exists (select 1 from ?? as l where ?? = c.key_id and ?? in (select a.id from ?? as a where a.is_active = ? and coalesce(a.blocked, ?) = ?))',
        [
          keyAuthor.name,
          `l.${keyAuthor.own}`,
          `l.${keyAuthor.other}`,
          adminUsers,
          true,
          false,
          false,
        ],
      );
  }
};

/**
 * Holds `c` (credential) and `k` (key) to those whose name, description, Access ID or tags hold the
 * text. Tags and Access IDs are looked through once and by themselves; what they find is few.
 */
export const whereSearch = (strapi: Core.Strapi, query: Query, search: string): void => {
  const { keyTags, tags } = schemaOf(strapi);
  const matches = (column: string) => contains(strapi, column, search);
  const [, prefix, start] = SHOWN_ID.exec(search) ?? [];
  const sets: ((set: Query) => void)[] = [
    (tagged) => {
      tagged
        .select(`l.${keyTags.own}`)
        .from(`${keyTags.name} as l`)
        .innerJoin(`${tags} as t`, 't.id', `l.${keyTags.other}`)
        .whereRaw(matches('t.name'));
    },
  ];
  const ids = (set: Query) => set.select('s.key_id').from(`${TABLES.credentials} as s`);
  if (PART_OF_ID.test(search)) sets.push((set) => void ids(set).whereRaw(matches('s.access_id')));
  if (prefix !== undefined && start !== undefined)
    sets.push(
      (set) => void ids(set).where('s.prefix', prefix).where('s.access_id', 'like', `${start}%`),
    );
  query.where((either) => {
    either.whereRaw(matches('k.name')).orWhereRaw(matches('k.description'));
    for (const set of sets) either.orWhereIn('k.id', set);
  });
};
