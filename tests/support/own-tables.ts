/** The plugin's own tables as statements of SQL, rows and all: out of a database, and into another. */
import { execFileSync } from 'node:child_process';

import { type Knex } from 'knex';

import { type FreshDatabase } from './database-servers';
import { rowsOf } from './stored-rows';
import { SERVERS } from './test-servers';

const PREFIX = 'api_access';
/** Between statements; no value of a record has a line that ends so. */
const END = ';\n';
const MOST = 64 * 1024 * 1024;

/** What sets up a session, and comments: nothing of the tables. */
const IS_NO_TABLE = /^(SET |SELECT pg_catalog\.set_config|\\|--|\/\*)/;

const statementsOf = (dump: string): string[] =>
  dump
    .split('\n')
    .filter((line) => line !== '' && !IS_NO_TABLE.test(line))
    .join('\n')
    .split(END)
    .map((statement) => statement.trim().replace(/;$/, ''))
    .filter((statement) => statement !== '');

const fromSqlite = async (db: Knex): Promise<string[]> => {
  const made: { type: string; name: string; sql: string }[] = await db('sqlite_master')
    .where('tbl_name', 'like', `${PREFIX}%`)
    .whereNotNull('sql')
    .orderBy([{ column: 'type', order: 'desc' }, 'name'])
    .select('type', 'name', 'sql');
  const rows: string[] = [];
  for (const { name } of made.filter(({ type }) => type === 'table')) {
    const columns = Object.keys(await db(name).columnInfo());
    const quoted = columns.map((column) => `quote("${column}")`).join(" || ', ' || ");
    const found: { text: string }[] = await db(name).select(db.raw(`${quoted} as text`));
    const names = columns.map((column) => `"${column}"`).join(', ');
    rows.push(...found.map(({ text }) => `insert into "${name}" (${names}) values (${text})`));
  }
  return [...made.map(({ sql }) => sql), ...rows];
};

const run = (program: string, args: string[], env: Record<string, string>): string =>
  execFileSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: MOST,
  });

const fromPostgres = (name: string): string[] => {
  const { host, port, user, password } = SERVERS.postgres;
  const at = ['--host', host, '--port', String(port), '--username', user];
  const how = ['--no-owner', '--no-privileges', '--column-inserts', '--table', `${PREFIX}*`];
  return statementsOf(run('pg_dump', [...at, ...how, name], { PGPASSWORD: password }));
};

const fromMysql = async (db: Knex, name: string): Promise<string[]> => {
  const { host, port, user, password } = SERVERS.mysql;
  const tables: { name: string }[] = await db('information_schema.tables')
    .where({ table_schema: name })
    .where('table_name', 'like', `${PREFIX}%`)
    .orderBy('table_name')
    .select('table_name as name');
  const at = ['--host', host, '--port', String(port), '--user', user];
  const how = ['--compact', '--complete-insert', '--skip-extended-insert', name];
  const args = [...at, ...how, ...tables.map((table) => table.name)];
  return statementsOf(run('mariadb-dump', args, { MYSQL_PWD: password }));
};

/** By the servers' own tools, `pg_dump` and `mariadb-dump`. */
export const dumpOwnTables = async ({ name, env, connect }: FreshDatabase): Promise<string> => {
  const db = connect();
  const database = env.DATABASE_NAME ?? '';
  try {
    const statements =
      name === 'sqlite'
        ? await fromSqlite(db)
        : name === 'postgres'
          ? fromPostgres(database)
          : await fromMysql(db, database);
    return statements.map((statement) => statement + END).join('');
  } finally {
    await db.destroy();
  }
};

/** Said before a transaction by SQLite, and within it by the others. */
const WITHOUT_FOREIGN_KEYS = {
  sqlite: 'pragma foreign_keys = off',
  postgres: 'set constraints all deferred',
  mysql: 'set foreign_key_checks = 0',
};

/** Puts other tables in the place of the plugin's. */
export const replaceOwnTables = async (database: FreshDatabase, dump: string): Promise<void> => {
  const { name, connect } = database;
  const tables = Object.keys(await rowsOf(database));
  const db = connect();
  try {
    if (name === 'sqlite') await db.raw(WITHOUT_FOREIGN_KEYS[name]);
    await db.transaction(async (trx) => {
      if (name !== 'sqlite') await trx.raw(WITHOUT_FOREIGN_KEYS[name]);
      for (const table of tables) {
        await trx.raw(`drop table ??${name === 'postgres' ? ' cascade' : ''}`, [table]);
      }
      for (const statement of dump.split(END).filter((text) => text !== '')) {
        // knex takes a question mark for a value to be put in.
        await trx.raw(statement.replaceAll('?', '\\?'));
      }
    });
  } finally {
    await db.destroy();
  }
};
