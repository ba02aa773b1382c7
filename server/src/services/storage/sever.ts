import type { Trx } from './database';

interface Stream {
  destroy(): void;
}

/** A connection as its driver made it: pg keeps the socket one level deeper than mysql2. */
export interface RawConnection {
  readonly __knexUid?: string;
  __knex__disposed?: unknown;
  readonly stream?: Stream;
  readonly connection?: { readonly stream?: Stream };
}

/**
 * Ends a connection that the database does not answer on: its socket may never hear of anything
 * again. Whatever waits on it fails by this, and the pool lends it to nobody.
 */
export const severConnection = (raw: RawConnection, why: unknown): void => {
  // What knex itself marks those with that it throws away.
  raw.__knex__disposed = why;
  (raw.stream ?? raw.connection?.stream)?.destroy();
};

/** The same for the one of a transaction, which else would stay in use for ever. */
export const sever = async (trx: Trx, why: unknown): Promise<void> => {
  const client = trx.client as { acquireConnection(): Promise<RawConnection> };
  severConnection(await client.acquireConnection(), why);
};
