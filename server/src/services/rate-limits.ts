import type { Core } from '@strapi/strapi';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { RateLimit } from '../../../contracts';
import { rateSlot, rateState, type RateState } from '../domain/rate';
import type { PresentedCredential } from './credentials';
import { getService } from './get-service';

/** A limit for keys without one of their own, and the epoch that it was read in or after. */
interface DefaultLimit {
  readonly epoch: string;
  readonly limit: RateLimit | null;
}

/**
 * Requests of each key in its current window, counted by each node for itself. A window begins
 * with a request and forgets itself when it ends, so what is held is one number for each key in
 * use; only true holders of a secret are counted.
 */
export const createRateLimits = ({ strapi }: { strapi: Core.Strapi }) => {
  // Each key has a limit of its own, so the limiter only counts, and the domain judges.
  const counter = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: 1 });
  let known: DefaultLimit | undefined;
  let running: { readonly epoch: string; limit: Promise<RateLimit | null> } | undefined;

  const read = async (epoch: string): Promise<RateLimit | null> => {
    const { settings } = await getService(strapi, 'settings').current();
    known = { limit: settings.rateLimit, epoch };
    return settings.rateLimit;
  };

  /**
   * @param epoch - Read before the limit is: should that change in between, it lies under an epoch
   *   that no later request has.
   */
  const defaultLimit = async (epoch: string): Promise<RateLimit | null> => {
    if (known?.epoch === epoch) return known.limit;
    // Within a transaction SQLite has no connection left for a read that others began outside it.
    if (strapi.db.inTransaction()) return read(epoch);
    if (running?.epoch === epoch) return running.limit;
    const mine = { epoch, limit: read(epoch) };
    running = mine;
    try {
      return await mine.limit;
    } finally {
      if (running === mine) running = undefined;
    }
  };

  return {
    /** The limit of a key: its own, else that of Rules & notices, read anew after each save. */
    of: async ({
      rateLimit,
      epoch,
    }: Pick<PresentedCredential, 'rateLimit' | 'epoch'>): Promise<RateLimit | null> =>
      rateLimit ?? defaultLimit(epoch),

    /** Counts one request of a key, and says whether it is still within the limit. */
    async count(keyId: number, limit: RateLimit): Promise<RateState> {
      const { consumedPoints, msBeforeNext } = await counter.consume(rateSlot(keyId, limit), 1, {
        customDuration: limit.windowSeconds,
      });
      return rateState(limit, consumedPoints, msBeforeNext);
    },
  };
};

export type RateLimits = ReturnType<typeof createRateLimits>;
