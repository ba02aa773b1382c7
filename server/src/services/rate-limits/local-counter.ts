import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Where the window of a slot stands. */
export interface Count {
  /** Requests so far, the one that was counted included. */
  readonly used: number;
  /** Until the window ends. */
  readonly leftMs: number;
}

/**
 * Counts in the memory of this node. A window begins with a request and forgets itself when it
 * ends, so what is held is one number for each slot in use.
 */
export const createLocalCounter = () => {
  // Each slot has a limit of its own, so the limiter only counts, and the domain judges.
  const limiter = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: 1 });

  return {
    async count(slot: string, windowSeconds: number, points = 1): Promise<Count> {
      const { consumedPoints, msBeforeNext } = await limiter.consume(slot, points, {
        customDuration: windowSeconds,
      });
      return { used: consumedPoints, leftMs: msBeforeNext };
    },

    /** Brings a window up to what was counted elsewhere, and never back. */
    async catchUp(slot: string, { used, leftMs }: Count): Promise<void> {
      const known = await limiter.get(slot);
      const missing = used - (known?.consumedPoints ?? 0);
      if (missing > 0) await limiter.penalty(slot, missing, { customDuration: leftMs / 1000 });
    },
  };
};
