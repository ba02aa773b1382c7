import path from 'node:path';

import { startChild } from './child.mjs';

/** Another process that sends requests: `closed`, `open` or `burst` (see `load-child.mjs`). */
export const startLoad = async () => {
  const child = await startChild(path.join(import.meta.dirname, 'load-child.mjs'));
  return {
    closed: (input) => child.ask('closed', input),
    open: (input) => child.ask('open', input),
    burst: (input) => child.ask('burst', input),
    stop: child.stop,
  };
};
