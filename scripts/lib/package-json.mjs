import { readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from './paths.mjs';

export const packageJson = () => JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

/** What the package offers to import, but for its `package.json`: each with its conditions. */
export const entryPoints = () =>
  Object.entries(packageJson().exports)
    .filter(([, conditions]) => typeof conditions === 'object')
    .map(([name, conditions]) => ({ name, ...conditions }));
