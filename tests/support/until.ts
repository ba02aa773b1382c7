import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 25;

/** Waits until something holds, and fails where it does not within the limit. */
export const until = async (
  holds: () => boolean | Promise<boolean>,
  limitMs = 15_000,
): Promise<void> => {
  const end = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`It did not come to hold within ${limitMs} ms.`);
    await sleep(POLL_MS);
  }
};
