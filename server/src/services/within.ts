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
