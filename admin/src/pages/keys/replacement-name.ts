const LONGEST = 100;
/** What a cut leaves of a character that is written as two. */
const HALF = /[\ud800-\udbff]$/;

const NUMBERED = [
  { pattern: /^(.*) \((\d{1,6})\)$/s, write: (stem: string, n: number) => `${stem} (${n})` },
  { pattern: /^(.*[^\s_-])_(\d{1,6})$/s, write: (stem: string, n: number) => `${stem}_${n}` },
  { pattern: /^(.*[^\s_-])-(\d{1,6})$/s, write: (stem: string, n: number) => `${stem}-${n}` },
] as const;

const fits = (stem: string, write: (stem: string) => string) => {
  const tooMany = write(stem).length - LONGEST;
  return tooMany <= 0 ? write(stem) : write(stem.slice(0, -tooMany).replace(HALF, '').trimEnd());
};

/**
 * A name for the key that follows another, in the style of the first: `prod-main-app-2` after
 * `prod-main-app`, "Main app (2)" after "Main app"; numbers are counted on.
 */
export const replacementName = (name: string): string => {
  for (const { pattern, write } of NUMBERED) {
    const [, stem, number] = pattern.exec(name) ?? [];
    if (stem !== undefined) return fits(stem, (text) => write(text, Number(number) + 1));
  }
  if (/\s/.test(name)) return fits(name, (stem) => `${stem} (2)`);
  return fits(name, (stem) =>
    name.includes('_') && !name.includes('-') ? `${stem}_2` : `${stem}-2`,
  );
};
