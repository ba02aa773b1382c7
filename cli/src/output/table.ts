const GAP = '  ';

const padded = (cells: readonly string[], widths: readonly number[]): string =>
  cells
    .map((cell, at) => cell.padEnd(widths[at] ?? 0))
    .join(GAP)
    .trimEnd();

/** Rows under a head, each column as wide as its widest cell. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const all = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...all.map((cells) => (cells[at] ?? '').length)));
  return all.map((cells) => padded(cells, widths)).join('\n');
};

/** What is known of one thing, a line each; what is empty is left out. */
export const facts = (
  pairs: readonly (readonly [name: string, value: string | null])[],
): string => {
  const told = pairs.filter(([, value]) => value !== null && value !== '');
  const width = Math.max(...told.map(([name]) => name.length));
  return told.map(([name, value]) => `${name.padEnd(width)}${GAP}${value ?? ''}`).join('\n');
};
