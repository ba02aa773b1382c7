/** Strapi's own commands (`export`, `import`) on the playground, in a process of their own. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { type FreshDatabase } from './database-servers';
import { environmentOf, PLAYGROUND, ROOT } from './playground-env';

export interface CommandLine {
  /** Runs one command; rejects with its output where it fails. */
  run: (database: Pick<FreshDatabase, 'env'>, args: string[]) => Promise<string>;
  remove: () => void;
}

/**
 * The commands compile a TypeScript app before they begin, under the feet of tests that run beside
 * them. So they are given what is compiled already, as an app in JavaScript. It lies within the
 * repository, where it finds the plugin and the packages.
 */
const makeApp = (): string => {
  const cache = path.join(ROOT, '.cache');
  mkdirSync(cache, { recursive: true });
  const app = mkdtempSync(path.join(cache, 'app-'));
  for (const folder of ['config', 'src']) {
    cpSync(path.join(PLAYGROUND, 'dist', folder), path.join(app, folder), { recursive: true });
  }
  mkdirSync(path.join(app, 'public', 'uploads'), { recursive: true });
  // Strapi finds its plugins by the dependencies of the app.
  const manifest = JSON.parse(
    readFileSync(path.join(PLAYGROUND, 'package.json'), 'utf8'),
  ) as object;
  const named = { ...manifest, name: path.basename(app) };
  writeFileSync(path.join(app, 'package.json'), JSON.stringify(named));
  return app;
};

const COMMAND_MS = 90_000;

export const commandLine = (): CommandLine => {
  const app = makeApp();
  return {
    run: (database, args) =>
      new Promise((resolve, reject) => {
        const child = spawn(
          process.execPath,
          [path.join(ROOT, 'node_modules/.bin/strapi'), ...args],
          {
            cwd: app,
            env: { PATH: process.env.PATH, ...environmentOf({ database }) },
            stdio: ['ignore', 'pipe', 'pipe'],
            timeout: COMMAND_MS,
          },
        );
        let output = '';
        for (const stream of [child.stdout, child.stderr]) {
          stream.setEncoding('utf8').on('data', (text: string) => (output += text));
        }
        child.on('error', reject);
        child.on('close', (code) => {
          if (code === 0) resolve(output);
          else reject(new Error(`strapi ${args.join(' ')} ended with ${String(code)}:\n${output}`));
        });
      }),
    remove: () => rmSync(app, { recursive: true, force: true }),
  };
};
