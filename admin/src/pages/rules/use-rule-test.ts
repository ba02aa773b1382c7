import { useTestNamingRuleQuery } from '../../api/settings';
import type { RuleTest } from '../../../../contracts/settings';
import { MAX_PATTERN } from '../../../../contracts/settings';
import { useDebounced } from '../../hooks/use-debounced';

/** Most names, and longest name, that one test takes. */
const MAX_NAMES = 20;
const MAX_NAME = 200;

/** Names as they are typed, one in a line. */
export const namesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line.length <= MAX_NAME);

export interface RuleVerdict {
  readonly fault: RuleTest['fault'];
  /** Whether the example matches; `null` while nobody knows. */
  readonly example: boolean | null;
  readonly names: readonly { readonly name: string; readonly matches: boolean }[];
}

const NOTHING: RuleVerdict = { fault: null, example: null, names: [] };

/** What the server says of a pattern and of names, as they are typed. */
export const useRuleTest = (pattern: string, example: string, tried: string): RuleVerdict => {
  const settled = useDebounced(JSON.stringify({ pattern, example, tried }));
  const typed = JSON.parse(settled) as { pattern: string; example: string; tried: string };
  const names = [typed.example.slice(0, MAX_NAME), ...namesOf(typed.tried)].slice(0, MAX_NAMES);
  const { currentData } = useTestNamingRuleQuery(
    { pattern: typed.pattern, names },
    { skip: typed.pattern === '' || typed.pattern.length > MAX_PATTERN },
  );
  // What is said of an older pattern is not said of this one.
  if (currentData === undefined || typed.pattern !== pattern) return NOTHING;
  const { fault, matches } = currentData;
  return {
    fault,
    example: typed.example.trim() === '' ? null : (matches[0] ?? null),
    names: names.slice(1).map((name, at) => ({ name, matches: matches[at + 1] === true })),
  };
};
