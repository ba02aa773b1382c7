import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { within } from '../within';
import { DatabaseTimeout, withConnection } from './connection';
import { dialectOf, reading, type DialectName } from './database';
import type { RawConnection } from './sever';

export type Row = Record<string, unknown>;

/** Name of the one column. */
const ROW = 'row_json';

interface SqliteStatement {
  pluck(): SqliteStatement;
  get(...bindings: readonly string[]): unknown;
}

interface SqliteConnection extends RawConnection {
  prepare(sql: string): SqliteStatement;
}

interface PgQuery {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly string[];
  readonly rowMode: 'array';
}

interface PgConnection extends RawConnection {
  query(query: PgQuery): Promise<{ readonly rows: unknown[][] }>;
}

interface MysqlQuery {
  readonly sql: string;
  readonly values: readonly string[];
  readonly rowsAsArray: true;
}

interface MysqlConnection extends RawConnection {
  query(query: MysqlQuery, done: (error: Error | null, rows: unknown[][]) => void): void;
}

interface Client {
  emit(event: 'query', query: object): boolean;
}

/** Answers the one column of the one row; `undefined` where there is none. */
type Run = (connection: RawConnection, bindings: readonly string[]) => unknown;

/** SQLite parses and plans a statement anew each time unless it is kept: most of what it takes. */
const onSqlite = (sql: string): Run => {
  const statements = new WeakMap<RawConnection, SqliteStatement>();
  const statementOf = (connection: RawConnection): SqliteStatement => {
    const found = statements.get(connection);
    if (found !== undefined) return found;
    const made = (connection as SqliteConnection).prepare(sql).pluck();
    statements.set(connection, made);
    return made;
  };
  return (connection, bindings) => statementOf(connection).get(...bindings);
};

/**
 * What PostgreSQL answers where a pooler such as PgBouncer hands each transaction another connection:
 * no such statement, or one of that name already.
 */
const UNPREPARED = new Set<unknown>(['26000', '42P05']);

/**
 * Planning takes PostgreSQL several times as long as reading, and a statement with a name is planned
 * once. Its name is made of its text, so that no two versions of the plugin meet behind a pooler.
 */
const onPostgres = (strapi: Core.Strapi, text: string): Run => {
  const name = `api_access_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  let isPrepared = true;

  const goOnWithoutName = (): void => {
    if (!isPrepared) return;
    isPrepared = false;
    strapi.log.warn(
      'api-access: PostgreSQL keeps no prepared statements for this node (is there a pooler ' +
        'between them?); keys are checked by plain ones, which take longer.',
    );
  };

  return async (connection, values) => {
    const query = async (named: { readonly name?: string }): Promise<unknown> => {
      const asked = { ...named, text, values, rowMode: 'array' } as const;
      return (await (connection as PgConnection).query(asked)).rows[0]?.[0];
    };
    if (!isPrepared) return query({});
    try {
      return await query({ name });
    } catch (error) {
      if (!UNPREPARED.has((error as { code?: unknown }).code)) throw error;
      goOnWithoutName();
      return query({});
    }
  };
};

/** MySQL and MariaDB plan a prepared statement anew each time, so there is nothing to be had by it. */
const onMysql =
  (sql: string): Run =>
  (connection, values) =>
    new Promise((resolve, reject) => {
      (connection as MysqlConnection).query({ sql, values, rowsAsArray: true }, (error, rows) => {
        if (error === null) resolve(rows[0]?.[0]);
        else reject(error);
      });
    });

const RUNS: Record<DialectName, (strapi: Core.Strapi, sql: string) => Run> = {
  sqlite: (_strapi, sql) => onSqlite(sql),
  postgres: onPostgres,
  mysql: (_strapi, sql) => onMysql(sql),
};

/**
 * One object of names and values, as text: what a driver makes of JSON is up to the app, and what it
 * says of JSON that it cannot read would hold some of it.
 */
const JSON_OBJECT: Record<DialectName, (pairs: string) => string> = {
  sqlite: (pairs) => `json_object(${pairs})`,
  postgres: (pairs) => `json_build_object(${pairs})::text`,
  mysql: (pairs) => `cast(json_object(${pairs}) as char)`,
};

/** What knex answers to a raw statement, as a list of rows. */
const rowsOf = (answer: unknown, dialect: DialectName): Row[] => {
  if (dialect === 'postgres') return (answer as { rows: Row[] }).rows;
  return dialect === 'mysql' ? (answer as [Row[]])[0] : (answer as Row[]);
};

const UNREADABLE = 'A row could not be read.';

/** Nothing of the text may stand in an error. */
const rowOf = (value: unknown): Row | undefined => {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw new TypeError(UNREADABLE);
  try {
    return JSON.parse(value) as Row;
  } catch {
    throw new TypeError(UNREADABLE);
  }
};

/** What is read, and where it lies. */
export interface ReadParts {
  /** The row's names, plain identifiers as they go into the statement, and the columns they stand for. */
  readonly columns: Readonly<Record<string, string>>;
  readonly from: Knex.QueryBuilder;
}

/**
 * A read of one row at most that each request needs: below knex's query builder, which builds and
 * the database plans the statement anew each time otherwise. The row comes as one JSON object: what
 * databases and drivers do for each column of a result is most of what such a read takes. It is told
 * to `query` listeners like any other, and within a transaction of the app's it is part of that.
 *
 * @param build - The statement's parts, with `?` as the value of each binding.
 * @returns A function of the bindings, and of how long it may take, waiting for a connection included;
 *   then it throws `DatabaseTimeout`.
 */
export const createPreparedRead = (
  strapi: Core.Strapi,
  build: () => ReadParts,
): ((bindings: readonly string[], limitMs: number) => Promise<Row | undefined>) => {
  const dialect = dialectOf(strapi);
  const make = () => {
    const { columns, from } = build();
    const pairs = Object.keys(columns).map((name) => `'${name}', ??`);
    const object = JSON_OBJECT[dialect](pairs.join(', '));
    const select = strapi.db.connection.raw(`${object} as ??`, [...Object.values(columns), ROW]);
    const compiled = from.select(select).toSQL();
    const { sql } = compiled.toNative();
    return { portable: compiled.sql, sql, run: RUNS[dialect](strapi, sql) };
  };
  // Made when it is first needed: Strapi knows its tables only then.
  let made: ReturnType<typeof make> | undefined;

  const inTransaction = async (portable: string, bindings: readonly string[]) => {
    const answer: unknown = await reading(strapi, (trx) => {
      const query = strapi.db.connection.raw(portable, [...bindings]);
      return Promise.resolve(trx === undefined ? query : query.transacting(trx));
    });
    return rowOf(rowsOf(answer, dialect)[0]?.[ROW]);
  };

  return async (bindings, limitMs) => {
    made ??= make();
    const { portable, sql, run } = made;
    // Its connection is the app's, and stays as it is.
    if (strapi.db.inTransaction()) {
      const tooLate = () => new DatabaseTimeout(limitMs);
      return within(limitMs, inTransaction(portable, bindings), tooLate);
    }
    const value = await withConnection(strapi, limitMs, (connection) => {
      const client = strapi.db.connection.client as Client;
      client.emit('query', { method: 'raw', sql, bindings, __knexUid: connection.__knexUid });
      return run(connection, bindings);
    });
    return rowOf(value);
  };
};
