import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from './paths.mjs';
import { upToDate, withProgress } from './progress.mjs';
import { missingCompilerParts } from './requirements.mjs';
import { runLogged } from './run-logged.mjs';
import { contentHash, isStamped, writeStamp } from './stamps.mjs';
import { UserError } from './user-error.mjs';

const LABEL = 'Installing packages from the lock file';

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Whether `node_modules` holds what the lock file names; npm keeps its own record of it. */
const matchesLockFile = () => {
  const record = path.join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf(path.join(ROOT, 'package-lock.json')))
    .filter(([name, entry]) => name.startsWith('node_modules/') && entry.optional !== true)
    .every(([name, entry]) => entry.link === true || installed[name]?.version === entry.version);
};

/** better-sqlite3 is compiled for one version of Node; in another it does not load. */
const nativeModulesLoad = () => {
  const program = "new (require('better-sqlite3'))(':memory:').close(); require('argon2')";
  return spawnSync(process.execPath, ['-e', program], { cwd: ROOT }).status === 0;
};

const compilerHint = () => {
  const missing = missingCompilerParts();
  return missing.length === 0
    ? ''
    : `better-sqlite3 has to be compiled here, and ${missing.join(', ')} ` +
        `${missing.length === 1 ? 'is' : 'are'} missing: install a compiler first ` +
        `(Debian and Ubuntu: apt-get install make g++ python3).`;
};

const npmCi = async () => {
  try {
    await runLogged('install', 'npm', ['ci', '--no-audit', '--no-fund'], { cwd: ROOT });
  } catch (error) {
    const hint = compilerHint();
    throw hint === '' ? error : new UserError(hint, { cause: error });
  }
};

export const ensureInstalled = async () => {
  const hash = contentHash({
    files: ['package-lock.json'],
    texts: [process.versions.modules, process.platform, process.arch],
  });
  if (existsSync(path.join(ROOT, 'node_modules')) && isStamped('install', hash)) {
    return upToDate(LABEL);
  }
  if (matchesLockFile() && nativeModulesLoad()) {
    upToDate(LABEL);
  } else {
    await withProgress(LABEL, npmCi);
  }
  writeStamp('install', hash);
};
