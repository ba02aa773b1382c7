/** Whoever stays up for so long has come back for good. */
const STEADY_MS = 60_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 60_000;
/** Within one outage, tries come no seldomer than this, unless the first had to wait for longer. */
const LONGEST_WAIT_MS = 1_000;

/**
 * How long to leave a service alone that has just gone away. One that comes and goes is left alone
 * for longer each time, so that it holds up few requests and fills no log.
 *
 * @param lastPauseMs - What this said the last time; 0 where it never went away.
 * @param upForMs - Since it came back from there.
 */
export const pauseMsAfter = (lastPauseMs: number, upForMs: number): number =>
  lastPauseMs === 0 || upForMs >= STEADY_MS
    ? FIRST_PAUSE_MS
    : Math.min(lastPauseMs * 2, LONGEST_PAUSE_MS);

/** How long to wait after a try that found the service still away. */
export const nextWaitMs = (pauseMs: number, lastWaitMs: number): number =>
  Math.max(pauseMs, Math.min(lastWaitMs * 2, LONGEST_WAIT_MS));

/** Codes of Node and first words of what Redis answers with, as `ECONNREFUSED` and `READONLY`. */
const CODE = /^[A-Z][A-Z0-9_]{2,40}(?=\s|$)/;

/**
 * Why a service did not do what it was asked for, in one word: what else an error holds may be an
 * address with a password, or the command itself. `null` where it has no such word.
 */
export const faultWord = (error: unknown): string | null => {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  const words = [code, message].flatMap((text) => (typeof text === 'string' ? [text] : []));
  for (const text of words) {
    const word = CODE.exec(text)?.[0];
    if (word !== undefined) return word;
  }
  return null;
};
