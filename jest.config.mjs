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

export default {
  // Strapi keeps a good deal of memory per boot; a worker that has grown is replaced.
  workerIdleMemoryLimit: '1GB',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/tests/unit/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'integration',
      testMatch: ['<rootDir>/tests/integration/**/*.test.ts'],
      setupFiles: ['<rootDir>/tests/support/environment.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/timeouts.ts'],
    },
  ],
};
