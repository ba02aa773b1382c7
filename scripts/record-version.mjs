/**
 * `npm run record-version`: writes down what the version that `package.json` names leaves in a
 * database of each kind (`tests/published/`), so that every later version is tested on it.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { packageJson } from './lib/package-json.mjs';
import { bin, ROOT } from './lib/paths.mjs';
import { findProgram } from './lib/requirements.mjs';
import { exitOf } from './lib/run-logged.mjs';
import { runMain, UserError } from './lib/user-error.mjs';

const PUBLISHED = path.join(ROOT, 'tests', 'published');
const PROGRAMS = ['pg_dump', 'mariadb-dump'];

await runMain(async () => {
  const { version } = packageJson();
  if (existsSync(path.join(PUBLISHED, version)) && !process.argv.includes('--again')) {
    throw new UserError(
      `Version ${version} is on record. If it is not published yet, record it anew with ` +
        '"npm run record-version -- --again"; if it is, its record never changes.',
    );
  }
  const missing = PROGRAMS.filter((name) => findProgram([name]) === undefined);
  if (missing.length > 0) {
    throw new UserError(`Install ${missing.join(' and ')}: tables are written down by them.`);
  }
  await ensureInstalled();
  await ensureBuilt(['plugin', 'playground']);
  const config = path.join(PUBLISHED, 'jest.config.mjs');
  // What could not be recorded counts as failed.
  const env = { ...process.env, CI: 'true' };
  const args = ['--config', config, '--forceExit'];
  return exitOf(spawn(bin('jest'), args, { cwd: ROOT, env, stdio: 'inherit' }));
});
