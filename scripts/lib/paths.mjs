import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '..', '..');
export const PLAYGROUND = path.join(ROOT, 'playground');

/** Stamps and logs of the commands: under `node_modules`, so that a fresh install forgets them. */
export const CACHE = path.join(ROOT, 'node_modules', '.cache', 'api-access');

/** Data that the demo keeps between runs; ignored by git. */
export const TMP = path.join(PLAYGROUND, '.tmp');

export const bin = (name) => path.join(ROOT, 'node_modules', '.bin', name);

/** A path as a person would type it, from where the command runs. */
export const shown = (file) => path.relative(process.cwd(), file) || '.';
