import { Command } from 'commander';

import { version } from '../../package.json';
import type { Cli } from './cli';
import { addCreate } from './commands/create';
import { addFind } from './commands/find';
import { addImport } from './commands/import';
import { addList } from './commands/list';
import { addRegenerate } from './commands/regenerate';
import { addRevoke } from './commands/revoke';
import { addVerify } from './commands/verify';

const EXIT_CODES = `
Exit codes: 0 done; 1 refused, not valid, or something was found; 2 wrong use; 3 the app or its
database failed. Run it in the folder of the Strapi app, with the app's environment.`;

/** The whole command line. It throws where commander would end the process. */
export const createProgram = (cli: Cli): Command => {
  const program = new Command('strapi-plugin-api-access')
    .description('API keys of the Strapi app in this folder, for operators.')
    .version(version, '--version')
    .addHelpText('afterAll', EXIT_CODES)
    .showHelpAfterError('Add --help to see how it is called.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void cli.world.print(text.trimEnd()),
      writeErr: (text) => cli.world.tell(text.trimEnd()),
    });
  const commands = [addList, addCreate, addRegenerate, addRevoke, addVerify, addFind, addImport];
  for (const add of commands) add(program, cli);
  return program;
};
