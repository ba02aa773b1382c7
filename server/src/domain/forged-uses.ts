import { dayOf } from './days';
import { compareText } from './storable';
import type { EpochMs } from './units';

/** Requests of one UTC day with the Access ID of a key and a wrong secret, that are not written yet. */
export interface PendingForgery {
  readonly keyId: number;
  readonly day: string;
  count: number;
  lastAt: EpochMs;
}

export type PendingForgeries = Map<string, PendingForgery>;

/** Keys and days of one batch. Anybody may forge, so what goes beyond is not counted at all. */
export const MAX_PENDING_FORGERIES = 10_000;

/** Counts one request whose Access ID exists and whose secret is wrong. */
export const countForgery = (forgeries: PendingForgeries, keyId: number, now: EpochMs): void => {
  const day = dayOf(now);
  const name = `${String(keyId)} ${day}`;
  const found = forgeries.get(name);
  if (found === undefined) {
    if (forgeries.size < MAX_PENDING_FORGERIES)
      forgeries.set(name, { keyId, day, count: 1, lastAt: now });
    return;
  }
  found.count += 1;
  if (now > found.lastAt) found.lastAt = now;
};

/** In the order in which every writer writes them, so that none waits for another in a circle. */
export const sortedForgeries = (batch: PendingForgeries): PendingForgery[] =>
  [...batch.values()].sort((a, b) => a.keyId - b.keyId || compareText(a.day, b.day));
