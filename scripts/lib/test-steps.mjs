/** The steps of `npm test`, in the order they run: the quick ones, which fail soonest, first. */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { findChromium } from './chromium.mjs';
import { bin, CACHE } from './paths.mjs';
import { resultOfExit, resultOfJest, resultOfPlaywright } from './test-results.mjs';

const freshReport = (name) => {
  mkdirSync(CACHE, { recursive: true });
  const file = path.join(CACHE, `${name}.report.json`);
  rmSync(file, { force: true });
  return file;
};

const check = (name, label, script) => ({
  name,
  label,
  needs: ['plugin'],
  run: async ({ spawn }) => resultOfExit(await spawn('npm', ['run', '--silent', script])),
});

const patternArgs = (option, pattern) => (pattern === undefined ? [] : [option, pattern]);

const jest = (name, label, { needs, workers }) => ({
  name,
  label,
  needs,
  takesPattern: true,
  run: async ({ spawn, pattern }) => {
    const report = freshReport(name);
    const exit = await spawn(bin('jest'), [
      ...['--selectProjects', name, '--json', '--outputFile', report],
      ...['--maxWorkers', workers, ...patternArgs('--testNamePattern', pattern)],
    ]);
    return resultOfJest({ file: report, exit, narrowed: pattern !== undefined });
  },
});

const browser = {
  name: 'browser',
  label: 'Browser tests',
  needs: ['plugin', 'playground', 'panel'],
  takesPattern: true,
  run: async ({ spawn, pattern }) => {
    const report = freshReport('browser');
    const exit = await spawn(
      bin('playwright'),
      [
        'test',
        '--reporter',
        'list,json',
        '--pass-with-no-tests',
        ...patternArgs('--grep', pattern),
      ],
      { CHROMIUM_PATH: await findChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    );
    return resultOfPlaywright({ file: report, exit, narrowed: pattern !== undefined });
  },
};

export const STEPS = [
  check('lint', 'Lint', 'lint'),
  check('types', 'Types', 'typecheck'),
  jest('unit', 'Unit tests', { needs: [], workers: '50%' }),
  jest('integration', 'Integration tests', { needs: ['plugin', 'playground'], workers: '2' }),
  browser,
  check('verify', 'Package check', 'verify'),
];
