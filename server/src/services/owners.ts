import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { OwnerState } from '../domain/status';
import { adminName } from './admin-name';
import { schemaOf } from './storage/schema';

type Query = Knex.QueryBuilder;
type Row = Record<string, unknown>;

/** Joins the person who owns a credential `c`: `oa` where that is an admin, `ou` an end user. */
export const withOwners = (strapi: Core.Strapi, query: Query): Query => {
  const raw = (sql: string, bindings: readonly Knex.Value[] = []) =>
    strapi.db.connection.raw(sql, bindings);
  const users = schemaOf(strapi).endUsers;
  query.leftJoin(`${schemaOf(strapi).adminUsers} as oa`, (join) => {
    join.on('oa.document_id', 'c.owner_id').andOn('c.owner_kind', raw("'admin'"));
  });
  if (users === undefined) return query;
  return query.leftJoin(`${users} as ou`, (join) => {
    join.on('ou.document_id', 'c.owner_id').andOn('c.owner_kind', raw("'user'"));
  });
};

/** What `ownerStateOf` reads beside `owner_kind`, by the names under which it does. */
export const ownerStateColumns = (strapi: Core.Strapi): Readonly<Record<string, string>> => ({
  admin_id: 'oa.id',
  admin_active: 'oa.is_active',
  admin_blocked: 'oa.blocked',
  ...(schemaOf(strapi).endUsers === undefined
    ? {}
    : { user_id: 'ou.id', user_blocked: 'ou.blocked' }),
});

/** Selects what `ownerStateOf` reads. */
export const withOwnerState = (strapi: Core.Strapi, query: Query): Query =>
  query.select(ownerStateColumns(strapi));

/** Selects what `ownerNameOf` reads. */
export const withOwnerName = (strapi: Core.Strapi, query: Query): Query => {
  query.select(
    'oa.firstname as admin_firstname',
    'oa.lastname as admin_lastname',
    'oa.username as admin_username',
    'oa.email as admin_email',
  );
  if (schemaOf(strapi).endUsers === undefined) return query;
  return query.select('ou.username as user_username', 'ou.email as user_email');
};

const isTrue = (value: unknown): boolean => value === true || value === 1;

/** State of the person who owns a credential; of an organisation's key, `none`. */
export const ownerStateOf = (row: Row): OwnerState => {
  const kind = row.owner_kind;
  if (kind === null) return 'none';
  if (kind === 'admin' && row.admin_id !== null) {
    return isTrue(row.admin_active) && !isTrue(row.admin_blocked) ? 'active' : 'blocked';
  }
  if (kind === 'user' && row.user_id !== null && row.user_id !== undefined) {
    return isTrue(row.user_blocked) ? 'blocked' : 'active';
  }
  return 'gone';
};

/** Name of that person; `null` where nobody is there any more. */
export const ownerNameOf = (row: Row): string | null => {
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  if (row.owner_kind === 'user') return text(row.user_username) ?? text(row.user_email);
  if (row.owner_kind !== 'admin' || row.admin_id === null) return null;
  return adminName({
    firstname: text(row.admin_firstname),
    lastname: text(row.admin_lastname),
    username: text(row.admin_username),
    email: text(row.admin_email),
  });
};

/** E-mail address of that person; `null` where nobody is there any more. */
export const ownerEmailOf = (row: Row): string | null => {
  const email = row.owner_kind === 'user' ? row.user_email : row.admin_email;
  return typeof email === 'string' ? email : null;
};

/** SQL for the same states, over rows that `withOwners` has joined. */
export const ownerConditions = (strapi: Core.Strapi) => {
  const raw = (sql: string, bindings: readonly Knex.Value[] = []) =>
    strapi.db.connection.raw(sql, bindings);
  const users = schemaOf(strapi).endUsers !== undefined;
  const blockedAdmin =
    '(oa.id is not null and (coalesce(oa.is_active, ?) = ? or coalesce(oa.blocked, ?) = ?))';
  const ofAdmin = [false, false, false, true];
  return {
    isGone: () =>
      raw(`(c.owner_kind is not null and oa.id is null${users ? ' and ou.id is null' : ''})`),
    isBlocked: () =>
      users
        ? raw(`(${blockedAdmin} or (ou.id is not null and coalesce(ou.blocked, ?) = ?))`, [
            ...ofAdmin,
            false,
            true,
          ])
        : raw(blockedAdmin, ofAdmin),
  };
};
