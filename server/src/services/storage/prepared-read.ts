import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { withConnection } from './connection';
import { dialectOf, reading, type DialectName } from './database';
import type { RawConnection } from './sever';

export type Row = Record<string, unknown>;

interface SqliteStatement {
  get(...bindings: readonly string[]): Row | undefined;
}

interface SqliteConnection extends RawConnection {
  prepare(sql: string): SqliteStatement;
}

interface PgQuery {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly string[];
}

interface PgConnection extends RawConnection {
  query(query: PgQuery): Promise<{ readonly rows: Row[] }>;
}

interface MysqlConnection extends RawConnection {
  query(
    sql: string,
    values: readonly string[],
    done: (error: Error | null, rows: Row[]) => void,
  ): void;
}

interface Client {
  emit(event: 'query', query: object): boolean;
}

type Run = (connection: RawConnection, bindings: readonly string[]) => Promise<Row | undefined>;

/** SQLite parses and plans a statement anew each time unless it is kept: most of what it takes. */
const onSqlite = (sql: string): Run => {
  const statements = new WeakMap<RawConnection, SqliteStatement>();
  const statementOf = (connection: RawConnection): SqliteStatement => {
    const found = statements.get(connection);
    if (found !== undefined) return found;
    const made = (connection as SqliteConnection).prepare(sql);
    statements.set(connection, made);
    return made;
  };
  return (connection, bindings) => Promise.resolve(statementOf(connection).get(...bindings));
};

/**
 * What PostgreSQL answers where a pooler such as PgBouncer hands each transaction another connection
 * (no such statement, one of that name already), and where a column has got another type since.
 */
const UNPREPARED = new Set<unknown>(['26000', '42P05', '0A000']);

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
    const query = async (named: { readonly name?: string }): Promise<Row | undefined> =>
      (await (connection as PgConnection).query({ ...named, text, values })).rows[0];
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
      (connection as MysqlConnection).query(sql, values, (error, rows) => {
        if (error === null) resolve(rows[0]);
        else reject(error);
      });
    });

const RUNS: Record<DialectName, (strapi: Core.Strapi, sql: string) => Run> = {
  sqlite: (_strapi, sql) => onSqlite(sql),
  postgres: onPostgres,
  mysql: (_strapi, sql) => onMysql(sql),
};

const rowsOf = (answer: unknown, dialect: DialectName): Row[] => {
  if (dialect === 'postgres') return (answer as { rows: Row[] }).rows;
  return dialect === 'mysql' ? (answer as [Row[]])[0] : (answer as Row[]);
};

/**
 * A read of one row at most that each request needs: below knex's query builder, which builds and
 * the database plans the statement anew each time otherwise. It is told to `query` listeners like any
 * other, and within a transaction of the app's it is part of that.
 *
 * @param build - The statement, with `?` as the value of each binding.
 * @param limitMs - How long it may take, waiting for a connection included.
 */
export const createPreparedRead = (
  strapi: Core.Strapi,
  build: () => Knex.QueryBuilder,
  limitMs: number,
): ((bindings: readonly string[]) => Promise<Row | undefined>) => {
  const dialect = dialectOf(strapi);
  const make = () => {
    const compiled = build().toSQL();
    const { sql } = compiled.toNative();
    return { portable: compiled.sql, sql, run: RUNS[dialect](strapi, sql) };
  };
  // Made when it is first needed: Strapi knows its tables only then.
  let made: ReturnType<typeof make> | undefined;

  return async (bindings) => {
    made ??= make();
    const { portable, sql, run } = made;
    if (strapi.db.inTransaction()) {
      const answer: unknown = await reading(strapi, (trx) => {
        const query = strapi.db.connection.raw(portable, [...bindings]);
        return Promise.resolve(trx === undefined ? query : query.transacting(trx));
      });
      return rowsOf(answer, dialect)[0];
    }
    return withConnection(strapi, limitMs, (connection) => {
      const client = strapi.db.connection.client as Client;
      client.emit('query', { method: 'raw', sql, bindings, __knexUid: connection.__knexUid });
      return run(connection, bindings);
    });
  };
};
