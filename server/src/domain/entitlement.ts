import { type Entitlement, MAX_REASON, oneLine } from '../../../contracts';

const MAX_URL = 2_000;

/** What holds where the config names no function. */
export const ENTITLED: Entitlement = { allowed: true, reason: null, upgradeUrl: null };

/** A function that cannot be understood refuses, and says nothing of why. */
export const NOT_ENTITLED: Entitlement = { allowed: false, reason: null, upgradeUrl: null };

const reasonIn = (value: unknown): string | null => {
  if (typeof value !== 'string') return null;
  const text = oneLine(value);
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
