import { judgeToken, type JudgedToken } from '../app/token-state';
import type { AddCommand, Cli } from '../cli';
import { EXIT } from '../exit';
import { findLine, type ToldFind } from '../find/report';
import { searchFiles, type Searched } from '../find/search';
import { json, withJson, type CommonOptions } from './common';

interface FindOptions extends CommonOptions {
  readonly all?: boolean;
  readonly check?: boolean;
}

/** Asks the app once for each token, however often it was found; boots it at the first. */
const judgeOnce = (cli: Cli) => {
  const judged = new Map<string, JudgedToken>();
  return async (text: string): Promise<JudgedToken> => {
    const known = judged.get(text) ?? (await judgeToken(await cli.app(), text));
    judged.set(text, known);
    return known;
  };
};

/** Tells finds one by one, so that a long list needs no memory. */
const teller = (cli: Cli, asJson: boolean | undefined) => {
  const { world } = cli;
  let told = 0;
  return {
    found: async (find: ToldFind): Promise<void> => {
      told += 1;
      if (asJson !== true) await world.print(findLine(find));
      else await world.print(`${told === 1 ? '{ "data": [\n' : ','}${JSON.stringify(find)}`);
    },
    end: async (searched: Searched): Promise<void> => {
      const { finds, files, binary, unreadable } = searched;
      if (asJson === true) {
        const meta = `"meta": ${json({ files, binary, unreadable })} }`;
        await world.print(`${told === 0 ? '{ "data": [' : ''}], ${meta}`);
      }
      world.tell(
        `Tokens found: ${String(finds)}. Files read: ${String(files)}. Binary files left out: ${String(binary)}.`,
      );
    },
  };
};

export const addFind: AddCommand = (program, cli) => {
  const command = program
    .command('find')
    .summary('look for tokens in files')
    .description(
      'Looks for tokens in files and folders, by shape and checksum, and prints where they stand, never their secrets. Leaves out binary files, node_modules and .git, and follows no links within folders. Needs no app, but for --check. Exit code 1: something was found.',
    )
    .argument('<paths...>', 'files and folders; - for stdin')
    .option('--all', 'read binary files, node_modules and .git too')
    .option('--check', 'ask the app in this folder how it stands with each token');

  withJson(command).action(async (paths: string[], options: FindOptions) => {
    const tell = teller(cli, options.json);
    const searched = await searchFiles(cli.world, {
      paths,
      all: options.all === true,
      judge: options.check === true ? judgeOnce(cli) : undefined,
      found: tell.found,
    });
    await tell.end(searched);
    if (searched.finds > 0) cli.exitCode = EXIT.refused;
    const { unreadable } = searched;
    if (unreadable.length === 0) return;
    const sentence = `These could not be read: ${unreadable.join(', ')}.`;
    if (searched.finds === 0) cli.exitCode = EXIT.fault;
    cli.world.tell(sentence);
  });
};
