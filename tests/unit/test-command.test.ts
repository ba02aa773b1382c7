/** Which tests `npm test` runs, and on which servers; asked of a real Node, as `tooling.test.ts` does. */
import { spawnSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..', '..');

/** What a program says, which finds the steps and the servers of the test command. */
const ask = (expression: string, env: Record<string, string> = {}): unknown => {
  const program = `
    import { missingAmong, tellServers } from './scripts/lib/available-servers.mjs';
    import { chooseSteps, serversOf } from './scripts/lib/choose-steps.mjs';
    import { resultOfNothing } from './scripts/lib/test-results.mjs';
    import { STEPS } from './scripts/lib/test-steps.mjs';
    import testServers from './scripts/lib/test-servers.cjs';
    const { SERVERS, redisUrl } = testServers;
    const labels = (asked) => chooseSteps(STEPS, { names: [], ...asked }).map(({ label }) => label);
    const servers = (asked) => serversOf(chooseSteps(STEPS, { names: [], ...asked }));
    console.log(JSON.stringify(${expression}));`;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', program],
    { cwd: ROOT, encoding: 'utf8', env: { PATH: process.env.PATH, ...env } },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};

const ON_POSTGRES = 'Integration tests on PostgreSQL';
const INTEGRATION = [
  'Integration tests on SQLite',
  ON_POSTGRES,
  'Integration tests on MariaDB',
  'Integration tests that run once',
];

/** A port of this machine at which nothing listens. */
const closedPort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

describe('the test command', () => {
  it('runs the integration tests on every database, and those that bring their own', () => {
    expect(ask("labels({ names: ['integration'] })")).toEqual(INTEGRATION);
    expect(ask('labels({})')).toEqual(expect.arrayContaining([...INTEGRATION, 'Lint', 'Types']));
  });

  it('runs them on one database where it is asked to, and nothing else for that', () => {
    const onPostgres = "database: 'postgres'";
    expect(ask(`labels({ names: ['integration'], ${onPostgres} })`)).toEqual([ON_POSTGRES]);
    expect(ask(`labels({ ${onPostgres} })`)).toEqual([ON_POSTGRES]);
    expect(ask(`labels({ names: ['unit', 'integration'], ${onPostgres} })`)).toEqual([
      'Unit tests',
      ON_POSTGRES,
    ]);
  });

  it('runs what takes a pattern where one is given', () => {
    const withPattern = ask("labels({ pattern: 'checksum' })");
    expect(withPattern).toEqual(['Unit tests', ...INTEGRATION, 'Browser tests']);
  });

  it('speaks of the servers that its steps use, each once, and of no others', () => {
    expect(ask('servers({})')).toEqual(['postgres', 'mysql', 'redis']);
    expect(ask("servers({ database: 'mysql' })")).toEqual(['mysql']);
    expect(ask("servers({ names: ['unit', 'lint'] })")).toEqual([]);
  });
});

describe('the servers of the tests', () => {
  it('are those of the environment, or at their default local addresses', () => {
    const at = '[SERVERS.postgres, SERVERS.mysql, SERVERS.redis].map((s) => `${s.host}:${s.port}`)';
    expect(ask(at)).toEqual(['127.0.0.1:5432', '127.0.0.1:3306', '127.0.0.1:6379']);
    const named = {
      TEST_POSTGRES_HOST: 'db.example.com',
      TEST_MYSQL_PORT: '3307',
      TEST_REDIS_URL: 'redis://cache.example.com:7000',
    };
    expect(ask(at, named)).toEqual([
      'db.example.com:5432',
      '127.0.0.1:3307',
      'cache.example.com:7000',
    ]);
    expect(ask('redisUrl()', named)).toBe('redis://cache.example.com:7000');
  });

  it('are said to be there or not tested, by name and address', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const open = String((server.address() as AddressInfo).port);
    const closed = String(await closedPort());
    const env = { TEST_POSTGRES_PORT: open, TEST_MYSQL_PORT: closed };
    const missing = `NOT TESTED on MariaDB: nothing answers at 127.0.0.1:${closed}`;

    expect(ask("tellServers(['postgres', 'mysql'])", env)).toEqual([
      `✓ PostgreSQL at 127.0.0.1:${open}`,
      `✗ ${missing}`,
    ]);
    expect(ask("missingAmong(['postgres', 'mysql'])", env)).toEqual([missing]);
    await new Promise((resolve) => server.close(resolve));
  });

  it('fail the command in CI where one is missing, and are only said elsewhere', () => {
    expect(ask("resultOfNothing('gone')")).toEqual({ passed: 0, failed: 0, problems: ['gone'] });
    expect(ask("resultOfNothing('gone')", { CI: 'true' })).toEqual({
      passed: 0,
      failed: 1,
      problems: ['gone'],
    });
  });
});
