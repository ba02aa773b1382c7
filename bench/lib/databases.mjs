/** A database of its own for one run, on SQLite or on a server of this machine. */
import { randomBytes } from 'node:crypto';

import knex from 'knex';

const SERVERS = {
  postgres: {
    client: 'pg',
    home: 'postgres',
    port: 5432,
    user: 'postgres',
    prefix: 'TEST_POSTGRES',
  },
  mysql: { client: 'mysql2', home: 'mysql', port: 3306, user: 'root', prefix: 'TEST_MYSQL' },
};

const TITLES = { sqlite: 'SQLite', postgres: 'PostgreSQL', mysql: 'MariaDB' };

/** @param name - `sqlite`, `postgres` or `mysql`. */
export const freshDatabase = async (name) => {
  if (name === 'sqlite') return { title: TITLES.sqlite, env: {}, drop: async () => undefined };
  const server = SERVERS[name];
  if (server === undefined) throw new Error(`There is no database "${name}".`);
  const of = (part, otherwise) => process.env[`${server.prefix}_${part}`] ?? otherwise;
  const host = of('HOST', '127.0.0.1');
  const port = Number(of('PORT', server.port));
  const user = of('USERNAME', server.user);
  const password = of('PASSWORD', '');
  const database = `api_access_bench_${randomBytes(6).toString('hex')}`;
  const administer = async (statement) => {
    const db = knex({
      client: server.client,
      connection: { host, port, user, password, database: server.home },
    });
    try {
      await db.raw(statement);
    } finally {
      await db.destroy();
    }
  };
  const isMysql = name === 'mysql';
  await administer(`create database ${database}${isMysql ? ' character set utf8mb4' : ''}`);
  return {
    title: TITLES[name],
    env: {
      DATABASE_CLIENT: name,
      DATABASE_HOST: host,
      DATABASE_PORT: String(port),
      DATABASE_NAME: database,
      DATABASE_USERNAME: user,
      DATABASE_PASSWORD: password,
    },
    drop: () => administer(`drop database ${database}${isMysql ? '' : ' with (force)'}`),
  };
};
