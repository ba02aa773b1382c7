/**
 * Looks at the package as npm would publish it: what is in it, whether `package.json` says the
 * truth about it, and whether TypeScript finds the declarations of every entry point whichever
 * way it looks for them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { entryPoints } from './lib/package-json.mjs';
import { bin, ROOT } from './lib/paths.mjs';
import { runLogged } from './lib/run-logged.mjs';
import { runMain, UserError } from './lib/user-error.mjs';
import { contentProblems } from './release/contents.mjs';
import { packPlugin } from './release/pack.mjs';

const run = (name, ...args) => runLogged(name, bin(name), args, { cwd: ROOT });

await runMain(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'api-access-package-'));
  try {
    const { tarball, files } = packPlugin(folder);
    const problems = contentProblems(files, entryPoints());
    if (problems.length > 0) throw new UserError(problems.join('\n'));
    await run('publint', 'run', '--strict', tarball);
    await run('attw', tarball);
    console.log(`✓ The package: ${files.length} files, publint and attw find nothing`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
