import type { Core } from '@strapi/strapi';
import type { AdminAction, Settings } from '../../../contracts';
import { ApiAccessError } from '../domain/errors';
import type { Actor } from './actor';
import { adminRolesOf, type AdminRole } from './admin-roles';
import { getService } from './get-service';
import type { NamingAction } from './naming';

/** Ids of the API roles that somebody may assign; `all` for those who are held to no list. */
export type AssignableRoles = 'all' | ReadonlySet<string>;

/** The rights by which somebody gives API roles to keys, or has the token of a key that holds some. */
export const ISSUING = [
  'create-api-access',
  'update',
  'regenerate',
] as const satisfies readonly NamingAction[];

/** A right by which a list of assignable API roles could be got around. */
export type AssigningAction =
  NamingAction | Extract<AdminAction, 'create-role' | 'update-role' | 'delete-role'>;

interface Counted {
  readonly roles: readonly AdminRole[];
  /** Whether a role without a list lifts the lists of the others. */
  readonly mayLift: boolean;
}

/**
 * The admin roles whose lists count: those by which somebody both sees API roles and does
 * something. Where no single one allows both, all that allow either; none of these lifts a list.
 */
const countedRoles = async (
  strapi: Core.Strapi,
  actor: Actor,
  anyOf: readonly AssigningAction[],
): Promise<Counted | null> => {
  const acting = await adminRolesOf(strapi, actor, anyOf);
  const seeing = await adminRolesOf(strapi, actor, ['get-role']);
  if (acting === null || seeing === null) return null;
  const both = acting.filter(({ id }) => seeing.some((role) => role.id === id));
  return both.length > 0
    ? { roles: both, mayLift: true }
    : { roles: [...acting, ...seeing], mayLift: false };
};

/**
 * What somebody may assign by one of some rights. Lists of several admin roles add up; a role that
 * counts and has no list, or a Super Admin, may assign all.
 */
export const assignableRolesOf = async (
  strapi: Core.Strapi,
  { assignableRoles: lists }: Settings,
  actor: Actor,
  ...anyOf: readonly AssigningAction[]
): Promise<AssignableRoles> => {
  if (lists.length === 0) return 'all';
  const counted = await countedRoles(strapi, actor, anyOf);
  if (counted === null || counted.roles.some(({ isSuperAdmin }) => isSuperAdmin)) return 'all';
  const held = counted.roles.map(({ id }) => lists.find(({ adminRole }) => adminRole === id));
  const binding = held.filter((list) => list !== undefined);
  const isFree = counted.mayLift ? binding.length < held.length : binding.length === 0;
  return isFree ? 'all' : new Set(binding.flatMap(({ roles }) => roles));
};

export const isAssignable = (assignable: AssignableRoles, id: string): boolean =>
  assignable === 'all' || assignable.has(id);

/**
 * Of roles that somebody wants to give to a key.
 *
 * @throws ApiAccessError `role_not_assignable` at `roles` and its index.
 */
export const requireAssignable = async (
  strapi: Core.Strapi,
  settings: Settings,
  actor: Actor,
  ids: readonly string[],
  action: NamingAction,
): Promise<void> => {
  if (ids.length === 0) return;
  const assignable = await assignableRolesOf(strapi, settings, actor, action);
  const at = ids.findIndex((id) => !isAssignable(assignable, id));
  if (at !== -1) throw ApiAccessError.at('role_not_assignable', 'roles', at);
};

/** @throws ApiAccessError `role_not_assignable`: who is held to a list changes no other role, and makes none. */
export const requireRoleEditable = async (
  strapi: Core.Strapi,
  actor: Actor,
  id: string | null,
  action: Exclude<AssigningAction, NamingAction>,
): Promise<void> => {
  const { settings } = await getService(strapi, 'settings').current();
  const assignable = await assignableRolesOf(strapi, settings, actor, action);
  if (assignable === 'all' || (id !== null && assignable.has(id))) return;
  throw new ApiAccessError('role_not_assignable');
};

/**
 * For what would tell what an API role is.
 *
 * @throws ApiAccessError `roles_not_permitted`.
 */
export const requireRolesSeen = (actor: Actor): void => {
  if (!actor.can('get-role')) throw new ApiAccessError('roles_not_permitted');
};
