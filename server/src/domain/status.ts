import type { KeyStatus } from '../../../contracts';
import type { EpochMs } from './units';

/** State of the person who owns a personal token; `none` for an organisation's key. */
export type OwnerState = 'none' | 'active' | 'blocked' | 'gone';

export interface Lifetime {
  readonly expiresAt: EpochMs | null;
  readonly revokedAt: EpochMs | null;
  readonly ownerState: OwnerState;
}

/** The status of a key at an instant. What cannot come back wins over what can. */
export const statusAt = (key: Lifetime, now: EpochMs): KeyStatus => {
  if (key.revokedAt !== null || key.ownerState === 'gone') return 'revoked';
  if (key.expiresAt !== null && key.expiresAt <= now) return 'expired';
  if (key.ownerState === 'blocked') return 'suspended';
  return 'active';
};
