/** Databases of the benchmark's own: SQLite in a file, or on a server that answers. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import knex from 'knex';

import { atTheEnd } from './cleanup.mjs';

const KNOCK_MS = 5000;

/** The same variables as the tests have (`tests/support/database-servers.ts`). */
const addressOf = (prefix, port, user) => ({
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
    charset: '',
    force: ' with (force)',
    address: addressOf('TEST_POSTGRES', 5432, 'postgres'),
  },
  mysql: {
    title: 'MariaDB',
    client: 'mysql2',
    home: 'mysql',
    charset: ' character set utf8mb4',
    force: '',
    address: addressOf('TEST_MYSQL', 3306, 'root'),
  },
};

const answers = async ({ host, port }) => {
  const socket = connect({ host, port, timeout: KNOCK_MS });
  try {
    await Promise.race([
      once(socket, 'connect'),
      once(socket, 'timeout').then(() => Promise.reject(new Error('too late'))),
    ]);
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
};

/** A new file in a folder of its own. */
export const sqliteDatabase = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'api-access-bench-'));
  const file = path.join(folder, 'bench.db');
  return {
    file,
    env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: file },
    drop: atTheEnd(() => rmSync(folder, { recursive: true, force: true })),
  };
};

const serverDatabase = async (name) => {
  const { client, home, charset, force, address } = SERVERS[name];
  const database = `api_access_bench_${randomBytes(6).toString('hex')}`;
  const administer = async (statement) => {
    const server = knex({
      client,
      connection: { ...address, database: home },
      pool: { min: 0, max: 1 },
    });
    try {
      await server.raw(statement);
    } finally {
      await server.destroy();
    }
  };
  await administer(`create database ${database}${charset}`);
  return {
    env: {
      DATABASE_CLIENT: name,
      DATABASE_HOST: address.host,
      DATABASE_PORT: String(address.port),
      DATABASE_NAME: database,
      DATABASE_USERNAME: address.user,
      DATABASE_PASSWORD: address.password,
    },
    drop: atTheEnd(() => administer(`drop database ${database}${force}`)),
  };
};

export const titleOf = (name) => SERVERS[name]?.title ?? 'SQLite';

/** An empty database: `env` lets the playground use it. */
export const freshDatabase = async (name) =>
  name === 'sqlite' ? sqliteDatabase() : serverDatabase(name);

/**
 * Which of these databases are there.
 *
 * @returns `missing` are figures that say what was not measured, and why.
 */
export const databasesThere = async (names, what) => {
  const there = [];
  const missing = [];
  for (const name of names) {
    const server = SERVERS[name];
    if (server === undefined || (await answers(server.address))) {
      there.push(name);
      continue;
    }
    const { host, port } = server.address;
    missing.push({
      name: `${what}, ${server.title}`,
      missing: `nothing answers at ${host}:${port}`,
    });
  }
  return { there, missing };
};
