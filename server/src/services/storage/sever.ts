import type { Trx } from './database';

interface Stream {
  destroy(): void;
}

/** A connection as its driver made it: pg keeps the socket one level deeper than mysql2. */
interface RawConnection {
  __knex__disposed?: unknown;
  readonly stream?: Stream;
  readonly connection?: { readonly stream?: Stream };
}

/**
 * Ends the connection of a transaction that the database does not answer. Else it would stay in use
 * for ever, and the pool have one less; whatever waits on it fails by this.
 */
export const sever = async (trx: Trx, why: unknown): Promise<void> => {
  const client = trx.client as { acquireConnection(): Promise<RawConnection> };
  const raw = await client.acquireConnection();
  // What knex itself marks those with that it is to lend to nobody.
  raw.__knex__disposed = why;
  (raw.stream ?? raw.connection?.stream)?.destroy();
};
