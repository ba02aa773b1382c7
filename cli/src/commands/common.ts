import { Option, type Command } from 'commander';

export interface CommonOptions {
  readonly json?: boolean;
}

/** What every command takes. */
export const withJson = (command: Command): Command =>
  command.option('--json', 'print the result as JSON, for programs; faults too');

export interface ActingOptions extends CommonOptions {
  readonly as?: string;
}

/** What every command takes that changes something. */
export const acting = (command: Command): Command =>
  withJson(command).addOption(
    new Option('--as <name>', 'who does it, for the activity').default(undefined, 'your account'),
  );

export interface StoppingOptions extends ActingOptions {
  readonly yes?: boolean;
}

/** What every command takes that asks before it stops something. */
export const stopping = (command: Command): Command =>
  acting(command).option('--yes', 'do not ask; needed where nobody is at the terminal');

export const json = (value: unknown): string => JSON.stringify(value, null, 2);
