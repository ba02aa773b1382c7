import type { z } from 'zod';
import { sentenceOf, type FieldIssue } from '../../../contracts';
import { ApiAccessError } from '../domain/errors';

const pathsOf = (issue: z.core.$ZodIssue): (string | number)[][] => {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
};

const toIssues = (issue: z.core.$ZodIssue): FieldIssue[] =>
  pathsOf(issue).map((path) => ({ path, code: 'invalid_input', message: issue.message }));

/**
 * Reads input with its contract.
 *
 * @throws ApiAccessError `invalid_input`, with each field at fault.
 */
export const parseInput = <S extends z.ZodType>(schema: S, input: unknown): z.output<S> => {
  const result = schema.safeParse(input, { error: sentenceOf });
  if (result.success) return result.data;
  throw new ApiAccessError('invalid_input', result.error.issues.flatMap(toIssues));
};
