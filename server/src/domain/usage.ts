import { dayOf } from './days';
import type { EpochMs } from './units';

/** Uses of one key that are not written yet. */
export interface PendingUse {
  readonly keyId: number;
  /** UTC day, as `2026-11-21`. */
  readonly day: string;
  allowed: number;
  denied: number;
  lastUsedAt: EpochMs | null;
  lastAddress: string | null;
}

export type PendingUses = Map<string, PendingUse>;

const slot = (uses: PendingUses, keyId: number, day: string): PendingUse => {
  const name = `${String(keyId)} ${day}`;
  const found = uses.get(name);
  if (found !== undefined) return found;
  const fresh = { keyId, day, allowed: 0, denied: 0, lastUsedAt: null, lastAddress: null };
  uses.set(name, fresh);
  return fresh;
};

/** Moves the last use on, never back: clocks are set right at times. */
const moveLastUse = (
  use: Pick<PendingUse, 'lastUsedAt' | 'lastAddress'>,
  { lastUsedAt, lastAddress }: Pick<PendingUse, 'lastUsedAt' | 'lastAddress'>,
): void => {
  if (lastUsedAt === null || lastUsedAt < (use.lastUsedAt ?? lastUsedAt)) return;
  use.lastUsedAt = lastUsedAt;
  use.lastAddress = lastAddress;
};

/** Counts one request of a true holder of a key; only allowed ones move "last used". */
export const countUse = (
  uses: PendingUses,
  keyId: number,
  outcome: 'allowed' | 'denied',
  now: EpochMs,
  address: string | null,
): void => {
  const use = slot(uses, keyId, dayOf(now));
  use[outcome] += 1;
  if (outcome === 'allowed') moveLastUse(use, { lastUsedAt: now, lastAddress: address });
};

/** Puts a batch that surely was not written back beneath what was counted since. */
export const mergeUses = (into: PendingUses, batch: PendingUses): void => {
  for (const use of batch.values()) {
    const target = slot(into, use.keyId, use.day);
    target.allowed += use.allowed;
    target.denied += use.denied;
    if (use.lastUsedAt !== target.lastUsedAt) moveLastUse(target, use);
  }
};

/** A batch by key: totals over its days, and the latest use. Sorted, so that writers never deadlock. */
export const totalsOf = (batch: PendingUses): Omit<PendingUse, 'day'>[] => {
  const totals = new Map<number, Omit<PendingUse, 'day'>>();
  for (const { keyId, allowed, denied, lastUsedAt, lastAddress } of batch.values()) {
    const found = totals.get(keyId);
    if (found === undefined) {
      totals.set(keyId, { keyId, allowed, denied, lastUsedAt, lastAddress });
      continue;
    }
    found.allowed += allowed;
    found.denied += denied;
    moveLastUse(found, { lastUsedAt, lastAddress });
  }
  return [...totals.values()].sort((a, b) => a.keyId - b.keyId);
};
