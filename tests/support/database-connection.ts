/** What both servers have in common. */
import knex, { type Knex } from 'knex';

import { SERVERS } from './test-servers';

type ServerName = 'postgres' | 'mysql';

export const connectTo = (name: ServerName, database: string): Knex => {
  const { client, host, port, user, password } = SERVERS[name];
  return knex({
    client,
    connection: { host, port, user, password, database },
    pool: { min: 0, max: 2 },
  });
};

/** Runs statements one after another on one connection of the server. */
export const administer = async (
  name: ServerName,
  work: (server: Knex) => Promise<void>,
): Promise<void> => {
  const server = connectTo(name, SERVERS[name].home);
  try {
    await work(server);
  } finally {
    await server.destroy();
  }
};

export const environmentOn = (name: ServerName, database: string): Record<string, string> => {
  const { host, port, user, password } = SERVERS[name];
  return {
    DATABASE_CLIENT: name,
    DATABASE_HOST: host,
    DATABASE_PORT: String(port),
    DATABASE_NAME: database,
    DATABASE_USERNAME: user,
    DATABASE_PASSWORD: password,
  };
};
