import type { ExpiryPolicy, MyTokenRules } from '../../../contracts';

/** The expiry policy of personal tokens: that of all keys and their own longest life, the stricter of both. */
export const personalExpiry = (policy: ExpiryPolicy, maxDays: number | null): ExpiryPolicy => {
  const limits = [policy.maxDays, maxDays].filter((days) => days !== null);
  const longest = limits.length === 0 ? null : Math.min(...limits);
  return {
    required: policy.required || longest !== null,
    defaultDays:
      policy.defaultDays === null || longest === null
        ? policy.defaultDays
        : Math.min(policy.defaultDays, longest),
    maxDays: longest,
  };
};

/** Why a person can make no further token, if so. */
export const closedReason = (
  { maxTokens, open }: { readonly maxTokens: number; readonly open: readonly unknown[] },
  held: number,
): MyTokenRules['closed'] => {
  // Where nobody may hold any there is none to delete first.
  if (open.length === 0 || maxTokens === 0) return 'personal_tokens_closed';
  return held >= maxTokens ? 'token_limit_reached' : null;
};
