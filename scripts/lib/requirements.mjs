/** What the machine has to bring, each checked with one sentence that says what to do. */
import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

import { UserError } from './user-error.mjs';

const OLDEST = [20, 15];
const NEWEST_MAJOR = 24;
const COMPILER = ['make', 'g++', 'python3'];

export const checkNode = (version = process.versions.node) => {
  const [major, minor] = version.split('.').map(Number);
  const tooOld = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
  if (tooOld || major > NEWEST_MAJOR) {
    throw new UserError(
      `Node ${version} does not run Strapi 5: use a version from ${OLDEST.join('.')} up to ` +
        `${NEWEST_MAJOR}, for example Node 22.`,
    );
  }
};

/** The first of the named programs found in the PATH, or undefined. */
export const findProgram = (names) =>
  names
    .flatMap((name) =>
      (process.env.PATH ?? '').split(path.delimiter).map((folder) => [folder, name]),
    )
    .map(([folder, name]) => path.join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });

/** What a compiler for better-sqlite3 lacks on this machine; empty where all is there. */
export const missingCompilerParts = () =>
  COMPILER.filter((name) => findProgram([name]) === undefined);

const canListen = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });

export const checkPort = async (port) => {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new UserError(`The port has to be a whole number from 1 to 65535.`);
  }
  if (!(await canListen(port))) {
    throw new UserError(
      `Port ${port} is in use: stop what listens there, or choose another with --port, ` +
        `as in "npm run demo -- --port ${port + 1}".`,
    );
  }
};
