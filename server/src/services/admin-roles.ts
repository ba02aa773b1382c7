import type { Core } from '@strapi/strapi';
import { actionUid, type AdminAction } from '../../../contracts';
import { ApiAccessError } from '../domain/errors';
import type { Actor } from './actor';

/** Strapi's code of the role that may do everything. */
const SUPER_ADMIN = 'strapi-super-admin';

/** A role of Strapi's admin panel, not to be taken for an API role. */
export interface AdminRole {
  /** As settings name it. */
  readonly id: string;
  readonly name: string;
  readonly isSuperAdmin: boolean;
}

interface AdminRoleRow {
  readonly id: number;
  readonly name: string;
  readonly code: string;
}

const view = ({ id, name, code }: AdminRoleRow): AdminRole => ({
  id: String(id),
  name,
  isSuperAdmin: code === SUPER_ADMIN,
});

export const allAdminRoles = async (strapi: Core.Strapi): Promise<AdminRole[]> => {
  const rows = await strapi.db.query('admin::role').findMany({ orderBy: [{ name: 'asc' }] });
  return (rows as AdminRoleRow[]).map(view);
};

/** Ids of those roles that hold one of the actions. */
const holders = async (
  strapi: Core.Strapi,
  roleIds: readonly number[],
  anyOf: readonly AdminAction[],
): Promise<Set<number>> => {
  const permissions = (await strapi.db.query('admin::permission').findMany({
    where: { action: { $in: anyOf.map((action) => actionUid(action)) }, role: { id: roleIds } },
    populate: ['role'],
  })) as { role: { id: number } | null }[];
  return new Set(permissions.flatMap(({ role }) => (role === null ? [] : [role.id])));
};

/**
 * The admin roles by which somebody may do something: those of theirs that hold one of the
 * actions; all of theirs where the app's own code acts for somebody who holds none.
 *
 * @returns `null` for those whom no rule of admin roles binds: the app's own code, the plugin
 * itself, and end users of the app.
 * @throws ApiAccessError `not_permitted` for an admin without a role.
 */
export const adminRolesOf = async (
  strapi: Core.Strapi,
  { kind, user }: Actor,
  anyOf: readonly AdminAction[],
): Promise<AdminRole[] | null> => {
  if (kind === 'user' || kind === 'system') return null;
  if (user === null) return kind === 'app' ? null : [];
  const rows = (await strapi.db
    .query('admin::role')
    .findMany({ where: { users: { id: user.id } } })) as AdminRoleRow[];
  // Nobody whose last role went while the request ran is bound by less than before.
  if (rows.length === 0) throw new ApiAccessError('not_permitted');
  const ids = await holders(
    strapi,
    rows.map(({ id }) => id),
    anyOf,
  );
  return (ids.size === 0 ? rows : rows.filter(({ id }) => ids.has(id))).map(view);
};
