/** One step took longer than it may; whatever was under way may still end, and counts no more. */
export class StalledError extends Error {
  constructor(limitMs: number) {
    super(`no step forward within ${String(limitMs)} ms`);
    this.name = 'StalledError';
  }
}

/**
 * What a piece of work comes to that goes on step by step, however long all of it takes. It is given
 * up where one step takes longer than `limitMs`, as one does that waits for a server which is gone.
 *
 * @param work - Says of each step that it begins by calling `step`; where that answers `false` it has
 *   been given up, and must change nothing more.
 * @throws StalledError
 */
export const bySteps = async <T>(
  limitMs: number,
  work: (step: () => boolean) => Promise<T>,
): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  let giveUp: (error: StalledError) => void = () => undefined;
  const stalled = new Promise<never>((_resolve, reject) => (giveUp = reject));
  const step = (): boolean => {
    clearTimeout(timer);
    if (isOver) return false;
    timer = setTimeout(() => {
      isOver = true;
      giveUp(new StalledError(limitMs));
    }, limitMs);
    return true;
  };
  step();
  try {
    return await Promise.race([work(step), stalled]);
  } finally {
    isOver = true;
    clearTimeout(timer);
  }
};
