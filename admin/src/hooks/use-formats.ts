import { useMemo } from 'react';
import { useIntl } from 'react-intl';

const UNITS = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** Dates, times and numbers as the viewer's locale and time zone write them. */
export const useFormats = () => {
  const intl = useIntl();
  return useMemo(
    () => ({
      date: (instant: string | Date) =>
        intl.formatDate(instant, { year: 'numeric', month: 'short', day: 'numeric' }),
      dateTime: (instant: string | Date) =>
        intl.formatDate(instant, {
          year: 'numeric',
          month: 'short',
          day: 'numeric',
          hour: 'numeric',
          minute: '2-digit',
          timeZoneName: 'short',
        }),
      /** How long before or after `nowMs`, in the greatest unit that fits. */
      relative: (instant: string | Date, nowMs: number, style: 'long' | 'short' = 'long') => {
        const seconds = Math.round((new Date(instant).getTime() - nowMs) / 1000);
        const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? UNITS[5];
        return intl.formatRelativeTime(Math.round(seconds / size), unit, {
          numeric: 'auto',
          style,
        });
      },
      /** A calendar day in UTC, as usage is counted by. */
      utcDay: (day: string) =>
        intl.formatDate(day, { month: 'short', day: 'numeric', timeZone: 'UTC' }),
      number: (value: number) => intl.formatNumber(value),
      list: (items: readonly string[]) => intl.formatList(items, { type: 'conjunction' }),
    }),
    [intl],
  );
};

export type Formats = ReturnType<typeof useFormats>;
