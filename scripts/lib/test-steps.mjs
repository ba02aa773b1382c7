/** The steps of `npm test`, in the order they run: the quick ones, which fail soonest, first. */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { missingAmong } from './available-servers.mjs';
import { findChromium } from './chromium.mjs';
import { bin, CACHE } from './paths.mjs';
import {
  resultOfExit,
  resultOfJest,
  resultOfNothing,
  resultOfPlaywright,
} from './test-results.mjs';
import testServers from './test-servers.cjs';

const { SERVERS } = testServers;

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

const jest = (name, label, { needs, workers, project = name }) => ({
  name,
  label,
  needs,
  takesPattern: true,
  run: async ({ spawn, pattern }) => {
    const report = freshReport(project);
    const exit = await spawn(bin('jest'), [
      ...['--selectProjects', project, '--json', '--outputFile', report],
      ...['--maxWorkers', workers, ...patternArgs('--testNamePattern', pattern)],
    ]);
    return resultOfJest({ file: report, exit, narrowed: pattern !== undefined });
  },
});

const integration = (database, label, workers = '2') => ({
  ...jest('integration', label, {
    needs: ['plugin', 'playground'],
    workers,
    project: `integration-${database}`,
  }),
  database,
});

/** The same tests on a server, where it answers. */
const integrationOn = (server) => {
  const { title } = SERVERS[server];
  const step = integration(server, `Integration tests on ${title}`);
  return {
    ...step,
    servers: [server],
    run: (context) => {
      const [missing] = missingAmong([server]);
      return missing === undefined ? step.run(context) : resultOfNothing(missing);
    },
  };
};

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

/** What `--database` takes; `once` are the tests that run once. */
export const DATABASES = ['sqlite', 'postgres', 'mysql', 'once'];

export const STEPS = [
  check('lint', 'Lint', 'lint'),
  check('types', 'Types', 'typecheck'),
  jest('unit', 'Unit tests', { needs: [], workers: '50%' }),
  integration('sqlite', 'Integration tests on SQLite'),
  integrationOn('postgres'),
  integrationOn('mysql'),
  {
    // Half of their time they wait for nodes, for clocks, and for what they have taken away.
    ...integration('once', 'Integration tests that run once', '3'),
    servers: ['postgres', 'mysql', 'redis'],
  },
  browser,
  check('verify', 'Package check', 'verify'),
];
