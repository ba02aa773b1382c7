import type { ExpiryPolicy } from '../../../contracts';
import { ApiAccessError } from './errors';
import { DAY_MS, type EpochMs } from './units';

/** A day more than the longest lifetime, so that "in 90 days" chosen by date in any zone passes. */
const TOLERANCE_MS = DAY_MS;

const checkInstant = (expiresAt: EpochMs, now: EpochMs, policy: ExpiryPolicy): void => {
  if (expiresAt <= now) throw ApiAccessError.at('expiry_in_past', 'expiresAt');
  if (policy.maxDays !== null && expiresAt > now + policy.maxDays * DAY_MS + TOLERANCE_MS) {
    throw ApiAccessError.at('expiry_too_late', 'expiresAt');
  }
};

/**
 * The expiry of a key that is being issued (created or regenerated).
 *
 * @param wanted - An instant, `null` for never, `undefined` for the default lifetime.
 * @throws ApiAccessError `expiry_in_past`, `expiry_too_late`, `expiry_required`.
 */
export const expiryOnIssue = (
  wanted: EpochMs | null | undefined,
  now: EpochMs,
  policy: ExpiryPolicy,
): EpochMs | null => {
  const chosen =
    wanted === undefined && policy.defaultDays !== null
      ? ((now + policy.defaultDays * DAY_MS) as EpochMs)
      : (wanted ?? null);
  if (chosen === null) {
    if (policy.required || policy.maxDays !== null)
      throw ApiAccessError.at('expiry_required', 'expiresAt');
    return null;
  }
  checkInstant(chosen, now, policy);
  return chosen;
};

/**
 * The expiry after an edit: the same or earlier, never later and never in the past.
 *
 * @throws ApiAccessError `expiry_not_earlier`, `expiry_in_past`.
 */
export const expiryOnEdit = (
  wanted: EpochMs | null | undefined,
  current: EpochMs | null,
  now: EpochMs,
): EpochMs | null => {
  if (wanted === undefined || wanted === current) return current;
  if (wanted === null || (current !== null && wanted > current)) {
    throw ApiAccessError.at('expiry_not_earlier', 'expiresAt');
  }
  if (wanted <= now) throw ApiAccessError.at('expiry_in_past', 'expiresAt');
  return wanted;
};
