/** Dates and lengths of time as a locale writes them; the browser's own where none is named. */
export const formatsOf = (locale: string | undefined) => {
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const days = new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    dateTime: (iso: string) => instant.format(new Date(iso)),
    days: (count: number) => days.format(count),
    list: (items: readonly string[]) => list.format(items),
  };
};

export type Formats = ReturnType<typeof formatsOf>;

const pad = (value: number) => String(value).padStart(2, '0');

/** An instant as a field for local date and time has it; empty where there is none. */
export const toLocalField = (iso: string): string => {
  if (iso === '') return '';
  const date = new Date(iso);
  const day = [date.getFullYear(), pad(date.getMonth() + 1), pad(date.getDate())].join('-');
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}`;
};

/** The instant that such a field means; empty where it is not filled in. */
export const fromLocalField = (value: string): string => {
  const at = Date.parse(value);
  return Number.isNaN(at) ? '' : new Date(at).toISOString();
};
