import type { Command } from 'commander';

import type { App } from './app/open-app';
import type { ExitCode } from './exit';
import type { World } from './world';

/** One run of the command line. */
export interface Cli {
  readonly world: World;
  /** What it ends with, unless something is thrown. */
  exitCode: ExitCode;
  /** The app of the folder, booted at the first call. */
  app(): Promise<App>;
}

/** Adds a command to the program. */
export type AddCommand = (program: Command, cli: Cli) => void;
