import type { RoleKind } from '../../../contracts';
import { isOwnAction } from './actions';

/** What of a role decides about requests. */
export interface RoleGrant {
  readonly code: string;
  readonly name: string;
  readonly kind: RoleKind;
  readonly permissions: readonly string[];
  readonly drafts: boolean;
}

/** A content-API action that exists now. */
export interface KnownAction {
  readonly action: string;
  readonly readOnly: boolean;
}

/** What a set of roles opens; roles add up. */
export interface Grants {
  readonly full: boolean;
  /** Actions that exist now; meaningless where `full`. */
  readonly actions: ReadonlySet<string>;
  readonly drafts: boolean;
  readonly roles: readonly Pick<RoleGrant, 'code' | 'name' | 'kind'>[];
}

const actionsOf = (role: RoleGrant, known: readonly KnownAction[]): string[] => {
  if (role.kind === 'full-access') return [];
  const allowed = new Set(role.permissions);
  return known
    .filter(({ action, readOnly }) => (role.kind === 'read-only' ? readOnly : allowed.has(action)))
    .map(({ action }) => action);
};

export const sumOfGrants = (
  roles: readonly RoleGrant[],
  known: readonly KnownAction[],
): Grants => ({
  full: roles.some(({ kind }) => kind === 'full-access'),
  actions: new Set(roles.flatMap((role) => actionsOf(role, known))),
  drafts: roles.some(({ drafts }) => drafts),
  roles: roles.map(({ code, name, kind }) => ({ code, name, kind })),
});

/**
 * What of the grants is left for the token of somebody who may not do all of it: what roles open
 * fully, they open as far as its owner goes.
 *
 * @param owned - What the owner may do.
 */
export const boundByOwner = (
  grants: Grants,
  owned: ReadonlySet<string>,
  known: readonly KnownAction[],
): Grants => ({
  ...grants,
  full: false,
  actions: new Set(
    known
      .map(({ action }) => action)
      .filter((action) => owned.has(action) && (grants.full || grants.actions.has(action))),
  ),
});

/**
 * Actions of a route's scope that the grants lack; empty where the request may pass. The plugin's
 * own are always lacking.
 */
export const missingActions = (grants: Grants, scope: readonly string[]): string[] =>
  scope.filter((action) => isOwnAction(action) || !(grants.full || grants.actions.has(action)));

/** Whether role codes satisfy a `has-role` policy. */
export const holdsRoles = (
  codes: readonly string[],
  wanted: readonly string[],
  mode: 'any' | 'all',
): boolean =>
  mode === 'all'
    ? wanted.every((code) => codes.includes(code))
    : wanted.some((code) => codes.includes(code));
