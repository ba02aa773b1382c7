/** A node in a process of its own that runs a job once, when it is told to. */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

import { databaseFor } from './database-of-playground';
import { environmentOf, PLAYGROUND, type PlaygroundOptions } from './playground-env';

export interface JobNode {
  pid: number;
  /** Starts the job, and waits for the end of the process, whatever ends it. */
  run: () => Promise<void>;
}

const untilReady = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let output = '';
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('ready\n')) resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', () => {
      reject(new Error(`The node ended while starting:\n${output}`));
    });
  });

/** @param job - The service that has it. */
export const startJobNode = async (
  job: 'alerts' | 'notices',
  options: PlaygroundOptions,
): Promise<JobNode> => {
  const { database, release } = await databaseFor(options);
  const child = spawn(process.execPath, [path.join(__dirname, 'run-job.mjs'), job], {
    cwd: PLAYGROUND,
    env: { PATH: process.env.PATH, ...environmentOf({ ...options, database }) },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  await untilReady(child);
  return {
    pid: child.pid ?? 0,
    async run() {
      child.stdin.write('go\n');
      await ended;
      await release();
    },
  };
};
