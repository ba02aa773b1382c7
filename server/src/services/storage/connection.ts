import type { Core } from '@strapi/strapi';
import { severConnection, type RawConnection } from './sever';

/** The query was not answered in time, or there was no connection left to ask it on. */
export class DatabaseTimeout extends Error {
  constructor(limitMs: number) {
    super(`no answer within ${String(limitMs)} ms`);
    this.name = 'DatabaseTimeout';
  }
}

interface PendingAcquire {
  readonly promise: Promise<RawConnection>;
  abort(): void;
}

/** What is used of tarn's pool. */
interface Pool {
  acquire(): PendingAcquire;
  release(connection: RawConnection): boolean;
}

/**
 * Lends a connection of Strapi's pool for one quick read, and takes it back whatever happens. Where
 * the time is over, whoever waits for a connection leaves the queue, and a connection that does not
 * answer is thrown away: an outage leaves nothing behind that waits for nobody.
 *
 * @throws DatabaseTimeout once `limitMs` are over, waiting for the pool included.
 */
export const withConnection = <T>(
  strapi: Core.Strapi,
  limitMs: number,
  run: (connection: RawConnection) => T | Promise<T>,
): Promise<T> =>
  // One promise about two callbacks: each further one is felt, as every check of a key comes by here.
  new Promise((resolve, reject) => {
    const { pool } = strapi.db.connection.client as { pool?: Pool };
    if (pool === undefined) throw new Error('the connection to the database has been closed');
    const acquire = pool.acquire();
    let connection: RawConnection | undefined;
    let isOver = false;

    const end = (): void => {
      isOver = true;
      clearTimeout(timer);
      if (connection !== undefined) pool.release(connection);
    };
    const fail = (error: Error): void => {
      if (isOver) return;
      reject(error);
      end();
    };
    const giveUp = (): void => {
      if (isOver) return;
      const error = new DatabaseTimeout(limitMs);
      if (connection === undefined) acquire.abort();
      else severConnection(connection, error);
      fail(error);
    };
    // As in `within`: where this process was held up, the answer may lie there already.
    const timer = setTimeout(() => setImmediate(giveUp), limitMs);

    acquire.promise
      .then((lent) => {
        connection = lent;
        return run(lent);
      })
      .then((result) => {
        if (isOver) return;
        resolve(result);
        end();
      }, fail);
  });
