import { GateFullError } from './gate';

export interface Shares {
  /** @throws GateFullError at once, where as much of this person's is under way as may be. */
  run<T>(who: string, work: () => Promise<T>): Promise<T>;
}

/** Lets nobody have more than `max` pieces of work under way, so that none takes up what all share. */
export const createShares = (max: number): Shares => {
  const underWay = new Map<string, number>();
  const change = (who: string, by: 1 | -1): void => {
    const next = (underWay.get(who) ?? 0) + by;
    if (next === 0) underWay.delete(who);
    else underWay.set(who, next);
  };
  return {
    async run(who, work) {
      if ((underWay.get(who) ?? 0) >= max) throw new GateFullError();
      change(who, 1);
      try {
        return await work();
      } finally {
        change(who, -1);
      }
    },
  };
};
