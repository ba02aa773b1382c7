import { TZDate } from '@date-fns/tz';
import { DAY_MS, toEpochMs, type EpochMs } from './units';

/** Which notices there are, and when in the day those before an expiry go out. */
export interface NoticeRules {
  /** Whole days before the expiry. */
  readonly days: readonly number[];
  /** Hour of the day, in `timeZone`. */
  readonly hour: number;
  readonly timeZone: string;
}

export interface NoticedLife {
  readonly issuedAt: EpochMs;
  readonly expiresAt: EpochMs;
}

export interface NoticePlan {
  /** The notice that is due: whole days before the expiry, 0 for the expiry itself. */
  readonly due: number | null;
  /** When the next one will be; `null` where none is left. */
  readonly next: EpochMs | null;
}

/** The expiry itself is a notice like the others, so that one list holds them all. */
export const ON_EXPIRY = 0;

/** Nobody is helped by a notice that is older, as of keys that expired before the plugin was there. */
const CATCH_UP_MS = 30 * DAY_MS;

/**
 * When a notice is due: upon the expiry itself, or at the hour of the rules on the day that lies so
 * many calendar days before it, in the zone of the rules.
 */
export const noticeAt = (
  expiresAt: EpochMs,
  days: number,
  { hour, timeZone }: NoticeRules,
): EpochMs => {
  if (days === ON_EXPIRY) return expiresAt;
  const local = new TZDate(expiresAt, timeZone);
  const day = local.getDate() - days;
  return toEpochMs(new TZDate(local.getFullYear(), local.getMonth(), day, hour, 0, 0, 0, timeZone));
};

/**
 * Of a key's notices the nearest one that is due, however many were missed, and when to look again.
 * None that lies before the key was issued, nor one about the whole of its life.
 */
export const planNotices = (
  { issuedAt, expiresAt }: NoticedLife,
  rules: NoticeRules,
  now: EpochMs,
): NoticePlan => {
  const all = [...new Set([...rules.days, ON_EXPIRY])].map((days) => ({
    days,
    at: noticeAt(expiresAt, days, rules),
  }));
  const past = all.filter(({ at }) => at <= now).sort((a, b) => a.days - b.days)[0];
  const ahead = all.filter(({ at }) => at > now).sort((a, b) => a.at - b.at)[0];
  const isDue =
    past !== undefined &&
    past.at >= issuedAt &&
    past.days * DAY_MS < expiresAt - issuedAt &&
    now - past.at <= CATCH_UP_MS;
  return { due: isDue ? past.days : null, next: ahead?.at ?? null };
};
