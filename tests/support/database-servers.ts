/** PostgreSQL and MariaDB, where this machine has them; each suite gets a database of its own. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';

import knex, { type Knex } from 'knex';

export type ServerName = 'postgres' | 'mysql';

interface Address {
  host: string;
  port: number;
  user: string;
  password: string;
}

const addressOf = (prefix: string, port: number, user: string): Address => ({
  host: process.env[`${prefix}_HOST`] ?? '127.0.0.1',
  port: Number(process.env[`${prefix}_PORT`] ?? port),
  user: process.env[`${prefix}_USERNAME`] ?? user,
  password: process.env[`${prefix}_PASSWORD`] ?? '',
});

const SERVERS = {
  postgres: {
    title: 'PostgreSQL',
    client: 'pg',
    home: 'postgres',
    ...addressOf('TEST_POSTGRES', 5432, 'postgres'),
  },
  mysql: {
    title: 'MariaDB',
    client: 'mysql2',
    home: 'mysql',
    ...addressOf('TEST_MYSQL', 3306, 'root'),
  },
} as const;

/** Ends with 0 where somebody listens at the address. */
const KNOCK =
  "require('net').connect(+process.argv[2],process.argv[1]).on('connect',()=>process.exit(0)).on('error',()=>process.exit(1))";

const answers = ({ host, port }: Address): boolean =>
  spawnSync(process.execPath, ['-e', KNOCK, host, String(port)], { timeout: 5000 }).status === 0;

/**
 * `describe` for a database server. Where it does not answer, one test says so by its name, and
 * fails in CI, where all of them are to be there: nothing passes that was not run.
 */
export const describeOn = (name: ServerName, what: string, define: () => void): void => {
  const { title, host, port } = SERVERS[name];
  if (answers(SERVERS[name])) {
    describe(`${what} on ${title}`, define);
    return;
  }
  const sentence = `NOT TESTED on ${title}: nothing answers at ${host}:${port}`;
  it(sentence, () => {
    process.stderr.write(`\n*** ${what}: ${sentence} ***\n`);
    if (process.env.CI === 'true') throw new Error(sentence);
  });
};

export interface FreshDatabase {
  /** Variables that let the playground use it. */
  env: Record<string, string>;
  /** For looking past Strapi. */
  connect: () => Knex;
  drop: () => Promise<void>;
}

export const freshDatabase = async (name: ServerName): Promise<FreshDatabase> => {
  const { client, home, host, port, user, password } = SERVERS[name];
  const database = `api_access_test_${randomBytes(6).toString('hex')}`;
  const connectTo = (to: string) =>
    knex({
      client,
      connection: { host, port, user, password, database: to },
      pool: { min: 0, max: 2 },
    });
  const administer = async (statement: string) => {
    const server = connectTo(home);
    try {
      await server.raw(statement);
    } finally {
      await server.destroy();
    }
  };
  const isMysql = name === 'mysql';
  await administer(`create database ${database}${isMysql ? ' character set utf8mb4' : ''}`);
  return {
    env: {
      DATABASE_CLIENT: name,
      DATABASE_HOST: host,
      DATABASE_PORT: String(port),
      DATABASE_NAME: database,
      DATABASE_USERNAME: user,
      DATABASE_PASSWORD: password,
    },
    connect: () => connectTo(database),
    drop: () => administer(`drop database ${database}${isMysql ? '' : ' with (force)'}`),
  };
};
