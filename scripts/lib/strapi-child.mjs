import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { bin, PLAYGROUND, shown } from './paths.mjs';
import { exitOf, lastLines } from './run-logged.mjs';
import { UserError } from './user-error.mjs';

const STARTING_MS = 180_000;
const STOPPING_MS = 15_000;
const POLL_MS = 200;

const opened = async (file) => {
  mkdirSync(path.dirname(file), { recursive: true });
  const stream = createWriteStream(file);
  await new Promise((resolve, reject) => stream.once('open', resolve).once('error', reject));
  return stream;
};

const isHealthy = async (url) => {
  try {
    return (await fetch(`${url}/_health`)).status === 204;
  } catch {
    return false;
  }
};

const THE_PLAYGROUND = { folder: PLAYGROUND, program: bin('strapi') };

/**
 * Starts a built app, the playground unless told otherwise. `ended` is fulfilled with its exit code; `ready` once it answers at
 * `url`; `stop` asks it to end and waits until it has.
 */
export const startStrapi = async ({ url, env, log, app = THE_PLAYGROUND }) => {
  const out = await opened(log);
  // A process group of its own: Ctrl+C in the terminal then reaches this command alone, which ends
  // Strapi once, in good order.
  const child = spawn(process.execPath, [app.program, 'start'], {
    cwd: app.folder,
    env,
    detached: true,
    stdio: ['ignore', out, out],
  });
  const ended = exitOf(child);
  const isOver = () => child.exitCode !== null || child.signalCode !== null;

  const ready = async () => {
    const limit = Date.now() + STARTING_MS;
    while (!(await isHealthy(url))) {
      if (isOver() || Date.now() > limit) {
        throw new UserError(`Strapi did not start. Its log: ${shown(log)}\n\n${lastLines(log)}`);
      }
      await sleep(POLL_MS);
    }
  };

  const stop = async () => {
    if (isOver()) return;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOPPING_MS);
    await ended;
    clearTimeout(timer);
  };

  return { ended, ready, stop };
};
