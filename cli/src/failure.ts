import { ERROR_CODES, type ErrorCode, type FieldIssue } from '../../contracts';
import { ERROR_ANSWERS } from '../../server/src/domain/errors';
import { CliError, EXIT, type ExitCode } from './exit';

/** What went wrong, as a person or a program is told of it; never with a stack. */
export interface Failure {
  readonly exitCode: ExitCode;
  readonly code: string;
  readonly message: string;
}

interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
  readonly issues: readonly FieldIssue[];
}

/** The app throws its own `ApiAccessError`, of its own copy of the class: only its shape tells. */
const isRefusal = (error: unknown): error is Refusal => {
  const { name, code } = Object(error) as { name?: unknown; code?: unknown };
  return name === 'ApiAccessError' && ERROR_CODES.some((known) => known === code);
};

const issueText = ({ path, message }: FieldIssue): string =>
  path.length === 0 ? message : `${path.join('.')}: ${message}`;

const refusalText = ({ code, message, issues }: Refusal): string =>
  code === 'invalid_input' && issues.length > 0 ? issues.map(issueText).join(' ') : message;

const exitOf = ({ code }: Refusal): ExitCode => {
  if (code === 'invalid_input') return EXIT.usage;
  return ERROR_ANSWERS[code].status >= 500 ? EXIT.fault : EXIT.refused;
};

/** What was thrown, in one line: a refused connection has its sentence in the errors it gathers. */
export const sentenceOf = (error: unknown): string => {
  if (error instanceof AggregateError && error.message === '')
    return [...new Set(error.errors.map(sentenceOf))].join('; ');
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s+/g, ' ').trim() || 'something failed without saying what';
};

export const failureOf = (error: unknown): Failure => {
  if (error instanceof CliError) return error;
  if (isRefusal(error))
    return { exitCode: exitOf(error), code: error.code, message: refusalText(error) };
  return { exitCode: EXIT.fault, code: 'fault', message: sentenceOf(error) };
};
