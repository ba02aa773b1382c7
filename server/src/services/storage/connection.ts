import type { Core } from '@strapi/strapi';
import { dialectOf, type DialectName } from './database';

/** The query was not answered in time, or there was no connection left to ask it on. */
export class DatabaseTimeout extends Error {
  constructor(limitMs: number) {
    super(`no answer within ${String(limitMs)} ms`);
    this.name = 'DatabaseTimeout';
  }
}

/** A connection of the driver's own, as knex's pool lends it (knex, lib/client.js). */
export interface Connection {
  readonly __knexUid?: string;
  /** Where it is set, the pool throws the connection away instead of lending it again. */
  __knex__disposed?: Error;
  readonly end?: () => unknown;
  readonly destroy?: () => unknown;
}

interface PendingAcquire {
  readonly promise: Promise<Connection>;
  abort(): void;
}

/** What is used of tarn's pool. */
interface Pool {
  acquire(): PendingAcquire;
  release(connection: Connection): boolean;
}

/** Ends a query that hangs by ending its connection, whose socket may never hear of anything again. */
const BREAK_OFF: Record<DialectName, (connection: Connection) => unknown> = {
  sqlite: () => undefined,
  // `pg` destroys the socket where a query is under way (lib/client.js, end).
  postgres: (connection) => connection.end?.(),
  mysql: (connection) => connection.destroy?.(),
};

/**
 * Lends a connection of Strapi's pool for one quick read, and takes it back whatever happens. Where
 * the time is over, whoever waits for a connection leaves the queue, and a connection that does not
 * answer is thrown away: an outage leaves nothing behind that waits for nobody.
 *
 * @throws DatabaseTimeout once `limitMs` are over, waiting for the pool included.
 */
export const withConnection = async <T>(
  strapi: Core.Strapi,
  limitMs: number,
  run: (connection: Connection) => T | Promise<T>,
): Promise<T> => {
  const { pool } = strapi.db.connection.client as { pool?: Pool };
  if (pool === undefined) throw new Error('the connection to the database has been closed');
  const acquire = pool.acquire();
  let connection: Connection | undefined;
  let timer: NodeJS.Timeout | undefined;

  const giveUp = (reject: (error: Error) => void): void => {
    const error = new DatabaseTimeout(limitMs);
    if (connection === undefined) acquire.abort();
    else {
      connection.__knex__disposed = error;
      BREAK_OFF[dialectOf(strapi)](connection);
    }
    reject(error);
  };
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(giveUp, limitMs, reject);
  });
  const borrow = async (): Promise<T> => {
    connection = await acquire.promise;
    return run(connection);
  };

  try {
    return await Promise.race([borrow(), tooLate]);
  } finally {
    clearTimeout(timer);
    if (connection !== undefined) pool.release(connection);
  }
};
