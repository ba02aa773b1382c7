/**
 * The servers that tests use beside SQLite, each at its default local address or at the one that
 * the environment names: `TEST_POSTGRES_HOST`, `_PORT`, `_USERNAME`, `_PASSWORD`, the same with
 * `TEST_MYSQL_`, and `TEST_REDIS_URL`. CommonJS, so that the test command and Jest read one file.
 */
const { spawnSync } = require('node:child_process');

const database = (title, client, home, prefix, { port, user }) => ({
  title,
  client,
  home,
  host: process.env[`${prefix}_HOST`] ?? '127.0.0.1',
  port: Number(process.env[`${prefix}_PORT`] ?? port),
  user: process.env[`${prefix}_USERNAME`] ?? user,
  password: process.env[`${prefix}_PASSWORD`] ?? '',
});

const redisUrl = () => process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379';

const redis = () => {
  const { hostname, port } = new URL(redisUrl());
  return { title: 'Redis', host: hostname, port: port === '' ? 6379 : Number(port) };
};

const SERVERS = {
  postgres: database('PostgreSQL', 'pg', 'postgres', 'TEST_POSTGRES', {
    port: 5432,
    user: 'postgres',
  }),
  mysql: database('MariaDB', 'mysql2', 'mysql', 'TEST_MYSQL', { port: 3306, user: 'root' }),
  redis: redis(),
};

/** Ends with 0 where somebody listens at the address. */
const KNOCK =
  "require('net').connect(+process.argv[2],process.argv[1]).on('connect',()=>process.exit(0)).on('error',()=>process.exit(1))";

const KNOCK_MS = 5000;

const answers = ({ host, port }) =>
  spawnSync(process.execPath, ['-e', KNOCK, host, String(port)], { timeout: KNOCK_MS }).status ===
  0;

/** What is to be read where a server is missing: nothing passes that was not run. */
const notTested = ({ title, host, port }) =>
  `NOT TESTED on ${title}: nothing answers at ${host}:${port}`;

module.exports = { SERVERS, answers, notTested, redisUrl };
