/** The same tests on SQLite, PostgreSQL and MariaDB, with the playground in processes of their own. */
import path from 'node:path';

import knex, { type Knex } from 'knex';

import { describeOn, freshDatabase } from './database-servers';
import { type PlaygroundOptions, temporaryFolder } from './playground-env';

export interface OpenDatabase {
  /** What lets a playground use it. */
  options: Pick<PlaygroundOptions, 'databaseFile' | 'env'>;
  /** For looking past Strapi. */
  connect: () => Knex;
  drop: () => Promise<void>;
}

const sqlite = (): OpenDatabase => {
  const folder = temporaryFolder();
  const databaseFile = path.join(folder.path, 'test.db');
  return {
    options: { databaseFile },
    connect: () =>
      knex({
        client: 'better-sqlite3',
        connection: { filename: databaseFile },
        useNullAsDefault: true,
      }),
    drop: () => {
      folder.remove();
      return Promise.resolve();
    },
  };
};

const onServer = async (name: 'postgres' | 'mysql'): Promise<OpenDatabase> => {
  const { env, connect, drop } = await freshDatabase(name);
  return { options: { env }, connect, drop };
};

export const describeOnEachDatabase = (
  what: string,
  define: (open: () => Promise<OpenDatabase>) => void,
): void => {
  describe(`${what} on SQLite`, () => {
    define(() => Promise.resolve(sqlite()));
  });
  for (const name of ['postgres', 'mysql'] as const)
    describeOn(name, what, () => {
      define(() => onServer(name));
    });
};
