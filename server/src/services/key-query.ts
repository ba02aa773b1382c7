import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { KeyStatus, ListKeysQuery } from '../../../contracts';
import { DAY_MS, type EpochMs } from '../domain/units';
import { dialectOf } from './storage/database';
import { schemaOf, type LinkTable, type StorageSchema } from './storage/schema';
import { TABLES } from './storage/tables';

type Query = Knex.QueryBuilder;

const SORT_COLUMNS = {
  name: 'k.name',
  accessId: 'c.access_id',
  createdAt: 'k.created_at',
  updatedAt: 'k.updated_at',
  expiresAt: 'c.expires_at',
  lastUsedAt: 'u.last_used_at',
  usageCount: 'u.allowed',
} as const;

const SOON_DAYS = 30;
const UNUSED_DAYS = 90;

/** `%` and `_` that a person types mean themselves; a backslash would end a string of MySQL. */
const like = (text: string): string => `%${text.replace(/[!%_]/g, '!$&')}%`;

const STATUS_WHERE: Record<KeyStatus, (query: Query, now: EpochMs) => void> = {
  active: (query, now) => {
    query
      .whereNull('c.revoked_at')
      .where((either) => void either.whereNull('c.expires_at').orWhere('c.expires_at', '>', now));
  },
  expired: (query, now) => {
    query.whereNull('c.revoked_at').where('c.expires_at', '<=', now);
  },
  revoked: (query) => {
    query.whereNotNull('c.revoked_at');
  },
  // Only personal tokens are ever suspended, and they are not in this list.
  suspended: (query) => {
    query.whereRaw('1 = 0');
  },
};

const linked = (
  query: Query,
  link: LinkTable,
  table: string,
  condition: (inner: Query) => void,
): void => {
  query.whereExists((exists: Query) => {
    exists
      .select(`l.${link.own}`)
      .from(`${link.name} as l`)
      .innerJoin(`${table} as t`, 't.id', `l.${link.other}`)
      .whereRaw('?? = ??', [`l.${link.own}`, 'k.id']);
    condition(exists);
  });
};

/** Nothing else can be in an Access ID, and MariaDB compares its column with ASCII alone. */
const PART_OF_ID = /^[0-9A-Za-z]+$/;

/** An Access ID as it is shown, behind its prefix: whole, its beginning, or with the masked secret. */
const SHOWN_ID = /^([a-z][a-z0-9]{1,15})_([0-9A-Za-z]{1,12})(?:_•.*)?$/;

const withSearch = (
  query: Query,
  search: string,
  strapi: Core.Strapi,
  schema: StorageSchema,
): void => {
  // Without regard to case; `lower()` knows ASCII alone on SQLite, and so would find no "École".
  const operator = dialectOf(strapi) === 'postgres' ? 'ilike' : 'like';
  const matches = (column: string, text: string) =>
    strapi.db.connection.raw(`?? ${operator} ? escape '!'`, [column, like(text)]);
  const [, prefix, start] = SHOWN_ID.exec(search) ?? [];
  query.where((either) => {
    either.whereRaw(matches('k.name', search)).orWhereRaw(matches('k.description', search));
    if (PART_OF_ID.test(search)) either.orWhereRaw(matches('c.access_id', search));
    if (prefix !== undefined && start !== undefined) {
      either.orWhere(
        (id) => void id.where('c.prefix', prefix).where('c.access_id', 'like', `${start}%`),
      );
    }
    either.orWhere((tags) => {
      linked(
        tags,
        schema.keyTags,
        schema.tags,
        (inner) => void inner.whereRaw(matches('t.name', search)),
      );
    });
  });
};

