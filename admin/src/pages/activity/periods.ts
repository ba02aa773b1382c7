import { dayOfInstant, instantOfDay } from '../../components/filters/filter-fields';

/** Days that a period goes back, today among them. */
export const PERIODS = [0, 7, 30, 90] as const;

/** The first instant of the day so many days ago, in the viewer's time zone. */
export const startOfPeriod = (daysAgo: number, now: Date): string => {
  const day = new Date(now);
  day.setDate(day.getDate() - daysAgo);
  return instantOfDay(dayOfInstant(day.toISOString()), 'start') ?? now.toISOString();
};

/** Which of the periods two instants stand for: `all`, a number of days, or days of one's own. */
export const periodOf = (
  { from, until }: { readonly from?: string; readonly until?: string },
  now: Date,
): 'all' | 'custom' | (typeof PERIODS)[number] => {
  if (from === undefined && until === undefined) return 'all';
  const found =
    until === undefined ? PERIODS.find((days) => startOfPeriod(days, now) === from) : undefined;
  return found ?? 'custom';
};
