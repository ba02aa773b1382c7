/** A Redis server that a test may end, stop and mistreat: a process of its own, on a free port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

import { Redis } from 'ioredis';

import { freePort } from './playground-process';
import { temporaryFolder } from './playground-env';
import { until } from './until';

export const REDIS_PASSWORD = 'do-not-log-this-password';

/** A test that waits for a frozen one tells nothing. */
const ANSWER_MS = 10_000;

export interface OwnRedis {
  url: string;
  port: number;
  /** Starts it; again after its end, at the same address. */
  start: (...options: string[]) => Promise<void>;
  /** Ends its process at once. */
  kill: () => Promise<void>;
  /** It takes connections from now on, and answers none: a black hole. */
  freeze: () => void;
  thaw: () => void;
  /** From now on it takes another password, and nobody who is connected already stays so. */
  changePassword: (to: string) => Promise<void>;
  /** Connects with its password, asks one thing, and goes. */
  ask: (command: string, ...args: string[]) => Promise<unknown>;
  /** Ends it, and removes what it wrote. */
  stop: () => Promise<void>;
}

/** It listens once this ends only where it is started. */
export const ownRedis = async (): Promise<OwnRedis> => {
  const folder = temporaryFolder();
  const port = await freePort();
  const urlWith = (password: string) => `redis://:${password}@127.0.0.1:${port}`;
  let password = REDIS_PASSWORD;
  let server: ChildProcess | undefined;

  const ask = async (command: string, ...args: string[]) => {
    const client = new Redis(urlWith(password), {
      retryStrategy: () => null,
      lazyConnect: true,
      enableReadyCheck: false,
      socketTimeout: ANSWER_MS,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await client.call(command, ...args);
    } finally {
      client.disconnect();
    }
  };

  const kill = async () => {
    if (server?.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, 'exit');
    server.kill('SIGKILL');
    await exited;
  };

  return {
    url: urlWith(REDIS_PASSWORD),
    port,
    ask,
    kill,
    async changePassword(to) {
      await ask('CONFIG', 'SET', 'requirepass', to);
      password = to;
      await ask('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    },
    async start(...options) {
      const fixed = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder.path];
      const args = [...fixed, '--save', '', '--requirepass', REDIS_PASSWORD];
      password = REDIS_PASSWORD;
      server = spawn('redis-server', [...args, ...options], { stdio: 'ignore' });
      await until(() =>
        ask('INFO').then(
          () => true,
          () => false,
        ),
      );
    },
    freeze: () => void server?.kill('SIGSTOP'),
    thaw: () => void server?.kill('SIGCONT'),
    async stop() {
      await kill();
      folder.remove();
    },
  };
};
