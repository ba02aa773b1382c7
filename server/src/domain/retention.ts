import type { Settings } from '../../../contracts';
import { DAY_MS, type EpochMs } from './units';

/** Before when each thing is forgotten. */
export interface Limits {
  readonly activity: EpochMs;
  /** Counts of single days; their sums stay. */
  readonly usage: EpochMs;
  /** Mails that were sent, given up, or had nothing left to say. */
  readonly mails: EpochMs;
  /** Expiries of which it is kept that notices were given. */
  readonly notices: EpochMs;
}

/** Nobody asks the mail server about an older one. */
const MAIL_DAYS = 30;
/** Far longer than a notice can be late, so that none is given again. */
const NOTICE_DAYS = 365;

export const limitsAt = (now: EpochMs, retention: Settings['retention']): Limits => {
  const daysAgo = (days: number) => (now - days * DAY_MS) as EpochMs;
  return {
    activity: daysAgo(retention.activityDays),
    usage: daysAgo(retention.usageDays),
    mails: daysAgo(MAIL_DAYS),
    notices: daysAgo(NOTICE_DAYS),
  };
};

/** Whether a day has passed since the last run; a clock that was set back keeps nothing from running. */
export const isRetentionDue = (lastRunAt: EpochMs | null, now: EpochMs): boolean =>
  lastRunAt === null || now - lastRunAt >= DAY_MS || lastRunAt > now;
