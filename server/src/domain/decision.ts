import { isAddressAllowed } from './networks';
import { statusAt, type Lifetime } from './status';
import type { EpochMs } from './units';

/** What the database and the secret say about the presented token. */
export interface Evidence extends Lifetime {
  /** The row's own Access ID; it must equal the presented one exactly, whatever the collation. */
  readonly accessId: string;
  readonly prefix: string;
  readonly networks: readonly string[];
}

export interface Presented {
  readonly accessId: string;
  readonly prefix: string;
  readonly address: string | null;
}

/**
 * Why a request with a well-formed token is not let in. `invalid_token` covers unknown and forged
 * alike; the others are told only to whoever holds the true secret.
 */
export type DenialReason =
  'invalid_token' | 'expired_token' | 'revoked_token' | 'suspended_token' | 'address_not_allowed';

export type Decision =
  { readonly granted: true } | { readonly granted: false; readonly reason: DenialReason };

const denied = (reason: DenialReason): Decision => ({ granted: false, reason });

/** Whether a row belongs to the presented token at all. */
export const isSameKey = (
  row: Pick<Evidence, 'accessId' | 'prefix'>,
  presented: Presented,
): boolean => row.accessId === presented.accessId && row.prefix === presented.prefix;

const REASON_OF_STATUS = {
  active: null,
  expired: 'expired_token',
  revoked: 'revoked_token',
  suspended: 'suspended_token',
} as const;

/**
 * The decision about a request (RFC 6750 in spirit): pure, over the row, the outcome of the
 * secret's comparison, the clock and the address.
 *
 * @param row - The credential, or `null` where no key has the presented Access ID.
 * @param secretMatches - Whether the presented secret is the key's.
 */
export const decide = (
  row: Evidence | null,
  secretMatches: boolean,
  presented: Presented,
  now: EpochMs,
): Decision => {
  if (row === null || !isSameKey(row, presented) || !secretMatches) return denied('invalid_token');
  const reason = REASON_OF_STATUS[statusAt(row, now)];
  if (reason !== null) return denied(reason);
  if (!isAddressAllowed(row.networks, presented.address)) return denied('address_not_allowed');
  return { granted: true };
};
