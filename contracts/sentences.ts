import { type z } from 'zod';

const KINDS: Partial<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

const UNITS: Partial<Record<string, string>> = { string: ' characters', array: ' entries' };

const limit = (verb: string, bound: number | bigint, origin: string): string =>
  origin in UNITS
    ? `This must have ${verb} ${String(bound)}${UNITS[origin] ?? ''}.`
    : `This must be ${verb} ${String(bound)}.`;

const mustBe = (expected: string): string => `This must be ${KINDS[expected] ?? expected}.`;

/**
 * Sentences for the faults that a contract has no words of its own for: pass it to `safeParse` as
 * `error`. A message that stands in the contract wins.
 */
export const sentenceOf: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'This is required.' : mustBe(issue.expected);
    case 'too_big':
      return limit('at most', issue.maximum, issue.origin);
    case 'too_small':
      if (issue.origin in UNITS && issue.minimum === 1) return 'This may not be empty.';
      return limit('at least', issue.minimum, issue.origin);
    case 'invalid_value':
      return `This must be one of ${issue.values.map((value) => `"${String(value)}"`).join(', ')}.`;
    case 'unrecognized_keys':
      return 'There is no such field.';
    default:
      return 'This does not have the expected form.';
  }
};
