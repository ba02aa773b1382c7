import { DAY_MS, type EpochMs } from './units';

/** Header by which a key's consumer learns that the key is about to expire. */
export const EXPIRY_HEADER = 'API-Key-Expires';

/** How long before its expiry a key begins to tell of it. */
export const WARN_DAYS = 30;

/** `API-Key-Expires`, an HTTP date (RFC 9110, section 5.6.7), once 30 days or less are left. */
export const expiryHeaders = (expiresAt: EpochMs | null, now: EpochMs): Record<string, string> =>
  expiresAt !== null && expiresAt - now <= WARN_DAYS * DAY_MS
    ? { [EXPIRY_HEADER]: new Date(expiresAt).toUTCString() }
    : {};
