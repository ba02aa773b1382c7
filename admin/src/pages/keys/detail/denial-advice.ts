import type { Key } from '../../../../../contracts/keys';
import type { Role } from '../../../../../contracts/roles';
import type { KeyDenial } from '../../../../../contracts/usage';
import type { KeyActions } from '../key-actions';

/** What can be done about a denial with one click; saving stays in the hands of a person. */
export type Advice =
  | { readonly kind: 'add-role'; readonly role: Role }
  | { readonly kind: 'edit-role'; readonly role: Role }
  | { readonly kind: 'make-role' }
  | { readonly kind: 'add-network'; readonly network: string }
  | { readonly kind: 'edit' }
  | { readonly kind: 'regenerate' };

export interface AdviceContext {
  readonly value: Key;
  readonly actions: KeyActions;
  /** All of them; none where one may not see them. */
  readonly roles: readonly Role[];
  /** Actions that a read-only role allows. */
  readonly readOnly: ReadonlySet<string>;
  readonly mayMakeRoles: boolean;
  readonly mayEditRoles: boolean;
}

/** How much a role opens, to find the one that opens least. */
const breadth = ({ kind, permissions }: Role) =>
  kind === 'read-only' ? Number.MAX_SAFE_INTEGER : permissions.length;

const holds = ({ roles = [] }: Key, { id }: Role) => roles.some((held) => held.id === id);

/** The narrowest role that would have let the request in; never full access. */
const roleFor = (
  { reason, action }: KeyDenial,
  { value, roles, readOnly }: AdviceContext,
): Role | undefined =>
  roles
    .filter(({ kind, assignable }) => assignable && kind !== 'full-access')
    .filter((role) => !holds(value, role))
    .filter(({ drafts }) => reason !== 'drafts_not_allowed' || drafts)
    .filter(
      ({ kind, permissions }) =>
        action === null ||
        (kind === 'read-only' ? readOnly.has(action) : permissions.includes(action)),
    )
    .sort((a, b) => breadth(a) - breadth(b))[0];

/** A role of the key's own in which an action can be ticked that it does not allow yet. */
const roleToTick = (
  { reason, action }: KeyDenial,
  { value, roles, mayEditRoles }: AdviceContext,
): Role | undefined => {
  if (!mayEditRoles || reason !== 'insufficient_scope' || action === null) return undefined;
  return roles
    .filter(({ kind, declared }) => kind === 'custom' && !declared)
    .find((role) => holds(value, role) && !role.permissions.includes(action));
};

/** One more action in a role that the key has opens less than all that reads. */
const adviceOnScope = (denial: KeyDenial, context: AdviceContext): Advice | null => {
  const role = roleFor(denial, context);
  if (role?.kind === 'custom') return { kind: 'add-role', role };
  const own = roleToTick(denial, context);
  if (own !== undefined) return { kind: 'edit-role', role: own };
  if (role !== undefined) return { kind: 'add-role', role };
  return context.mayMakeRoles ? { kind: 'make-role' } : null;
};

export const adviceFor = (denial: KeyDenial, context: AdviceContext): Advice | null => {
  const { actions, value } = context;
  switch (denial.reason) {
    case 'insufficient_scope':
    case 'drafts_not_allowed':
      return actions.edit && value.roles !== undefined ? adviceOnScope(denial, context) : null;
    case 'missing_role':
      return actions.edit && value.roles !== undefined ? { kind: 'edit' } : null;
    case 'address_not_allowed':
      if (!actions.edit || denial.lastAddress === null) return null;
      return value.networks.length > 0 && !value.networks.includes(denial.lastAddress)
        ? { kind: 'add-network', network: denial.lastAddress }
        : null;
    case 'rate_limited':
      return actions.edit ? { kind: 'edit' } : null;
    case 'expired_token':
      return actions.regenerate && value.status === 'expired' ? { kind: 'regenerate' } : null;
    default:
      return null;
  }
};
