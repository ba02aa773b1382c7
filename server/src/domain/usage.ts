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

export const dayOf = (instant: EpochMs): string => new Date(instant).toISOString().slice(0, 10);

const slot = (uses: PendingUses, keyId: number, day: string): PendingUse => {
  const name = `${String(keyId)} ${day}`;
  const found = uses.get(name);
  if (found !== undefined) return found;
  const fresh = { keyId, day, allowed: 0, denied: 0, lastUsedAt: null, lastAddress: null };
  uses.set(name, fresh);
  return fresh;
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
  if (outcome === 'allowed') {
    use.lastUsedAt = now;
    use.lastAddress = address;
  }
};

/** Puts a batch that surely was not written back beneath what was counted since. */
export const mergeUses = (into: PendingUses, batch: PendingUses): void => {
  for (const use of batch.values()) {
    const target = slot(into, use.keyId, use.day);
    target.allowed += use.allowed;
    target.denied += use.denied;
    if (target.lastUsedAt === null) {
      target.lastUsedAt = use.lastUsedAt;
      target.lastAddress = use.lastAddress;
    }
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
    if ((lastUsedAt ?? -1) > (found.lastUsedAt ?? -1)) {
      found.lastUsedAt = lastUsedAt;
      found.lastAddress = lastAddress;
    }
  }
  return [...totals.values()].sort((a, b) => a.keyId - b.keyId);
};
