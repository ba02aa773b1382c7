import { DAY_MS, type EpochMs } from './units';

/** A UTC day, as `2026-11-21`. */
export const dayOf = (instant: EpochMs): string => new Date(instant).toISOString().slice(0, 10);

/** The UTC days up to that of an instant, oldest first. */
export const lastDays = (count: number, now: EpochMs): string[] =>
  Array.from({ length: count }, (_, at) => dayOf((now - (count - 1 - at) * DAY_MS) as EpochMs));

/** The UTC month of a day, as `2026-11`. */
export const monthOf = (day: string): string => day.slice(0, 7);
