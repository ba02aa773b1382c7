/** A copy of the database that has the demo in it, with the state that the demo keeps beside it. */
import { copyFileSync } from 'node:fs';
import path from 'node:path';

import { type FreshDatabase, freshDatabase } from './database-servers';
import { templateOf } from './database-templates';

/** The state lies beside the database. */
export const DEMO_STATE = 'demo.json';

export const demoDatabase = async (): Promise<{ database: FreshDatabase; stateFile: string }> => {
  const template = templateOf('demo');
  const database = await freshDatabase('sqlite', { template });
  const stateFile = path.join(path.dirname(database.env.DATABASE_FILENAME ?? ''), DEMO_STATE);
  if (template !== undefined)
    copyFileSync(path.join(path.dirname(template), DEMO_STATE), stateFile);
  return { database, stateFile };
};
