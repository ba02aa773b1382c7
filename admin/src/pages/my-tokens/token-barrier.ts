import type { MyToken, MyTokenRules } from '../../../../contracts/my-tokens';

/** Why the server would refuse to regenerate a token, if so. */
export const barrierOf = (
  { status, roles }: MyToken,
  rules: MyTokenRules,
): 'revoked' | 'roles' | null => {
  if (status === 'revoked') return 'revoked';
  const open = new Set(rules.roles.map(({ id }) => id));
  return roles.every(({ id }) => open.has(id)) ? null : 'roles';
};
