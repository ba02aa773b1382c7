import type { EpochMs } from './units';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Pauses after each failed try: a mail server that is away for three days loses nothing. */
const PAUSES_MS = [
  15 * MINUTE_MS,
  HOUR_MS,
  4 * HOUR_MS,
  12 * HOUR_MS,
  24 * HOUR_MS,
  24 * HOUR_MS,
  24 * HOUR_MS,
] as const;

/** Tries of one mail before it is given up. */
export const MAX_ATTEMPTS = PAUSES_MS.length + 1;

/**
 * When a mail is tried again.
 *
 * @param attempts - Failed tries so far, this one counted.
 * @returns `null` where it is given up.
 */
export const nextTry = (attempts: number, now: EpochMs): EpochMs | null => {
  const pause = PAUSES_MS[attempts - 1];
  return pause === undefined ? null : ((now + pause) as EpochMs);
};
