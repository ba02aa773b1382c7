/**
 * What a piece of work comes to, where it does within a time limit.
 *
 * @throws Whatever `tooLate` makes, once `limitMs` are over; the work itself is not ended.
 */
export const within = async <T>(
  limitMs: number,
  work: Promise<T>,
  tooLate: () => Error,
): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      // Where this process was held up, the answer may lie there already, and is read before this.
      setImmediate(() => {
        reject(tooLate());
      });
    }, limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
};

/** A moment from now on, by a clock that nobody sets: what several steps together keep to. */
export const deadlineIn = (limitMs: number): number => performance.now() + limitMs;

/** Milliseconds that are left until then; 1 where it is past, since no timer takes less. */
export const leftUntil = (deadline: number): number => Math.max(1, deadline - performance.now());
