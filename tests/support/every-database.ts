/** The same tests on SQLite, PostgreSQL and MariaDB, each with a database of its own. */
import { describeOn, type FreshDatabase, freshDatabase } from './database-servers';
import { type PlaygroundOptions } from './playground-env';

export interface Database {
  /** Makes it; what it answers with lets a playground use it. */
  start: () => Promise<PlaygroundOptions>;
  drop: () => Promise<void>;
}

export const onEveryDatabase = (what: string, define: (database: Database) => void): void => {
  describe(`${what} on SQLite`, () => {
    define({ start: () => Promise.resolve({}), drop: () => Promise.resolve() });
  });
  for (const server of ['postgres', 'mysql'] as const) {
    describeOn(server, what, () => {
      let database: FreshDatabase | undefined;
      define({
        start: async () => {
          database = await freshDatabase(server);
          return { env: database.env };
        },
        drop: async () => database?.drop(),
      });
    });
  }
};

interface OnServers {
  start: (env: Record<string, string>) => Promise<unknown>;
  stop: () => Promise<void>;
  define: () => void;
}

/** On PostgreSQL and MariaDB, what a file runs on SQLite beside tests that need no other database. */
export const onServers = (what: string, { start, stop, define }: OnServers): void => {
  for (const server of ['postgres', 'mysql'] as const) {
    describeOn(server, what, () => {
      let database: FreshDatabase;

      beforeAll(async () => {
        database = await freshDatabase(server);
        await start(database.env);
      });

      afterAll(async () => {
        await stop();
        await database.drop();
      });

      define();
    });
  }
};
