/**
 * The playground in a process of its own: for browsers, and for what one process cannot show, such
 * as two nodes in different time zones on one database.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { FIRST_ADMIN } from './accounts';
import { type BootedDatabase, databaseFor } from './database-of-playground';
import {
  environmentOf,
  PLAYGROUND,
  type PlaygroundOptions,
  ROOT,
  temporaryFolder,
} from './playground-env';

export interface PlaygroundProcess {
  url: string;
  pid: number;
  database: BootedDatabase;
  /** All it has written so far, to both outputs. */
  output: () => string;
  stop: () => Promise<void>;
}

/** A machine with many others on it takes minutes. */
const STARTING_MS = 300_000;
const STOPPING_MS = 15_000;
const POLL_MS = 150;

export const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

const isHealthy = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/_health`)).status === 204;
  } catch {
    return false;
  }
};

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

const untilHealthy = async (child: ChildProcess, url: string, output: () => string) => {
  const end = Date.now() + STARTING_MS;
  while (!(await isHealthy(url))) {
    if (hasEnded(child)) throw new Error(`The playground ended while starting:\n${output()}`);
    if (Date.now() > end) throw new Error(`The playground did not start:\n${output()}`);
    await sleep(POLL_MS);
  }
};

/** Asks the process to end, and makes it end where it does not. */
const end = async (child: ChildProcess) => {
  if (hasEnded(child)) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOPPING_MS);
  await exited;
  clearTimeout(timer);
};

export const startPlaygroundProcess = async (
  options: PlaygroundOptions & { port?: number } = {},
): Promise<PlaygroundProcess> => {
  const folder = temporaryFolder();
  const { database, release } = await databaseFor(options);
  const port = options.port ?? (await freePort());
  const log = path.join(folder.path, 'output.log');
  const output = () => readFileSync(log, 'utf8');
  const file = createWriteStream(log);
  await new Promise((resolve) => file.once('open', resolve));

  const child = spawn(process.execPath, [path.join(ROOT, 'node_modules/.bin/strapi'), 'start'], {
    cwd: PLAYGROUND,
    env: {
      PATH: process.env.PATH,
      ...environmentOf({ ...options, database, env: { HOST: '127.0.0.1', ...options.env } }),
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });

  const stop = async () => {
    await end(child);
    await new Promise<void>((resolve) => file.end(resolve));
    folder.remove();
    await release();
  };

  const url = `http://127.0.0.1:${port}`;
  try {
    await untilHealthy(child, url, output);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, pid: child.pid ?? 0, database, output, stop };
};

/** A playground with nothing in it but its first admin. */
export const startEmptyPlayground = async (): Promise<PlaygroundProcess> => {
  const playground = await startPlaygroundProcess();
  const { status } = await fetch(`${playground.url}/admin/register-admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(FIRST_ADMIN),
  });
  if (status < 300) return playground;
  await playground.stop();
  throw new Error(`The first admin could not register: ${status}`);
};
