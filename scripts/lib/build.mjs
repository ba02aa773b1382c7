import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';

import { bin, PLAYGROUND, ROOT } from './paths.mjs';
import { upToDate, withProgress } from './progress.mjs';
import { runLogged } from './run-logged.mjs';
import { contentHash, isStamped, writeStamp } from './stamps.mjs';

/**
 * The environment of a build. The switches of the playground decide what a *running* app does;
 * a panel built under one of them would lack the plugin in every later run.
 */
const buildEnv = () =>
  Object.fromEntries(
    Object.entries({ ...process.env, STRAPI_TELEMETRY_DISABLED: 'true' }).filter(
      ([name]) => !name.startsWith('PLAYGROUND_') && name !== 'NODE_ENV',
    ),
  );

/**
 * Each thing to build: from what, into what, and how. Later ones read what earlier ones made.
 * `stale` is removed first, where the compiler would leave what has no source any more.
 */
const BUILDS = [
  {
    name: 'plugin',
    label: 'Building the plugin',
    files: [
      'contracts',
      'server',
      'admin',
      'react',
      'cli',
      'scripts/declarations.mjs',
      'scripts/use-client.mjs',
      'package.json',
      'package-lock.json',
      'tsconfig.base.json',
    ],
    made: [
      'dist/server/index.js',
      'dist/admin/index.js',
      'dist/react/index.js',
      'dist/cli/index.js',
      'dist/app/index.js',
      'dist/app/index.d.ts',
      'dist/server/index.d.ts',
      'dist/react/index.d.ts',
    ],
    command: ['npm', ['run', 'build'], ROOT],
  },
  {
    name: 'playground',
    label: 'Compiling the playground',
    files: ['playground/config', 'playground/src', 'playground/tsconfig.json', 'package-lock.json'],
    made: ['playground/dist/src/index.js', 'playground/dist/config/server.js'],
    stale: ['playground/dist/src', 'playground/dist/config'],
    command: [bin('tsc'), ['-p', 'tsconfig.json', '--incremental', 'false'], PLAYGROUND],
  },
  {
    name: 'panel',
    label: 'Building the admin panel',
    files: [
      'contracts',
      'admin',
      'package.json',
      'package-lock.json',
      'playground/package.json',
      'playground/src/admin',
      'playground/config/admin.ts',
      'playground/config/plugins.ts',
      'playground/config/server.ts',
    ],
    made: ['playground/dist/build/index.html'],
    stale: ['playground/dist/build'],
    command: [bin('strapi'), ['build'], PLAYGROUND],
  },
];

const ensure = async ({ name, label, files, made, stale = [], command: [command, args, cwd] }) => {
  const hash = contentHash({ files, texts: [process.versions.modules] });
  const isThere = made.every((file) => existsSync(path.join(ROOT, file)));
  if (isThere && isStamped(name, hash)) return upToDate(label);
  for (const folder of stale) rmSync(path.join(ROOT, folder), { recursive: true, force: true });
  await withProgress(label, () => runLogged(name, command, args, { cwd, env: buildEnv() }));
  writeStamp(name, hash);
};

/** Builds what is not there or has changed. `names` limits it: 'plugin', 'playground', 'panel'. */
export const ensureBuilt = async (names) => {
  for (const build of BUILDS.filter(({ name }) => names.includes(name))) await ensure(build);
};
