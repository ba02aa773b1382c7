import type { ExpiryPolicy } from './key-policy';

const DAY_MS = 86_400_000;
const PRESET_DAYS = [30, 90, 365];

/** How a person says when a key ends. `date` is an ISO instant, or empty until one is picked. */
export type Expiry =
  | { readonly kind: 'unset' }
  | { readonly kind: 'keep' }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'never' };

/** The value of an option in the select box, and back. */
export const expiryToOption = (expiry: Expiry): string =>
  expiry.kind === 'days' ? `days:${expiry.days}` : expiry.kind;

export const expiryFromOption = (option: string): Expiry => {
  if (option.startsWith('days:')) return { kind: 'days', days: Number(option.slice(5)) };
  if (option === 'date') return { kind: 'date', date: '' };
  return option === 'keep' || option === 'never' ? { kind: option } : { kind: 'unset' };
};

/** Whole days for which a token was made, as its key tells; `null` where it never ends. */
export const lifetimeDays = (key: { issuedAt: string; expiresAt: string | null }): number | null =>
  key.expiresAt === null
    ? null
    : Math.max(1, Math.round((Date.parse(key.expiresAt) - Date.parse(key.issuedAt)) / DAY_MS));

const allowedDays = (days: readonly (number | null)[], policy: ExpiryPolicy): number[] =>
  [...new Set(days)]
    .filter((item): item is number => item !== null)
    .filter((item) => policy.maxDays === null || item <= policy.maxDays)
    .sort((a, b) => a - b);

/** What can be chosen for a new token. `sameDays` is the lifetime of the one it follows. */
export const expiryChoices = (policy: ExpiryPolicy, sameDays: number | null = null): Expiry[] => [
  ...allowedDays([...PRESET_DAYS, policy.defaultDays, sameDays, policy.maxDays], policy).map(
    (days): Expiry => ({ kind: 'days', days }),
  ),
  { kind: 'date', date: '' },
  // Never is later than the longest lifetime.
  ...(policy.required || policy.maxDays !== null ? [] : [{ kind: 'never' } as const]),
];

/** What is chosen beforehand for a new key: the default of the policy, else 90 days. */
export const firstExpiry = (policy: ExpiryPolicy): Expiry => {
  const days = policy.defaultDays ?? 90;
  const longest = policy.maxDays ?? days;
  return { kind: 'days', days: Math.min(days, longest) };
};

/** For a regeneration: the same lifetime where policy still allows it, else a choice is due. */
export const nextExpiry = (
  policy: ExpiryPolicy,
  key: { issuedAt: string; expiresAt: string | null },
): Expiry => {
  const days = lifetimeDays(key);
  if (days === null) return { kind: 'unset' };
  return policy.maxDays !== null && days > policy.maxDays
    ? { kind: 'unset' }
    : { kind: 'days', days };
};

/** What can be chosen while a key lives on: to stay as it is, or to end earlier. */
export const earlierChoices = (expiresAt: string | null, nowMs: number): Expiry[] => [
  { kind: 'keep' },
  ...PRESET_DAYS.filter(
    (days) => expiresAt === null || nowMs + days * DAY_MS < Date.parse(expiresAt),
  ).map((days): Expiry => ({ kind: 'days', days })),
  { kind: 'date', date: '' },
];

/**
 * The instant that a choice stands for: `null` for never, `undefined` where nothing is chosen or
 * nothing is to change.
 */
export const instantOf = (expiry: Expiry, nowMs: number): string | null | undefined => {
  switch (expiry.kind) {
    case 'days':
      return new Date(nowMs + expiry.days * DAY_MS).toISOString();
    case 'date':
      return expiry.date === '' ? undefined : expiry.date;
    case 'never':
      return null;
    case 'keep':
    case 'unset':
      return undefined;
  }
};

/** The last instant that policy allows. */
export const latestAllowed = (policy: ExpiryPolicy, nowMs: number): Date | undefined =>
  policy.maxDays === null ? undefined : new Date(nowMs + policy.maxDays * DAY_MS);

export const isSoon = (expiresAt: string, nowMs: number): boolean =>
  Date.parse(expiresAt) - nowMs < 30 * DAY_MS;
