import type { RoleKind } from '../../../contracts';

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

/** Actions of a route's scope that the grants lack; empty where the request may pass. */
export const missingActions = (grants: Grants, scope: readonly string[]): string[] =>
  grants.full ? [] : scope.filter((action) => !grants.actions.has(action));

/** Whether role codes satisfy a `has-role` policy. */
export const holdsRoles = (
  codes: readonly string[],
  wanted: readonly string[],
  mode: 'any' | 'all',
): boolean =>
  mode === 'all'
    ? wanted.every((code) => codes.includes(code))
    : wanted.some((code) => codes.includes(code));
