import type { Core } from '@strapi/strapi';
import { nextWaitMs, pauseMsAfter } from '../../domain/outage';
import type { Count } from './local-counter';
import type { RedisCounter } from './redis-counter';

/** Counted to see whether Redis counts: a server that only reads, or is full, is away as well. */
const TRIAL = { slot: 'trial', windowSeconds: 1 } as const;

/**
 * Counts in Redis while it is there. Where it has failed once, nobody asks it any more until a
 * trial beside the requests has found it again; each change is one line in the log.
 */
export const createSharedCounter = (strapi: Core.Strapi, redis: RedisCounter) => {
  let isAway = false;
  let isOver = false;
  let pauseMs = 0;
  let backAt = -Infinity;
  let timer: NodeJS.Timeout | undefined;

  const tryIn = (waitMs: number): void => {
    timer = setTimeout(() => void tryAgain(waitMs), waitMs);
    timer.unref();
  };

  const goAway = (fault: string): void => {
    if (isAway || isOver) return;
    isAway = true;
    pauseMs = pauseMsAfter(pauseMs, performance.now() - backAt);
    strapi.log.warn(
      `api-access: Redis at ${redis.address} is away (${fault}): each node counts rate limits for itself until it is back.`,
    );
    tryIn(pauseMs);
  };

  const comeBack = (): void => {
    isAway = false;
    backAt = performance.now();
    strapi.log.info(
      `api-access: Redis at ${redis.address} is back: rate limits are counted across nodes.`,
    );
  };

  /** `undefined` where Redis did not count. */
  const ask = async (
    slot: string,
    windowSeconds: number,
    points: number,
  ): Promise<Count | undefined> => {
    const answer = await redis.count(slot, windowSeconds, points);
    if (!('fault' in answer)) return answer;
    goAway(answer.fault);
    return undefined;
  };

  const tryAgain = async (waitedMs: number): Promise<void> => {
    const count = await ask(TRIAL.slot, TRIAL.windowSeconds, 1);
    if (isOver) return;
    if (count === undefined) tryIn(nextWaitMs(pauseMs, waitedMs));
    else comeBack();
  };

  return {
    /** Waits for the connection for two seconds at most, so that the first requests are counted in Redis. */
    async start(): Promise<void> {
      await redis.connected();
      await ask(TRIAL.slot, TRIAL.windowSeconds, 1);
    },

    /** `undefined` where Redis is away; known to be so, that costs nothing. */
    count: async (
      slot: string,
      windowSeconds: number,
      points: number,
    ): Promise<Count | undefined> =>
      isAway || isOver ? undefined : ask(slot, windowSeconds, points),

    stop(): void {
      isOver = true;
      clearTimeout(timer);
      redis.end();
    },
  };
};

export type SharedCounter = ReturnType<typeof createSharedCounter>;
