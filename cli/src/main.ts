import { CommanderError } from 'commander';

import { openApp, type App } from './app/open-app';
import type { Cli } from './cli';
import { json } from './commands/common';
import { EXIT, type ExitCode } from './exit';
import { failureOf } from './failure';
import { createProgram } from './program';
import type { World } from './world';

/** Commander has told of its own faults already; a call for help is none. */
const exitOfCommander = ({ exitCode, code }: CommanderError): ExitCode =>
  exitCode === 0 || code === 'commander.helpDisplayed' ? EXIT.ok : EXIT.usage;

const tellFailure = async (world: World, error: unknown, asJson: boolean): Promise<ExitCode> => {
  const { exitCode, code, message } = failureOf(error);
  if (asJson) await world.print(json({ error: { code, message } }));
  world.tell(message);
  return exitCode;
};

/**
 * Runs one command. Never throws.
 *
 * @param args - What follows the name of the program.
 * @returns what the process is to end with.
 */
export const main = async (args: readonly string[], world: World): Promise<ExitCode> => {
  let opened: Promise<App> | undefined;
  const cli: Cli = {
    world,
    exitCode: EXIT.ok,
    app: () => (opened ??= openApp(world.folder)),
  };
  try {
    await createProgram(cli).parseAsync(args, { from: 'user' });
  } catch (error) {
    cli.exitCode =
      error instanceof CommanderError
        ? exitOfCommander(error)
        : await tellFailure(world, error, args.includes('--json'));
  }
  const app = await opened?.catch(() => undefined);
  await app?.close();
  return cli.exitCode;
};
