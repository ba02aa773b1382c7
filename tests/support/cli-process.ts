/** The built command line in a process of its own, in the folder of the playground. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { type BootedDatabase } from './database-of-playground';
import { environmentOf, PLAYGROUND, ROOT } from './playground-env';

export interface CliCall {
  database?: Pick<BootedDatabase, 'env'>;
  stdin?: string;
  env?: Record<string, string>;
  folder?: string;
}

export interface CliEnd {
  code: number | null;
  stdout: string;
  stderr: string;
}

export const CLI = path.join(ROOT, 'dist', 'cli', 'index.js');

const COMMAND_MS = 120_000;

export const runCli = async (
  args: readonly string[],
  { database, stdin = '', env = {}, folder = PLAYGROUND }: CliCall = {},
): Promise<CliEnd> => {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...environmentOf({ database, env }), LOG_LEVEL: 'silly' },
    timeout: COMMAND_MS,
  });
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => (written[name] += text));
  child.stdin.end(stdin);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...written };
};
