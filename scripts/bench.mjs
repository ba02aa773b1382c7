/** `npm run bench`: builds what is measured, then measures it. */
import { spawn } from 'node:child_process';
import path from 'node:path';

import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ROOT } from './lib/paths.mjs';
import { checkNode } from './lib/requirements.mjs';
import { exitOf } from './lib/run-logged.mjs';
import { runMain } from './lib/user-error.mjs';

runMain(async () => {
  checkNode();
  await ensureInstalled();
  await ensureBuilt(['plugin', 'playground']);
  const bench = path.join(ROOT, 'bench', 'run.mjs');
  return exitOf(spawn(process.execPath, [bench, ...process.argv.slice(2)], { stdio: 'inherit' }));
});
