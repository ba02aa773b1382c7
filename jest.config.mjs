import path from 'node:path';

const root = import.meta.dirname;

/** What both projects share: TypeScript through swc, which checks no types (`npm run typecheck` does). */
const shared = {
  rootDir: root,
  testEnvironment: 'node',
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript', tsx: false }, target: 'es2022' },
        module: { type: 'commonjs' },
      },
    ],
  },
  // What is built runs as it was built.
  transformIgnorePatterns: ['/node_modules/', '/dist/'],
  // Copies of package.json in built folders and in packed archives are none of Jest's business.
  modulePathIgnorePatterns: [path.join(root, 'dist'), path.join(root, 'playground/dist')],
};

/**
 * Integration tests that run once, since they bring the databases that they need, need none, or ask
 * no more of one than tests that run on each database do.
 */
const ONCE = [
  ...['built-', 'databases-', 'faults-', 'fuzz-', 'nodes-', 'redis-'],
  ...['admin-routes-', 'app-', 'config-boot', 'neighbours-email', 'neighbours-rest', 'openapi'],
  'trust-proxy',
].map((prefix) => `/tests/integration/${prefix}[^/]*$`);

const integration = {
  ...shared,
  testEnvironment: '<rootDir>/tests/jest/same-realm-environment.cjs',
  runtime: '<rootDir>/tests/jest/native-runtime.cjs',
  globalSetup: '<rootDir>/tests/support/jest-setup.ts',
  globalTeardown: '<rootDir>/tests/support/jest-teardown.ts',
  setupFiles: ['<rootDir>/tests/support/environment.ts'],
  setupFilesAfterEnv: ['<rootDir>/tests/support/timeouts.ts'],
};

/** The same tests, each playground of which has a database of this kind. */
const onDatabase = (name) => ({
  ...integration,
  displayName: `integration-${name}`,
  testMatch: ['<rootDir>/tests/integration/**/*.test.ts'],
  testPathIgnorePatterns: ONCE,
  testEnvironmentOptions: { variables: { TEST_DATABASE: name } },
});

export default {
  // Strapi keeps a good deal of memory per boot; a worker that has grown is replaced.
  workerIdleMemoryLimit: '1GB',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/tests/unit/**/*.test.ts'],
    },
    ...['sqlite', 'postgres', 'mysql'].map(onDatabase),
    {
      ...integration,
      displayName: 'integration-once',
      testRegex: ONCE,
    },
  ],
};
