import { useEffect } from 'react';
import type { NamingRule } from '../../../../contracts/key-policy';
import { keyName } from '../../../../contracts/keys';
import { useCheckAccessKeyNameQuery, useLazyReadKeyPolicyQuery } from '../../api/keys';
import { useDebounced } from '../../hooks/use-debounced';

const PAUSE_MS = 400;

interface NameCheckOptions {
  /** As the form shows them. */
  rules: readonly NamingRule[];
  /** The key that has a name already. */
  id?: string | undefined;
  /** The name as it is stored, which needs no check. */
  current?: string | undefined;
}

/**
 * What is wrong with a name, once its typing has paused. What the contract refuses, a pasted token
 * among it, is never sent. The save decides: a check that fails says nothing.
 */
export const useNameCheck = (
  name: string,
  { rules, id, current }: NameCheckOptions,
): string | undefined => {
  const settled = useDebounced(name.trim(), PAUSE_MS);
  const local = keyName.safeParse(settled);
  const isDue = settled !== '' && settled !== current;
  const { currentData } = useCheckAccessKeyNameQuery(
    { name: settled, ...(id === undefined ? {} : { id }) },
    { skip: !isDue || !local.success, refetchOnMountOrArgChange: true },
  );
  const { code, message } = currentData?.data ?? {};
  // The rules were changed since the form was opened: what it says of them has to follow.
  const isOfOtherRules =
    code === 'name_not_allowed' && !rules.some(({ pattern }) => message?.includes(pattern));
  const [readPolicy] = useLazyReadKeyPolicyQuery();
  useEffect(() => {
    if (isOfOtherRules) void readPolicy(undefined);
  }, [isOfOtherRules, readPolicy]);
  if (!isDue || settled !== name.trim()) return undefined;
  return local.success ? (message ?? undefined) : local.error.issues[0]?.message;
};
