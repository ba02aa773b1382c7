export interface Row {
  readonly name: string;
  readonly key: number;
}

/**
 * Keys of the entries of a list, which stay where an entry is given another name, or another one is
 * removed: so a field keeps its focus, and what is typed in it.
 */
export const rowsOf = (before: readonly Row[], names: readonly string[]): Row[] => {
  const next = Math.max(-1, ...before.map(({ key }) => key)) + 1;
  return names.map((name, at) => {
    const row =
      before.length === names.length ? before[at] : before.find((each) => each.name === name);
    return { name, key: row?.key ?? next + at };
  });
};
