import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { bin, ROOT } from './paths.mjs';
import { withProgress } from './progress.mjs';
import { findProgram } from './requirements.mjs';
import { runLogged } from './run-logged.mjs';
import { UserError } from './user-error.mjs';

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Playwright is not there before the first install, so it is asked for only now. */
const playwrightsOwn = async () => {
  const entry = path.join(ROOT, 'node_modules', '@playwright', 'test', 'index.mjs');
  const { chromium } = await import(pathToFileURL(entry).href);
  return chromium.executablePath();
};

const download = async () => {
  try {
    await withProgress('Downloading a browser', () =>
      runLogged('chromium', bin('playwright'), ['install', 'chromium'], { cwd: ROOT }),
    );
  } catch (error) {
    throw new UserError(
      'The browser tests need Chromium, and it could not be downloaded: install it ' +
        `(Debian: apt-get install chromium) or name one in CHROMIUM_PATH.\n\n${error.message}`,
      { cause: error },
    );
  }
};

/** The path of a Chromium: the one named, else the system's, else Playwright's own. */
export const findChromium = async () => {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new UserError(`CHROMIUM_PATH names ${named}, and there is no such file.`);
  }
  const system = findProgram(SYSTEM_NAMES);
  if (system !== undefined) return system;

  const own = await playwrightsOwn();
  if (!existsSync(own)) await download();
  return own;
};
