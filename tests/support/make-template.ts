/** Templates of databases: made by one boot of the playground on an empty one. */
import { spawn } from 'node:child_process';
import path from 'node:path';

import { type FreshDatabase } from './database-servers';
import { environmentOf, PLAYGROUND } from './playground-env';

/** Boots the playground in a process of its own, and ends it. */
export const bootOnce = (
  database: FreshDatabase,
  env: Record<string, string> = {},
): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(__dirname, 'boot-once.mjs')], {
      cwd: PLAYGROUND,
      env: { PATH: process.env.PATH, ...environmentOf({ database, env }) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The playground did not boot on an empty database:\n${output}`));
    });
  });
