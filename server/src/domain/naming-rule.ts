import { RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js';
import type { NamingRule, RuleTest } from '../../../contracts';

export type RuleFault = NonNullable<RuleTest['fault']>;

export type CompiledRule =
  | { readonly ok: true; matches(name: string): boolean }
  | { readonly ok: false; readonly fault: RuleFault };

/**
 * RE2 takes time in proportion to the name and to the size of what it has compiled, which counted
 * repetitions blow up; a pattern beyond this size could hold up every other request.
 */
const MAX_PROGRAM = 3_000;

const UNCLOSED = 'missing closing )';

/** What RE2 leaves out, for those who know other kinds of regular expressions. */
const explained = (description: string, fragment: string): string => {
  if (/^\(\?<?[=!]/.test(fragment)) return 'RE2 has no look-ahead and no look-behind.';
  if (/^\\[1-9]/.test(fragment)) return 'RE2 has no back-references.';
  return `This pattern cannot be read: ${description}.`;
};

const indexesOf = (text: string, part: string): number[] => {
  const found: number[] = [];
  if (part === '') return found;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) found.push(at);
  return found;
};

const faultOf = (pattern: string): RE2JSException | null => {
  try {
    RE2JS.compile(pattern);
    return null;
  } catch (error) {
    if (error instanceof RE2JSException) return error;
    throw error;
  }
};

const isFault = (pattern: string, description: string): boolean => {
  const fault = faultOf(pattern);
  return fault instanceof RE2JSSyntaxException && fault.getDescription() === description;
};

const without = (text: string, at: number): string => text.slice(0, at) + text.slice(at + 1);

/** The library tells the part at fault, not its place; of parentheses, the whole pattern. */
const placeOf = (pattern: string, description: string, fragment: string): number | null => {
  if (description === UNCLOSED) {
    const opening = indexesOf(pattern, '(').filter((at) =>
      isFault(pattern.slice(0, at + 1), UNCLOSED),
    );
    return opening.find((at) => faultOf(without(pattern, at)) === null) ?? null;
  }
  if (description === 'missing closing ]') return pattern.length - fragment.length;
  const part = description === 'unexpected )' ? ')' : fragment;
  const places = indexesOf(pattern, part);
  const first = places.find((at) => isFault(pattern.slice(0, at + part.length), description));
  return first ?? places[0] ?? null;
};

/** Reads a pattern in RE2 syntax, or says where it cannot be read; `at` counts UTF-16 units. */
export const compileRule = (pattern: string): CompiledRule => {
  const fault = faultOf(pattern);
  if (fault instanceof RE2JSSyntaxException) {
    const description = fault.getDescription();
    const fragment = fault.getPattern() ?? '';
    return {
      ok: false,
      fault: {
        message: explained(description, fragment),
        at: placeOf(pattern, description, fragment),
      },
    };
  }
  const compiled = fault === null ? RE2JS.compile(pattern) : null;
  if (compiled === null || compiled.programSize() > MAX_PROGRAM) {
    const message = 'This pattern is too large: use smaller counts in its repetitions.';
    return { ok: false, fault: { message, at: null } };
  }
  return { ok: true, matches: (name) => compiled.matches(name) };
};

/** Whether one of the rules allows a name, as a whole; a rule that cannot be read allows none. */
export const isNameAllowed = (rules: readonly NamingRule[], name: string): boolean =>
  rules.some(({ pattern }) => {
    const rule = compileRule(pattern);
    return rule.ok && rule.matches(name);
  });

/** What a person is told whose name no rule allows. */
export const namingSentence = (rules: readonly NamingRule[]): string => {
  const shown = rules.map(({ pattern, example }) => `${pattern} (such as ${example})`);
  return `The Access Name must match ${shown.join(' or ')}.`;
};

/** What a pattern is worth for these names, which are read as the form of a key reads them. */
export const testRule = (pattern: string, names: readonly string[]): RuleTest => {
  if (pattern === '') {
    return { fault: { message: 'A pattern is required.', at: null }, matches: [] };
  }
  const rule = compileRule(pattern);
  return rule.ok
    ? { fault: null, matches: names.map((name) => rule.matches(name.trim().normalize('NFC'))) }
    : { fault: rule.fault, matches: [] };
};
