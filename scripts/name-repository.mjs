/**
 * Writes into `package.json` which repository publishes it, as GitHub Actions tells: the sources
 * do not know where they are kept. For the release alone, and never committed.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { packageJson } from './lib/package-json.mjs';
import { ROOT } from './lib/paths.mjs';
import { runMain, UserError } from './lib/user-error.mjs';
import { withRepository } from './release/repository.mjs';

await runMain(() => {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env;
  if (!server || !repository) {
    throw new UserError(
      'GITHUB_SERVER_URL and GITHUB_REPOSITORY are to name the repository that publishes: ' +
        'releases are made by the workflow "Release".',
    );
  }
  const named = withRepository(packageJson(), `${server}/${repository}`);
  writeFileSync(path.join(ROOT, 'package.json'), `${JSON.stringify(named, undefined, 2)}\n`);
});
