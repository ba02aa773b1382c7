/** How many letters have to be put in, taken out or replaced to make one text of the other. */
const distance = (one: string, other: string): number => {
  const letters = Array.from(other);
  let row = [0, ...letters.keys()].map((_, at) => at);
  for (const [at, letter] of Array.from(one).entries()) {
    const next = [at + 1];
    for (const [to, wanted] of letters.entries()) {
      const [above = 0, aslant = 0, before = 0] = [row[to + 1], row[to], next[to]];
      next.push(Math.min(above + 1, before + 1, aslant + (letter === wanted ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** Whoever misses more than a third of the letters means something else. */
const LONGEST_SHARE = 1 / 3;

/** The name that somebody most likely meant by a wrong one; `null` where none comes near. */
export const nearestTo = (wrong: string, names: readonly string[]): string | null => {
  let nearest: string | null = null;
  let least = Infinity;
  for (const name of names) {
    const longest = Math.max(wrong.length, name.length) * LONGEST_SHARE;
    if (Math.abs(name.length - wrong.length) > Math.min(longest, least)) continue;
    const found = distance(wrong, name);
    if (found <= longest && found < least) [nearest, least] = [name, found];
  }
  return nearest;
};
