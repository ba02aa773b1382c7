import { CommanderError } from 'commander';

import { openApp, type App } from './app/open-app';
import type { Cli } from './cli';
import { json } from './commands/common';
import { EXIT, type ExitCode } from './exit';
import { failureOf } from './failure';
import { createProgram } from './program';
import type { World } from './world';

const tellAsJson = (world: World, code: string, message: string): Promise<void> =>
  world.print(json({ error: { code, message } }));

/** Commander has told the person already; a call for help is no fault. */
const endOfCommander = async (
  world: World,
  { exitCode, code, message }: CommanderError,
  asJson: boolean,
): Promise<ExitCode> => {
  if (exitCode === 0) return EXIT.ok;
  if (asJson && code !== 'commander.help')
    await tellAsJson(world, 'wrong_use', message.replace(/^error: /, ''));
  return EXIT.usage;
};

const tellFailure = async (world: World, error: unknown, asJson: boolean): Promise<ExitCode> => {
  const { exitCode, code, message } = failureOf(error);
  if (asJson) await tellAsJson(world, code, message);
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
    const asJson = args.includes('--json');
    cli.exitCode =
      error instanceof CommanderError
        ? await endOfCommander(world, error, asJson)
        : await tellFailure(world, error, asJson);
  }
  const app = await opened?.catch(() => undefined);
  await app?.close();
  return cli.exitCode;
};
