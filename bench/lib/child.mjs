/** A process that is told what to do by messages, and answers each with what came of it. */
import { fork } from 'node:child_process';
import { once } from 'node:events';

import { atTheEnd } from './cleanup.mjs';

const PATIENCE_MS = 20_000;

/** @returns `ready` is what it said when it was; `ask` sends it a command. */
export const startChild = async (file, { cwd, env = {}, execArgv = [] } = {}) => {
  const child = fork(file, {
    cwd,
    env: { ...process.env, ...env },
    execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  const waiting = new Map();
  const answer = (id) =>
    new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
    });
  child.on('message', ({ id, result, error }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) resolve(result);
    else reject(new Error(error));
  });
  child.on('exit', (code, signal) => {
    for (const { reject } of waiting.values())
      reject(new Error(`A process of the benchmark ended with ${String(code ?? signal)}.`));
  });
  const stop = atTheEnd(async () => {
    if (child.connected) child.send({ command: 'stop' });
    const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    if (child.exitCode === null && child.signalCode === null) await exited;
    clearTimeout(late);
  });
  const ready = await answer('ready');
  let last = 0;
  return {
    ready,
    stop,
    ask: (command, input) => {
      last += 1;
      child.send({ id: last, command, input });
      return answer(last);
    },
  };
};
