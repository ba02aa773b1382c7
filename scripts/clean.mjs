/** Empties `dist`, so that a declaration of a file that is gone does not stay and get published. */
import { rmSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from './lib/paths.mjs';

rmSync(path.join(ROOT, 'dist'), { recursive: true, force: true });
