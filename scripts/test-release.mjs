/**
 * `npm run test:release`: the package as users get it. Packs the plugin, looks for known
 * vulnerabilities of what it brings along, and tries it in new apps that it is installed into.
 *
 *   npm run test:release                all steps
 *   npm run test:release -- audit npm   some steps
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { checkNode } from './lib/requirements.mjs';
import { conclude, runSteps } from './lib/run-steps.mjs';
import { runMain, UserError } from './lib/user-error.mjs';
import { packPlugin } from './release/pack.mjs';
import { RELEASE_STEPS } from './release/steps.mjs';

const chosenSteps = () => {
  const asked = process.argv.slice(2);
  const known = RELEASE_STEPS.map(({ name }) => name);
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new UserError(`There is no step ${unknown.join(', ')}, only ${known.join(', ')}.`);
  }
  return RELEASE_STEPS.filter(({ name }) => asked.length === 0 || asked.includes(name));
};

await runMain(async () => {
  const steps = chosenSteps();
  checkNode();
  await ensureInstalled();
  await ensureBuilt(['plugin']);
  const folder = mkdtempSync(path.join(tmpdir(), 'api-access-release-'));
  try {
    const { tarball } = packPlugin(folder);
    return conclude(await runSteps(steps, { folder, tarball }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
