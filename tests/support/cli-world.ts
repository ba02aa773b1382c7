/** The command line without a process around it: what goes in is given, what comes out is kept. */
import { Readable } from 'node:stream';

import { type ExitCode } from '../../cli/src/exit';
import { main } from '../../cli/src/main';
import { type World } from '../../cli/src/world';
import { withoutSecrets } from '../../server/src/domain/token';

export interface GivenWorld {
  folder?: string;
  env?: Record<string, string>;
  stdin?: string | readonly Uint8Array[];
  /** What a person at the terminal answers; nobody is there without it. */
  answer?: boolean;
  account?: string | null;
  now?: number;
}

export interface Ended {
  code: ExitCode;
  stdout: string;
  stderr: string;
}

const worldOf = (given: GivenWorld, out: string[], err: string[]): World => {
  const pieces = typeof given.stdin === 'string' ? [Buffer.from(given.stdin)] : given.stdin;
  return {
    folder: given.folder ?? process.cwd(),
    env: given.env ?? {},
    stdin: Readable.from(pieces ?? [], { objectMode: false }),
    isInteractive: given.answer !== undefined,
    account: given.account ?? null,
    now: () => given.now ?? 0,
    print: (text) => Promise.resolve(void out.push(withoutSecrets(text))),
    printToken: (text) => Promise.resolve(void out.push(text)),
    tell: (text) => void err.push(withoutSecrets(text)),
    confirms: () => Promise.resolve(given.answer === true),
    askHidden: () => Promise.resolve(''),
  };
};

/** Runs one command in this process. */
export const runHere = async (args: readonly string[], given: GivenWorld = {}): Promise<Ended> => {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(args, worldOf(given, out, err));
  return { code, stdout: out.join('\n'), stderr: err.join('\n') };
};

/** A world of which one asks directly. */
export const someWorld = (given: GivenWorld = {}): World => worldOf(given, [], []);
