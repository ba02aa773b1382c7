/**
 * Before the browser tests: a database in which the playground has booted once, and one in which it
 * has made its demo. Each file of tests has a copy.
 */
import path from 'node:path';

import { freshDatabase } from './database-servers';
import { setTemplate } from './database-templates';
import { DEMO_STATE } from './demo-template';
import { bootOnce } from './make-template';

/** Answers with what removes both. */
export default async (): Promise<() => Promise<void>> => {
  const empty = await freshDatabase('sqlite', { empty: true });
  await bootOnce(empty);
  setTemplate('sqlite', empty.env.DATABASE_FILENAME);

  const demo = await freshDatabase('sqlite');
  const { DATABASE_FILENAME: file = '' } = demo.env;
  const state = path.join(path.dirname(file), DEMO_STATE);
  await bootOnce(demo, { PLAYGROUND_SEED: 'demo', PLAYGROUND_SEED_STATE: state });
  setTemplate('demo', file);

  return async () => {
    await empty.drop();
    await demo.drop();
  };
};