const withQuick = (
  query: Query,
  quick: NonNullable<ListKeysQuery['quick']>,
  now: EpochMs,
  schema: StorageSchema,
): void => {
  switch (quick) {
    case 'expires-soon':
      query.where('c.expires_at', '>', now).where('c.expires_at', '<=', now + SOON_DAYS * DAY_MS);
      break;
    case 'unused-90-days':
      query
        .where('c.issued_at', '<', now - UNUSED_DAYS * DAY_MS)
        .where(
          (either) =>
            void either
              .whereNull('u.last_used_at')
              .orWhere('u.last_used_at', '<', now - UNUSED_DAYS * DAY_MS),
        );
      break;
    case 'never-used':
      query.whereNull('u.last_used_at');
      break;
    case 'no-expiry':
      query.whereNull('c.expires_at');
      break;
    case 'full-access':
      linked(
        query,
        schema.keyRoles,
        schema.roles,
        (inner) => void inner.where('t.kind', 'full-access'),
      );
      break;
    case 'no-author':
      query.whereNotExists((inner: Query) => {
        inner
          .select(`l.${schema.keyAuthor.own}`)
          .from(`${schema.keyAuthor.name} as l`)
          .whereRaw('?? = ??', [`l.${schema.keyAuthor.own}`, 'k.id']);
      });
      break;
  }
};

/**
 * The keys that a list asks for, as a query over `k` (key), `c` (credential) and `u` (usage).
 *
 * @param authorId - Only keys of this admin, for those who may create but not read.
 */
export const keysQuery = (
  strapi: Core.Strapi,
  filter: ListKeysQuery,
  now: EpochMs,
  authorId: number | null,
): Query => {
  const { db } = strapi;
  const schema = schemaOf(strapi);
  const query = db
    .getConnection(`${schema.keys} as k`)
    .innerJoin(`${TABLES.credentials} as c`, 'c.key_id', 'k.id')
    .leftJoin(`${TABLES.usageTotals} as u`, 'u.key_id', 'k.id')
    .whereNull('c.owner_kind');
  const statuses = filter.status ?? ['active', 'expired', 'suspended'];
  query.where((either) => {
    for (const status of statuses) {
      either.orWhere((one) => {
        STATUS_WHERE[status](one, now);
      });
    }
  });
  const byDocument = (ids: readonly string[]) => (inner: Query) => {
    inner.whereIn('t.document_id', ids);
  };
  if (filter.roles !== undefined)
    linked(query, schema.keyRoles, schema.roles, byDocument(filter.roles));
  if (filter.tags !== undefined)
    linked(query, schema.keyTags, schema.tags, byDocument(filter.tags));
  if (filter.author !== undefined)
    linked(query, schema.keyAuthor, schema.adminUsers, byDocument(filter.author));
  if (filter.issuedBy !== undefined) query.whereIn('k.last_issued_by', filter.issuedBy);
  if (filter.quick !== undefined) withQuick(query, filter.quick, now, schema);
  if (filter.search !== undefined && filter.search !== '')
    withSearch(query, filter.search, strapi, schema);
  if (authorId !== null) {
    linked(
      query,
      schema.keyAuthor,
      schema.adminUsers,
      (inner) => void inner.where('t.id', authorId),
    );
  }
  return query;
};

/** Sorts and cuts a page; what never happens (no expiry, never used) stands last in either direction. */
export const onePage = (query: Query, { sort, page, pageSize }: ListKeysQuery): Query => {
  const [field, direction] = sort.split(':') as [keyof typeof SORT_COLUMNS, 'asc' | 'desc'];
  const column = SORT_COLUMNS[field];
  const sorted = query.clone().select('k.id');
  // A key that nothing was counted of has been used as often as one with a zero.
  if (field === 'usageCount') sorted.orderByRaw(`coalesce(??, 0) ${direction}`, [column]);
  else {
    sorted
      .orderByRaw('case when ?? is null then 1 else 0 end', [column])
      .orderBy(column, direction);
  }
  return sorted
    .orderBy('k.id', direction)
    .limit(pageSize)
    .offset((page - 1) * pageSize);
};
