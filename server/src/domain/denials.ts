import type { RefusalCode } from '../../../contracts';
import { dayOf, monthOf } from './days';
import type { Refusal } from './refusals';
import { actionSlot, compareText } from './storable';
import type { EpochMs } from './units';

/** Denials of one key on one UTC day, for one reason, that are not written yet. */
export interface PendingDenial {
  readonly keyId: number;
  readonly day: string;
  readonly reason: RefusalCode;
  /** The action that was lacking; empty where the reason is another. */
  readonly action: string;
  count: number;
  lastAt: EpochMs;
  lastAddress: string | null;
}

export type PendingDenials = Map<string, PendingDenial>;

/** Rows kept in memory while the database is away; what would be one more is counted as denied alone. */
export const MAX_PENDING_DENIALS = 100_000;

const add = <T extends StoredDenial>(denials: Map<string, T>, denial: T, max: number): void => {
  const { keyId, day, reason, action, count, lastAt, lastAddress } = denial;
  const name = `${String(keyId)} ${day} ${reason} ${action}`;
  const found = denials.get(name);
  if (found === undefined) {
    if (denials.size < max) denials.set(name, { ...denial });
    return;
  }
  found.count += count;
  if (lastAt < found.lastAt) return;
  found.lastAt = lastAt;
  found.lastAddress = lastAddress;
};

const lackingActions = ({ code, required = [] }: Refusal): readonly string[] =>
  code === 'insufficient_scope' && required.length > 0
    ? [...new Set(required.map(actionSlot))]
    : [''];

/** Counts one refusal of a true holder of a key, once for each action that was lacking. */
export const countDenial = (
  denials: PendingDenials,
  keyId: number,
  refusal: Refusal,
  now: EpochMs,
  address: string | null,
): void => {
  const day = dayOf(now);
  for (const action of lackingActions(refusal)) {
    const { code: reason } = refusal;
    const denial = { keyId, day, reason, action, count: 1, lastAt: now, lastAddress: address };
    add(denials, denial, MAX_PENDING_DENIALS);
  }
};

/** Puts a batch that surely was not written back beneath what was counted since. */
export const mergeDenials = (into: PendingDenials, batch: PendingDenials): void => {
  for (const denial of batch.values()) add(into, denial, MAX_PENDING_DENIALS);
};

/** Denials as they are stored; a reason may be one that only another release knows. */
export type StoredDenial = Omit<PendingDenial, 'reason'> & { readonly reason: string };

/** The denials of days as those of their months, with the same sums and what was latest. */
export const byMonth = (rows: readonly StoredDenial[]): StoredDenial[] => {
  const months = new Map<string, StoredDenial>();
  for (const row of rows) add(months, { ...row, day: monthOf(row.day) }, Infinity);
  return [...months.values()];
};

/** In the order in which every writer writes them, so that none waits for another in a circle. */
export const sortedDenials = <T extends StoredDenial>(batch: { values(): Iterable<T> }): T[] =>
  [...batch.values()].sort(
    (a, b) =>
      a.keyId - b.keyId ||
      compareText(a.day, b.day) ||
      compareText(a.reason, b.reason) ||
      compareText(a.action, b.action),
  );
