/** The gate's queue is full: the work was not begun. */
export class GateFullError extends Error {
  constructor() {
    super('Too much work is waiting.');
    this.name = 'GateFullError';
  }
}

export interface Gate {
  /** @throws GateFullError at once, where as many wait as may. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** Lets at most `maxConcurrent` pieces of work run and at most `maxQueued` wait, first come first served. */
export const createGate = (maxConcurrent: number, maxQueued: number): Gate => {
  let running = 0;
  const waiting: (() => void)[] = [];

  const enter = async (): Promise<void> => {
    if (running < maxConcurrent) {
      running += 1;
      return;
    }
    if (waiting.length >= maxQueued) throw new GateFullError();
    // Whoever leaves hands its place on, so `running` stays as it is.
    await new Promise<void>((resolve) => waiting.push(resolve));
  };

  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  };

  return {
    async run(work) {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
};
