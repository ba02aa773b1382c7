import type { ActivityDetails } from '../../../contracts';

type Change = NonNullable<ActivityDetails['changes']>[number];

/** What is kept of a thing to tell an edit by: fields with their values, and fields that only have a name. */
export interface Facts {
  /** Told before and after; a value is a list of texts, empty for none. */
  readonly told: Readonly<Record<string, readonly string[]>>;
  /** Told by name alone, as longer texts and other people's addresses are. */
  readonly named: Readonly<Record<string, unknown>>;
}

/** The order of a list (of roles, of tags) says nothing. */
const sorted = (values: readonly string[] = []): string[] => [...values].sort();

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

const changedTold = (before: Facts['told'], after: Facts['told']): Change[] =>
  Object.keys(after)
    .map((field) => ({ field, before: sorted(before[field]), after: sorted(after[field]) }))
    .filter((change) => !isSame(change.before, change.after));

/** Which fields an edit changed; `changes` also says what those held that may be told. */
export const editBetween = (
  before: Facts,
  after: Facts,
): { fields: string[]; changes: Change[] } => {
  const changes = changedTold(before.told, after.told);
  const named = Object.keys(after.named).filter(
    (field) => !isSame(before.named[field], after.named[field]),
  );
  return { fields: [...changes.map(({ field }) => field), ...named].sort(), changes };
};

/** What a new thing began with. */
export const firstOf = ({ told }: Facts): Change[] => changedTold({}, told);

/** Members that a set gained and lost, sorted. */
export const setDifference = (
  before: Iterable<string>,
  after: Iterable<string>,
): { added: string[]; removed: string[] } => {
  const [old, fresh] = [new Set(before), new Set(after)];
  return {
    added: sorted([...fresh].filter((value) => !old.has(value))),
    removed: sorted([...old].filter((value) => !fresh.has(value))),
  };
};
