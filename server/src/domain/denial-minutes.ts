import type { AlertKind, RefusalCode } from '../../../contracts';
import { compareText } from './storable';
import type { EpochMs } from './units';

const MINUTE_MS = 60_000;

/** Denials of one key within one minute, by what they are a sign of. */
export interface DenialMinute {
  readonly keyId: number;
  /** Whole minutes since 1970. */
  readonly minute: number;
  readonly kind: AlertKind;
  count: number;
  firstAt: EpochMs;
  lastAt: EpochMs;
  lastAddress: string | null;
}

export type PendingDenialMinutes = Map<string, DenialMinute>;

/** Rows kept in memory while the database is away; what would be one more can raise no alert. */
export const MAX_PENDING_MINUTES = 100_000;

/**
 * What a refusal of a true holder is a sign of; `null` where it is one of nothing: an honest client
 * meets its rate limit, a blocked owner is known, a fault is ours, and without the true secret
 * nobody raises an alert.
 */
const SIGNS: Record<RefusalCode, AlertKind | null> = {
  missing_token: null,
  conflicting_tokens: null,
  invalid_token: null,
  expired_token: 'expired',
  revoked_token: 'revoked',
  suspended_token: null,
  insufficient_scope: 'denials',
  missing_role: 'denials',
  address_not_allowed: 'denials',
  drafts_not_allowed: 'denials',
  rate_limited: null,
  verification_unavailable: null,
  verification_busy: null,
};

export const minuteOf = (instant: EpochMs): number => Math.floor(instant / MINUTE_MS);

const add = (minutes: PendingDenialMinutes, row: DenialMinute): void => {
  const name = `${String(row.keyId)} ${String(row.minute)} ${row.kind}`;
  const found = minutes.get(name);
  if (found === undefined) {
    if (minutes.size < MAX_PENDING_MINUTES) minutes.set(name, { ...row });
    return;
  }
  found.count += row.count;
  if (row.firstAt < found.firstAt) found.firstAt = row.firstAt;
  if (row.lastAt < found.lastAt) return;
  found.lastAt = row.lastAt;
  found.lastAddress = row.lastAddress;
};

/** Counts one refused request of a true holder, once, however much it lacked. */
export const countDenialMinute = (
  minutes: PendingDenialMinutes,
  keyId: number,
  code: RefusalCode,
  now: EpochMs,
  address: string | null,
): void => {
  const kind = SIGNS[code];
  if (kind === null) return;
  const instants = { firstAt: now, lastAt: now };
  add(minutes, { keyId, minute: minuteOf(now), kind, count: 1, ...instants, lastAddress: address });
};

/** Puts a batch that surely was not written back beneath what was counted since. */
export const mergeDenialMinutes = (
  into: PendingDenialMinutes,
  batch: PendingDenialMinutes,
): void => {
  for (const row of batch.values()) add(into, row);
};

/** In the order in which every writer writes them. */
export const sortedDenialMinutes = (batch: PendingDenialMinutes): DenialMinute[] =>
  [...batch.values()].sort(
    (a, b) => a.keyId - b.keyId || a.minute - b.minute || compareText(a.kind, b.kind),
  );
