/** Which database a playground boots on. */
import { connectTo } from './database-connection';
import { type FreshDatabase, freshDatabase } from './database-servers';
import { connectToFile } from './database-sqlite';
import { type PlaygroundOptions } from './playground-env';

/** A database as a playground knows it: who made it drops it. */
export type BootedDatabase = Pick<FreshDatabase, 'env' | 'connect'>;

/** What the app has installed decides about its tables; a template has those of all of it. */
const lacksPlugins = ({ withoutApiAccess = false, env = {} }: PlaygroundOptions) =>
  withoutApiAccess || env.PLAYGROUND_WITHOUT_USERS_PERMISSIONS === 'true';

const byVariables = (env: Record<string, string> = {}): BootedDatabase | undefined => {
  const { DATABASE_CLIENT: client, DATABASE_FILENAME: file, DATABASE_NAME: name } = env;
  if (client === 'sqlite' && file !== undefined) return { env, connect: () => connectToFile(file) };
  const isOnServer = client === 'postgres' || client === 'mysql';
  if (!isOnServer || name === undefined) return undefined;
  return { env, connect: () => connectTo(client, name) };
};

interface DatabaseOfPlayground {
  database: BootedDatabase;
  /** To be called when the playground has ended. */
  release: () => Promise<void>;
}

/** The one that is named, by itself or by its variables, or else a fresh one. */
export const databaseFor = async (options: PlaygroundOptions): Promise<DatabaseOfPlayground> => {
  const named = options.database ?? byVariables(options.env);
  if (named !== undefined) return { database: named, release: () => Promise.resolve() };
  const database = await freshDatabase(undefined, { empty: lacksPlugins(options) });
  return { database, release: database.drop };
};
