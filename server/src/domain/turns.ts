/** Whoever waited has left before its turn came: the work was not begun. */
export class TurnMissedError extends Error {
  constructor() {
    super('Nobody waits for this work any more.');
    this.name = 'TurnMissedError';
  }
}

export interface Turns {
  /**
   * Does the work when its turn comes.
   *
   * @throws TurnMissedError where that is later than whoever asks waits.
   */
  run<T>(work: () => Promise<T>): Promise<T>;
}

interface Waiting {
  /** As `now` tells it; whoever waits has left by then. */
  readonly until: number;
  readonly begin: () => void;
  readonly give: (error: TurnMissedError) => void;
}

/**
 * Lets at most `maxConcurrent` pieces of work run, first come first served, and begins none for
 * whoever has left: what nobody waits for any more is forgotten, so a queue holds no more than came
 * within `patienceMs`.
 *
 * @param now - Milliseconds of a clock that never goes back.
 */
export const createTurns = (
  maxConcurrent: number,
  patienceMs: number,
  now: () => number,
): Turns => {
  let running = 0;
  const waiting: Waiting[] = [];

  /** All have the same patience, so whoever came first leaves first. */
  const forgetThoseWhoLeft = (): void => {
    const at = now();
    const first = waiting.findIndex(({ until }) => until > at);
    for (const { give } of waiting.splice(0, first === -1 ? waiting.length : first))
      give(new TurnMissedError());
  };

  const enter = async (): Promise<void> => {
    if (running < maxConcurrent) {
      running += 1;
      return;
    }
    forgetThoseWhoLeft();
    // Whoever leaves hands its place on, so `running` stays as it is.
    await new Promise<void>((begin, give) => {
      waiting.push({ until: now() + patienceMs, begin, give });
    });
  };

  const leave = (): void => {
    if (waiting.length > 0) forgetThoseWhoLeft();
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next.begin();
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
