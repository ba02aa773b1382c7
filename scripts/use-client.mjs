/**
 * Says in the built component that it runs in browsers: frameworks that render React on the server
 * ask for it. The bundler takes such a line out of the sources.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from './lib/paths.mjs';

for (const name of ['index.mjs', 'index.js']) {
  const file = path.join(ROOT, 'dist', 'react', name);
  writeFileSync(file, `'use client';\n${readFileSync(file, 'utf8')}`);
}
