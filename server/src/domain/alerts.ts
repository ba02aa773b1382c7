import type { AlertKind, Settings } from '../../../contracts';
import type { DenialMinute } from './denial-minutes';
import { DAY_MS, type EpochMs } from './units';

type Rules = Settings['alerts'];

/** Denials within one minute that no alert has told of yet. */
export type UntoldMinute = Pick<DenialMinute, 'count' | 'firstAt' | 'lastAt' | 'lastAddress'>;

/** What an alert tells of the requests that raised it. */
export interface Alarm {
  readonly count: number;
  /** Within how long they came; `null` where that decides nothing. */
  readonly windowMinutes: number | null;
  readonly lastAt: EpochMs;
  readonly lastAddress: string | null;
}

/** Of one kind and key, one alert within this time. */
const SILENCE_MS = 3_600_000;

/**
 * From when until when the last alert keeps the next one away. It has an end, so that a clock that was
 * set back silences nothing for long; nodes whose clocks differ stay within it.
 */
export const silenceAround = (now: EpochMs): [from: number, until: number] => [
  now - SILENCE_MS + 1,
  now + SILENCE_MS,
];

/** The longest window that Rules & notices allow; what is older can raise nothing. */
export const ALARMING_FOR_MS = DAY_MS;

const MINUTE_MS = 60_000;

/** How many denials of a kind make an alert; `null` where it is turned off. */
export const thresholdOf = (kind: AlertKind, rules: Rules): number | null => {
  if (!rules.isOn) return null;
  if (kind === 'denials') return rules.denials;
  return rules.endedTokens ? 1 : null;
};

const alarmAt = (
  count: number,
  windowMinutes: number | null,
  { lastAt, lastAddress }: UntoldMinute,
): Alarm => ({ count, windowMinutes, lastAt, lastAddress });

/**
 * The worst that came within any window, whenever the job comes to look: no node that was late lets a
 * burst go. Only minutes that lie in the window as a whole count, so it never says more than was.
 */
const burstIn = (minutes: readonly UntoldMinute[], windowMinutes: number): Alarm | null => {
  let worst: Alarm | null = null;
  let [from, count] = [0, 0];
  for (const minute of minutes) {
    count += minute.count;
    for (const early of minutes.slice(from)) {
      if (minute.lastAt - early.firstAt <= windowMinutes * MINUTE_MS) break;
      count -= early.count;
      from += 1;
    }
    if (count >= (worst?.count ?? 1)) worst = alarmAt(count, windowMinutes, minute);
  }
  return worst;
};

const allOf = (minutes: readonly UntoldMinute[]): Alarm | null => {
  const last = minutes.at(-1);
  if (last === undefined) return null;
  return alarmAt(
    minutes.reduce((sum, { count }) => sum + count, 0),
    null,
    last,
  );
};

/**
 * Whether what a true holder of a key was denied raises an alert.
 *
 * @param minutes - Those of one key and kind that no alert has told of yet, oldest first.
 */
export const alarmOf = (
  kind: AlertKind,
  minutes: readonly UntoldMinute[],
  rules: Rules,
): Alarm | null => {
  const threshold = thresholdOf(kind, rules);
  if (threshold === null) return null;
  const alarm = kind === 'denials' ? burstIn(minutes, rules.windowMinutes) : allOf(minutes);
  return alarm !== null && alarm.count >= threshold ? alarm : null;
};
