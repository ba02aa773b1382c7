import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

export type Trx = Knex.Transaction;
export type DialectName = 'sqlite' | 'postgres' | 'mysql';

export const dialectOf = (strapi: Core.Strapi): DialectName =>
  strapi.db.dialect.client as DialectName;

/** A query on one of the plugin's tables, in the schema that the app is configured for. */
export const table = (strapi: Core.Strapi, name: string, trx?: Trx): Knex.QueryBuilder => {
  const query = strapi.db.getConnection(name);
  return trx === undefined ? query : query.transacting(trx);
};

const codesOf = (error: unknown): unknown[] => {
  if (typeof error !== 'object' || error === null) return [];
  const { code, errno, cause } = error as { code?: unknown; errno?: unknown; cause?: unknown };
  return [code, errno, ...(cause === undefined ? [] : codesOf(cause))];
};

/** Two transactions waited for each other, and the database has ended this one. */
const DEADLOCK = new Set<unknown>(['40P01', '40001', 1213, 'ER_LOCK_DEADLOCK']);
const ATTEMPTS = 4;

const isDeadlock = (error: unknown): boolean => codesOf(error).some((code) => DEADLOCK.has(code));

/**
 * All or nothing; begun again where the database ended it over a deadlock, so `run` may run more
 * than once. Joins a transaction that the app's own code has already begun.
 */
export const transaction = async <T>(
  strapi: Core.Strapi,
  run: (trx: Trx) => Promise<T>,
): Promise<T> => {
  if (strapi.db.inTransaction()) {
    return strapi.db.transaction(({ trx }: { trx: Trx }) => run(trx));
  }
  const once = async (): Promise<T> => {
    let committed: Promise<unknown> | undefined;
    const result: T = await strapi.db.transaction(({ trx }: { trx: Trx }) => {
      committed = trx.executionPromise;
      return run(trx);
    });
    // A COMMIT that the database refuses is told here alone: Strapi takes it for done.
    await committed;
    return result;
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once();
    } catch (error) {
      if (attempt === ATTEMPTS || !isDeadlock(error)) throw error;
    }
  }
};

/**
 * Holds rows until the transaction ends: `share` keeps them from being deleted, `update` from
 * being changed as well. SQLite has one writer and needs no lock.
 *
 * @returns how many of them there are.
 */
export const lockRows = async (
  strapi: Core.Strapi,
  name: string,
  ids: readonly number[],
  mode: 'share' | 'update',
  trx: Trx,
): Promise<number> => {
  if (ids.length === 0) return 0;
  const rows = table(strapi, name, trx).whereIn('id', ids).orderBy('id').select<object[]>('id');
  return (await (mode === 'share' ? rows.forShare() : rows.forUpdate())).length;
};

/**
 * A read outside a transaction, unless the caller stands in one: SQLite has one connection, and a
 * read beside an open transaction would wait for it forever.
 */
export const reading = async <T>(
  strapi: Core.Strapi,
  run: (trx?: Trx) => Promise<T>,
): Promise<T> => (strapi.db.inTransaction() ? transaction(strapi, run) : run());

const UNIQUE = new Set<unknown>([
  '23505',
  1062,
  'ER_DUP_ENTRY',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
]);
const FOREIGN = new Set<unknown>([
  '23503',
  1452,
  'ER_NO_REFERENCED_ROW_2',
  'SQLITE_CONSTRAINT_FOREIGNKEY',
]);

/** Whether a statement failed on a unique index, on any of the databases. */
export const isUniqueViolation = (error: unknown): boolean =>
  codesOf(error).some((code) => UNIQUE.has(code));

/** Whether a statement named a row that is gone. */
export const isMissingReference = (error: unknown): boolean =>
  codesOf(error).some((code) => FOREIGN.has(code));

const SEPARATOR = ' - ';

/** What the driver itself said: knex puts the whole statement, with its values, before it. */
const driverMessage = (error: unknown): string => {
  const { message } = error as { message?: unknown };
  if (typeof message !== 'string') return '';
  const at = message.lastIndexOf(SEPARATOR);
  return at === -1 ? message : message.slice(at + SEPARATOR.length);
};

/** What failed, for a log: without the values of the statement, which may be somebody's. */
export const faultOf = (error: unknown): string =>
  driverMessage(error) || 'something that is no error was thrown';

const withoutValues = (error: unknown): Error => {
  const { code, errno } = error as { code?: unknown; errno?: unknown };
  return Object.assign(new Error(driverMessage(error)), { code, errno });
};

/**
 * Runs a statement that holds hashes. Where it fails, the error has what the driver said and its
 * codes: knex and the drivers add the statement with all its values, and Strapi logs errors whole.
 */
export const discreetly = async <T>(statement: PromiseLike<T>): Promise<T> => {
  try {
    return await statement;
  } catch (error) {
    throw withoutValues(error);
  }
};

/**
 * Whether a statement failed on the unique index of one column: SQLite names the column
 * (`table.column`), the others the index (`table_column_uq`).
 */
export const violates = (error: unknown, tableName: string, column: string): boolean =>
  isUniqueViolation(error) &&
  [`${tableName}.${column}`, `${tableName}_${column}_uq`].some((name) =>
    driverMessage(error).includes(name),
  );
