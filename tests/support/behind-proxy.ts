/** A playground whose way to its database a test can break. */
import { freshDatabase, type FreshDatabase, type ServerName } from './database-servers';
import { type FaultyProxy, startFaultyProxy } from './faulty-proxy';
import { captureLog } from './log-capture';
import { type Playground, startPlayground } from './playground';

/** For so long a server may take to accept a connection. */
export const CREATE_TIMEOUT_MS = 2_000;

interface Pool {
  numUsed: () => number;
  numPendingAcquires: () => number;
}

export interface PlaygroundBehindProxy {
  playground: Playground;
  proxy: FaultyProxy;
  database: FreshDatabase;
  /** Connections in use, and whoever waits for one. */
  pool: () => { used: number; waiting: number };
  stop: () => Promise<void>;
}

/** @param apiAccess - Configuration of the plugin. */
export const startBehindProxy = async (
  server: ServerName,
  apiAccess: Record<string, unknown>,
): Promise<PlaygroundBehindProxy> => {
  const database = await freshDatabase(server);
  const { DATABASE_HOST: host = '', DATABASE_PORT: port } = database.env;
  const proxy = await startFaultyProxy({ host, port: Number(port) });
  // knex speaks of each table made within a transaction, and of each connection that it loses.
  const log = captureLog();
  const started = await startPlayground({
    apiAccess,
    env: {
      ...database.env,
      DATABASE_HOST: '127.0.0.1',
      DATABASE_PORT: String(proxy.port),
      DATABASE_POOL_CREATE_TIMEOUT: String(CREATE_TIMEOUT_MS),
      LOG_LEVEL: 'fatal',
    },
  });
  let stopped: Promise<void> | undefined;
  const playground = {
    ...started,
    // A test may end it itself.
    stop: () => (stopped ??= started.stop()),
  };
  return {
    playground,
    proxy,
    database,
    pool() {
      const { pool } = playground.strapi.db.connection.client as { pool: Pool };
      return { used: pool.numUsed(), waiting: pool.numPendingAcquires() };
    },
    async stop() {
      await proxy.mend();
      // Strapi waits at its end for every connection in use, and its own may have fallen silent.
      proxy.resetAll();
      await playground.stop();
      log.stop();
      await proxy.stop();
      await database.drop();
    },
  };
};

/** Waits for something that comes about by itself, no longer than `limitMs`. */
export const until = async (
  what: string,
  limitMs: number,
  isSo: () => boolean | Promise<boolean>,
): Promise<number> => {
  const start = performance.now();
  while (!(await isSo())) {
    if (performance.now() - start > limitMs) throw new Error(`Not within ${limitMs} ms: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return performance.now() - start;
};
