/** Whether what the plugin brings along, with all that this brings, has known vulnerabilities. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { resultOfNothing } from '../lib/test-results.mjs';

/** Peers are the app's own, so neither installed nor asked about. */
const WITHOUT_PEERS = '--legacy-peer-deps';

const npm = (folder, ...args) =>
  spawnSync('npm', [...args, WITHOUT_PEERS], { cwd: folder, encoding: 'utf8' });

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
};

/** What an answer of `npm audit --json` comes to. */
export const resultOfAudit = (text) => {
  const { vulnerabilities, message = 'no answer' } = parsed(text);
  if (vulnerabilities === undefined) {
    // Not for CI to mend: whether a registry knows of vulnerabilities is up to the registry.
    return resultOfNothing(
      `NOT TESTED: the registry says nothing of vulnerabilities: ${message}`,
      false,
    );
  }
  const problems = Object.values(vulnerabilities).map(
    ({ name, severity }) => `${name}: ${severity}`,
  );
  return problems.length === 0
    ? { passed: 1, failed: 0, problems: [] }
    : { passed: 0, failed: 1, problems };
};

export const auditDependencies = (folder, tarball) => {
  const app = path.join(folder, 'dependencies');
  mkdirSync(app);
  const dependencies = { 'strapi-plugin-api-access': `file:${tarball}` };
  writeFileSync(path.join(app, 'package.json'), JSON.stringify({ private: true, dependencies }));
  const { status, stderr } = npm(app, 'install', '--package-lock-only', '--no-audit', '--no-fund');
  if (status !== 0) throw new Error(stderr);
  return resultOfAudit(npm(app, 'audit', '--omit=dev', '--json').stdout);
};
