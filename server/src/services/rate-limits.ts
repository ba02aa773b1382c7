import type { Core } from '@strapi/strapi';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { RateLimit } from '../../../contracts';
import { rateSlot, rateState, type RateState } from '../domain/rate';
import type { EpochMs } from '../domain/units';
import { getService } from './get-service';

/** How old the limit for keys without one of their own may be. */
const DEFAULT_MAX_AGE_MS = 5_000;

/**
 * Requests of each key in its current window, counted by each node for itself. A window begins
 * with a request and forgets itself when it ends, so what is held is one number for each key in
 * use; only true holders of a secret are counted.
 */
export const createRateLimits = ({ strapi }: { strapi: Core.Strapi }) => {
  // Each key has a limit of its own, so the limiter only counts, and the domain judges.
  const counter = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: 1 });
  let known: { readonly limit: RateLimit | null; readonly at: EpochMs } | undefined;
  let running: Promise<RateLimit | null> | undefined;

  const now = () => getService(strapi, 'clock').now();

  const read = async (): Promise<RateLimit | null> => {
    const at = now();
    const { settings } = await getService(strapi, 'settings').current();
    known = { limit: settings.rateLimit, at };
    return settings.rateLimit;
  };

  const defaultLimit = async (): Promise<RateLimit | null> => {
    const age = known === undefined ? Infinity : now() - known.at;
    if (known !== undefined && age >= 0 && age < DEFAULT_MAX_AGE_MS) return known.limit;
    // Within a transaction SQLite has no connection left for a read that others began outside it.
    if (strapi.db.inTransaction()) return read();
    running ??= read().finally(() => {
      running = undefined;
    });
    return running;
  };

  return {
    /** The limit of a key: its own, else that of Rules & notices, a few seconds old at most. */
    of: async (own: RateLimit | null): Promise<RateLimit | null> => own ?? defaultLimit(),

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
