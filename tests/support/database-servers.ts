/**
 * The databases of the integration tests. `TEST_DATABASE` names the one that a run is about, and
 * every playground gets a fresh one of that kind; where it names none, as for a file that brings
 * its own databases, a playground gets SQLite, and the tests on servers are run on each.
 */
import { randomBytes } from 'node:crypto';

import { type Knex } from 'knex';

import { templateOf } from './database-templates';
import { onMysql } from './database-mysql';
import { onPostgres } from './database-postgres';
import { onSqlite } from './database-sqlite';
import { describeWhereAnswers, SERVERS } from './test-servers';

export type ServerName = 'postgres' | 'mysql';
export type DatabaseName = 'sqlite' | ServerName;

const NAMES: readonly DatabaseName[] = ['sqlite', 'postgres', 'mysql'];

/** The one that this run is about; undefined where a file brings its own. */
export const databaseUnderTest = (): DatabaseName | undefined =>
  NAMES.find((name) => name === process.env.TEST_DATABASE);

const isLeftToAnotherRun = (name: DatabaseName) => (databaseUnderTest() ?? name) !== name;

/**
 * `describe` for one kind of database: in a run that is about another nothing is defined, since
 * that other run has the same file. A server that does not answer is said, and fails in CI.
 */
export const describeOn = (name: DatabaseName, what: string, define: () => void): void => {
  if (isLeftToAnotherRun(name)) return;
  if (name === 'sqlite') describe(`${what} on SQLite`, define);
  else describeWhereAnswers(SERVERS[name], what, define);
};

export interface FreshDatabase {
  name: DatabaseName;
  /** Variables that let the playground use it. */
  env: Record<string, string>;
  /** For looking past Strapi. */
  connect: () => Knex;
  drop: () => Promise<void>;
}

export interface FreshDatabaseOptions {
  /** With no table in it, for tests of a first boot; else as after one boot of the playground. */
  empty?: boolean;
  /** What it is a copy of instead. */
  template?: string;
}

const MAKERS = { sqlite: onSqlite, postgres: onPostgres, mysql: onMysql };

/** A database of its own, of the kind that the run is about where none is named. */
export const freshDatabase = async (
  name: DatabaseName = databaseUnderTest() ?? 'sqlite',
  { empty = false, template = templateOf(name) }: FreshDatabaseOptions = {},
): Promise<FreshDatabase> => ({
  name,
  ...(await MAKERS[name]({
    database: `api_access_test_${randomBytes(6).toString('hex')}`,
    template: empty ? undefined : template,
  })),
});
