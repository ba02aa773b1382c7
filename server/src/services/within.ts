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
      reject(tooLate());
    }, limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
};
