/** What the command line ends with; scripts stand on it, so it never changes its meaning. */
export const EXIT = {
  ok: 0,
  /** Refused, not valid, or something was found. */
  refused: 1,
  /** Called in a wrong way, or in a folder where it cannot run. */
  usage: 2,
  /** The app or its database failed. */
  fault: 3,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with one sentence and an exit code. */
export class CliError extends Error {
  constructor(
    readonly exitCode: ExitCode,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'CliError';
  }
}

export const wrongUse = (message: string): CliError =>
  new CliError(EXIT.usage, 'wrong_use', message);

export const notConfirmed = (): CliError =>
  new CliError(EXIT.refused, 'not_confirmed', 'Nothing was changed.');

export const fault = (message: string): CliError => new CliError(EXIT.fault, 'fault', message);
