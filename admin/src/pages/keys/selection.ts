import type { Key } from '../../../../contracts/keys';

/** Ids of the chosen keys, each with the key itself where it was ticked in a table. */
export type Selected = ReadonlyMap<string, Key | null>;

export const NONE_SELECTED: Selected = new Map();

/** The same keys with some more, or without them. */
export const withKeys = (selected: Selected, keys: readonly Key[], isOn: boolean): Selected => {
  const next = new Map(selected);
  for (const key of keys) {
    if (isOn) next.set(key.id, key);
    else next.delete(key.id);
  }
  return next;
};

/** The same keys and these ids besides. */
export const withIds = (selected: Selected, ids: readonly string[]): Selected =>
  new Map([...selected, ...ids.map((id) => [id, selected.get(id) ?? null] as const)]);

/** The same keys without these ids. */
export const without = (selected: Selected, ids: readonly string[]): Selected => {
  const gone = new Set(ids);
  return new Map([...selected].filter(([id]) => !gone.has(id)));
};

/** How the box in a table's head stands, as the design system's checkbox takes it. */
export const headState = (selected: Selected, shown: readonly Key[]): boolean | 'indeterminate' => {
  const count = shown.filter(({ id }) => selected.has(id)).length;
  if (count === 0) return false;
  return count === shown.length ? true : 'indeterminate';
};

/** How many chosen keys are not among those that are shown. */
export const hiddenCount = (selected: Selected, shown: readonly Key[]): number =>
  selected.size - shown.filter(({ id }) => selected.has(id)).length;

/** The one chosen key, as it is shown now or was when it was ticked; none where there are more. */
export const onlySelected = (selected: Selected, shown: readonly Key[]): Key | null => {
  const [first, second] = selected;
  if (first === undefined || second !== undefined) return null;
  const [id, key] = first;
  return shown.find((item) => item.id === id) ?? key;
};
