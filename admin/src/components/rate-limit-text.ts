import type { RateLimit } from '../../../contracts/rate-limit';

/** Seconds of each unit in which a window is said. */
export const RATE_UNITS = { second: 1, minute: 60, hour: 3_600, day: 86_400 } as const;

export type RateUnit = keyof typeof RATE_UNITS;

export const isRateUnit = (text: string): text is RateUnit => Object.hasOwn(RATE_UNITS, text);

const UNITS: readonly RateUnit[] = ['day', 'hour', 'minute', 'second'];

/** A rate limit as it is typed; without a number of requests there is none. */
export interface RateLimitText {
  readonly requests: string;
  /** How many units the window is long. */
  readonly every: string;
  readonly unit: RateUnit;
}

export const NO_RATE_LIMIT: RateLimitText = { requests: '', every: '1', unit: 'minute' };

/** A window in the greatest unit of which it is a whole number. */
export const windowOf = (windowSeconds: number): { every: number; unit: RateUnit } => {
  const unit = UNITS.find((name) => windowSeconds % RATE_UNITS[name] === 0) ?? 'second';
  return { every: windowSeconds / RATE_UNITS[unit], unit };
};

export const rateLimitTextOf = (limit: RateLimit | null): RateLimitText => {
  if (limit === null) return NO_RATE_LIMIT;
  const { every, unit } = windowOf(limit.windowSeconds);
  return { requests: String(limit.requests), every: String(every), unit };
};

/** What is not a number stays none, for the contract to find. */
const numberOf = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));

export const rateLimitOf = ({ requests, every, unit }: RateLimitText): RateLimit | null =>
  requests.trim() === ''
    ? null
    : {
        requests: numberOf(requests),
        // Whole seconds, where a fraction of a unit was typed.
        windowSeconds: Math.round(numberOf(every) * RATE_UNITS[unit]),
      };
