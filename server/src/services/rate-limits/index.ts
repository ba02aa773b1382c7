import type { Core } from '@strapi/strapi';
import type { RateLimit } from '../../../../contracts';
import { rateSlot, rateState, type RateState } from '../../domain/rate';
import type { PresentedCredential } from '../credentials';
import { createDefaultLimit } from './default-limit';
import { createLocalCounter } from './local-counter';
import type { SharedCounter } from './shared-counter';
import { startSharedCounter } from './start-shared-counter';

/**
 * Requests of each key in its current window; only true holders of a secret are counted.
 *
 * With Redis, all nodes count in one place, exactly. While it is away each node counts for itself,
 * and goes on from what it heard last, so a running window is not begun anew. Once Redis is back its
 * own count holds: what nodes let in meanwhile is not added, since after a restart Redis would hold
 * that against a new window. So a window that an outage falls into lets in its number once more on
 * each node at most. Without Redis each node always counts for itself.
 */
export const createRateLimits = ({ strapi }: { strapi: Core.Strapi }) => {
  const local = createLocalCounter();
  const defaultLimit = createDefaultLimit(strapi);
  let shared: SharedCounter | undefined;

  return {
    /** The limit of a key: its own, else that of Rules & notices, read anew after each save. */
    of: ({
      rateLimit,
      epoch,
    }: Pick<PresentedCredential, 'rateLimit' | 'epoch'>):
      RateLimit | null | Promise<RateLimit | null> => rateLimit ?? defaultLimit(epoch),

    /**
     * Counts a request of a key, and says whether it is still within the limit.
     *
     * @param points - What it counts as; all at once, whoever else counts meanwhile.
     */
    async count(keyId: number, limit: RateLimit, points = 1): Promise<RateState> {
      const slot = rateSlot(keyId, limit);
      const counted = await shared?.count(slot, limit.windowSeconds, points);
      if (counted !== undefined) await local.catchUp(slot, counted);
      const { used, leftMs } = counted ?? (await local.count(slot, limit.windowSeconds, points));
      return rateState(limit, used, leftMs);
    },

    /**
     * Connects to Redis where it is configured; one that is away keeps no boot back.
     *
     * @throws Error that says what to install, where the client of Redis is not there.
     */
    async start(): Promise<void> {
      shared = await startSharedCounter(strapi);
    },

    /** Ends the connection at once; what is still counted then is counted by this node. */
    stop(): void {
      shared?.stop();
    },
  };
};

export type RateLimits = ReturnType<typeof createRateLimits>;
