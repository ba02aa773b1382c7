/** A node that is killed at one statement of its work, and what it had said by then. */
import { spawn } from 'node:child_process';
import path from 'node:path';

import { environmentOf, PLAYGROUND, type PlaygroundOptions } from './playground-env';

export const STEPS = ['create', 'regenerate', 'revoke', 'delete', 'flush'] as const;
export type Step = (typeof STEPS)[number];

/** Before a statement is sent, with it on its way and unanswered, or once it is answered. */
export const PHASES = ['before', 'sent', 'answered'] as const;
export type Phase = (typeof PHASES)[number];

export interface KillPoint {
  /** Counted from 1; one beyond the last kills nobody. */
  readonly at: number;
  readonly phase: Phase;
}

/** Ids of keys at revision 0 that each step is done to, and what the first one makes. */
export interface Plan {
  readonly create: object;
  readonly regenerate: string;
  readonly revoke: string;
  readonly delete: string;
  /** Row id of the key that is used. */
  readonly used: number;
}

export interface Killed {
  readonly begun: ReadonlySet<Step>;
  /** Steps that came to their end, as their caller was told. */
  readonly ended: ReadonlySet<Step>;
  /** Tokens as they were made: of the new key, and of the one with a new secret. */
  readonly tokens: readonly string[];
  readonly statements: readonly string[];
}

interface Line {
  readonly what: 'ready' | 'begin' | 'end' | 'token' | 'statement';
  readonly value?: string;
}

const JSON_LINE = /^\{"what":.*\}$/gm;

const linesOf = (output: string): Line[] =>
  [...output.matchAll(JSON_LINE)].map(([line]) => JSON.parse(line) as Line);

/** Boots a node; it does its work once it is told what, and dies of it. */
export const startMortal = async (
  options: PlaygroundOptions & Required<Pick<PlaygroundOptions, 'database'>>,
) => {
  const child = spawn(process.execPath, [path.join(__dirname, 'kill-node.mjs')], {
    cwd: PLAYGROUND,
    env: {
      PATH: process.env.PATH,
      ...environmentOf(options),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const closed = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once('close', (_code, signal) => {
      resolve(signal);
    });
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (linesOf(output).some(({ what }) => what === 'ready')) resolve();
    });
    void closed.then(() => {
      reject(new Error(`The node ended while starting:\n${output}${errors}`));
    });
  });

  return async (plan: Plan, point: KillPoint): Promise<Killed> => {
    child.stdin.write(`${JSON.stringify({ ...plan, ...point })}\n`);
    const signal = await closed;
    if (signal !== 'SIGKILL') throw new Error(`The node was not killed:\n${output}${errors}`);
    const said = linesOf(output);
    const all = (name: Line['what']) =>
      said.flatMap(({ what, value }) => (what === name && value !== undefined ? [value] : []));
    return {
      begun: new Set(all('begin') as Step[]),
      ended: new Set(all('end') as Step[]),
      tokens: all('token'),
      statements: all('statement'),
    };
  };
};
