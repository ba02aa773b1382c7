import { userInfo } from 'node:os';
import { createInterface } from 'node:readline';
import { Writable, type Readable } from 'node:stream';

import { withoutSecrets } from '../../server/src/domain/token';
import { notConfirmed } from './exit';

/** All that the commands know of the process around them. */
export interface World {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: Readable;
  /** Whether somebody is there to be asked. */
  readonly isInteractive: boolean;
  /** Name of the account that runs the command; `null` where the system has none. */
  readonly account: string | null;
  now(): number;
  /** The result. A token in it is cut to its Access ID. */
  print(text: string): Promise<void>;
  /** The one thing that is printed with its secret: a token that has just been made. */
  printToken(text: string): Promise<void>;
  /** Whatever is no result: for the person, not for a program that reads on. */
  tell(text: string): void;
  /** Asks a question that only "y" and "yes" agree to. */
  confirms(question: string): Promise<boolean>;
  /** Asks for a line, and shows nothing of what is typed. */
  askHidden(question: string): Promise<string>;
}

const accountName = (): string | null => {
  try {
    return userInfo().username;
  } catch {
    return null;
  }
};

/**
 * Keeps stdout for the result: whatever else writes there, Strapi's logs and the app's own code
 * among them, is led to stderr.
 */
const claimStdout = () => {
  const { stdout, stderr } = process;
  const write = stdout.write.bind(stdout);
  stdout.write = stderr.write.bind(stderr);
  // Whoever reads it may have seen enough, as `head` does.
  stdout.on('error', () => undefined);
  return (text: string): Promise<void> =>
    new Promise((resolve) => {
      write(`${text}\n`, () => {
        resolve();
      });
    });
};

/** @throws CliError where the person leaves without an answer, by Ctrl-C or Ctrl-D. */
const ask = (question: string, output: NodeJS.WritableStream): Promise<string> =>
  new Promise((resolve, reject) => {
    const lines = createInterface({ input: process.stdin, output, terminal: true });
    lines.once('close', () => {
      reject(notConfirmed());
    });
    lines.question(question, (answer) => {
      resolve(answer);
      lines.close();
    });
  });

export const thisProcess = (): World => {
  const write = claimStdout();
  const tell = (text: string): void => {
    process.stderr.write(`${withoutSecrets(text)}\n`);
  };
  return {
    folder: process.cwd(),
    env: process.env,
    stdin: process.stdin,
    isInteractive: process.stdin.isTTY && process.stderr.isTTY,
    account: accountName(),
    now: () => Date.now(),
    print: (text) => write(withoutSecrets(text)),
    printToken: write,
    tell,
    confirms: async (question) =>
      /^y(es)?$/i.test((await ask(`${question} [y/N] `, process.stderr)).trim()),
    askHidden: (question) => {
      const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
      const answer = ask('', nowhere);
      // Only now does the terminal no longer echo what is typed.
      tell(question);
      return answer;
    },
  };
};
