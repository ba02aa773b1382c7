import type { MyToken, MyTokenRules } from './my-tokens';

/** Why the server would refuse to regenerate a token, if so. */
export const barrierOf = (
  { status, roles }: MyToken,
  rules: MyTokenRules,
): 'revoked' | 'roles' | 'closed' | null => {
  if (status === 'revoked') return 'revoked';
  const open = new Set(rules.roles.map(({ id }) => id));
  if (!roles.every(({ id }) => open.has(id))) return 'roles';
  return rules.closed === 'personal_tokens_closed' ? 'closed' : null;
};

/** Ids of the roles chosen beforehand: the default ones; where there are none, the only one. */
export const firstRoles = ({ roles }: MyTokenRules): string[] => {
  const defaults = roles.filter(({ isDefault }) => isDefault);
  const chosen = defaults.length === 0 && roles.length === 1 ? roles : defaults;
  return chosen.map(({ id }) => id);
};

/** Whether a token could work (again); a revoked one never does. */
export const isLive = ({ status }: MyToken): boolean => status !== 'revoked';
