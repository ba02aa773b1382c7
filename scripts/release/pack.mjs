import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { ROOT } from '../lib/paths.mjs';

/** Packs the plugin as npm publishes it: into which file, and what is in it. */
export const packPlugin = (folder) => {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [{ filename, files }] = JSON.parse(
    execFileSync('npm', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
  );
  return { tarball: path.join(folder, filename), files: files.map((file) => file.path) };
};
