import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { CACHE, shown } from './paths.mjs';
import { UserError } from './user-error.mjs';

const LAST_LINES = 20;

export const lastLines = (file, count = LAST_LINES) =>
  readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');

/** The exit code of a child, or the signal that ended it. */
export const exitOf = (child) =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });

/**
 * Runs a command with its output in a log file, which only matters when it fails: then the error
 * names the file and quotes its end.
 */
export const runLogged = async (name, command, args, { cwd, env = process.env }) => {
  mkdirSync(CACHE, { recursive: true });
  const log = path.join(CACHE, `${name}.log`);
  const out = openSync(log, 'w');
  try {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', out, out] });
    const exit = await exitOf(child);
    if (exit !== 0) {
      throw new UserError(
        `${[path.basename(command), ...args].join(' ')} failed (${exit}). ` +
          `The whole log: ${shown(log)}\n\n${lastLines(log)}`,
      );
    }
  } finally {
    closeSync(out);
  }
};
