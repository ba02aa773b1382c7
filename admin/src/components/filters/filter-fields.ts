/** One value that a list can be filtered by. */
export interface FilterOption {
  /** As the URL and the request hold it. */
  readonly value: string;
  readonly label: string;
  /** Heading under which it stands, with those beside it that have the same one. */
  readonly group?: string;
}

interface NamedField {
  /** Name of the parameter in the list's query. */
  readonly name: string;
  readonly label: string;
  /** What is asked for now; empty where the field does not filter. */
  readonly chosen: readonly string[];
}

/** A field of which one ticks as many values as one likes. */
export interface ChoiceField extends NamedField {
  readonly kind: 'choices';
  readonly options: readonly FilterOption[];
  /** What holds while none is ticked, where that is not all. */
  readonly hint?: string;
  readonly isLoading?: boolean;
  readonly hasFailed?: boolean;
}

/** A day from which, or up to whose end, entries are shown; `chosen` holds one instant at most. */
export interface DayField extends NamedField {
  readonly kind: 'day';
  readonly edge: 'start' | 'end';
}

export type FilterField = ChoiceField | DayField;

/** Asks for these values of a field, none to show them all. */
export type FilterChange = (name: string, values: readonly string[]) => void;

export interface ActiveFilter {
  readonly field: FilterField;
  readonly value: string;
}

/** Every value that is asked for, in the order of the fields. */
export const activeFilters = (fields: readonly FilterField[]): ActiveFilter[] =>
  fields.flatMap((field) => field.chosen.map((value) => ({ field, value })));

/** The values of a field with one ticked or unticked. */
export const toggled = (chosen: readonly string[], value: string, isOn: boolean): string[] =>
  isOn ? [...new Set([...chosen, value])] : chosen.filter((item) => item !== value);

/** Options whose label holds the text, in any case; all of them without a text. */
export const matching = (options: readonly FilterOption[], text: string): FilterOption[] => {
  const wanted = text.trim().toLowerCase();
  return options.filter(({ label }) => label.toLowerCase().includes(wanted));
};

/** The first or the last instant of a day (`2026-11-22`) in the viewer's time zone; none without a day. */
export const instantOfDay = (day: string, edge: DayField['edge']): string | null => {
  const date = new Date(`${day}T${edge === 'start' ? '00:00:00.000' : '23:59:59.999'}`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
};

/** The day of an instant in the viewer's time zone, as a date field holds it. */
export const dayOfInstant = (instant: string | undefined): string => {
  const date = new Date(instant ?? '');
  if (Number.isNaN(date.getTime())) return '';
  const part = (value: number, length: number) => String(value).padStart(length, '0');
  return [part(date.getFullYear(), 4), part(date.getMonth() + 1, 2), part(date.getDate(), 2)].join(
    '-',
  );
};
