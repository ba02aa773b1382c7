import { type Entitlement, MAX_REASON } from '../../../contracts';

const MAX_URL = 2_000;
/** Whatever is not to be seen in one line of text, marks that turn its direction among it. */
const UNSEEN = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** What holds where the config names no function. */
export const ENTITLED: Entitlement = { allowed: true, reason: null, upgradeUrl: null };

/** A function that cannot be understood refuses, and says nothing of why. */
export const NOT_ENTITLED: Entitlement = { allowed: false, reason: null, upgradeUrl: null };

const reasonIn = (value: unknown): string | null => {
  if (typeof value !== 'string') return null;
  const text = value.replace(UNSEEN, ' ').trim();
  if (text === '') return null;
  if (text.length <= MAX_REASON) return text;
  // Not through the middle of an emoji.
  return `${text.slice(0, MAX_REASON - 1).replace(/\p{Cs}$/u, '')}…`;
};

const urlIn = (value: unknown): string | null => {
  if (typeof value !== 'string' || value.length > MAX_URL || !URL.canParse(value)) return null;
  const { protocol, href } = new URL(value);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
};

/**
 * Reads what the config's `entitlement` answered.
 *
 * @returns `null` where it is neither a boolean nor an object whose `allowed` is one.
 */
export const readEntitlement = (answer: unknown): Entitlement | null => {
  if (typeof answer === 'boolean') return answer ? ENTITLED : NOT_ENTITLED;
  if (typeof answer !== 'object' || answer === null) return null;
  const { allowed, reason, upgradeUrl } = answer as Record<string, unknown>;
  if (typeof allowed !== 'boolean') return null;
  if (allowed) return ENTITLED;
  return { allowed, reason: reasonIn(reason), upgradeUrl: urlIn(upgradeUrl) };
};
