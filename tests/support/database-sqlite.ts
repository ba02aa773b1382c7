import { copyFileSync } from 'node:fs';
import path from 'node:path';

import knex from 'knex';

import { type WantedDatabase } from './database-templates';
import { temporaryFolder } from './playground-env';

/** For looking into a file past Strapi. */
export const connectToFile = (filename: string) =>
  knex({ client: 'better-sqlite3', connection: { filename }, useNullAsDefault: true });

export const onSqlite = ({ database, template }: WantedDatabase) => {
  const folder = temporaryFolder();
  const filename = path.join(folder.path, `${database}.db`);
  if (template !== undefined) copyFileSync(template, filename);
  return {
    env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: filename },
    connect: () => connectToFile(filename),
    drop: () => {
      folder.remove();
      return Promise.resolve();
    },
  };
};
