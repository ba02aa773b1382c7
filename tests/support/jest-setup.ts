/** Before the integration tests of a run: the templates of the databases that it will use. */
import { answers } from '../../scripts/lib/test-servers.cjs';
import { type DatabaseName, freshDatabase } from './database-servers';
import { setTemplate, templateOf } from './database-templates';
import { leaveAtEnd } from './jest-teardown';
import { bootOnce } from './make-template';
import { SERVERS } from './test-servers';

const makeTemplate = async (name: DatabaseName): Promise<void> => {
  if (templateOf(name) !== undefined) return;
  const database = await freshDatabase(name, { empty: true });
  leaveAtEnd(async () => {
    setTemplate(name, undefined);
    await database.drop();
  });
  await bootOnce(database);
  setTemplate(
    name,
    name === 'sqlite' ? database.env.DATABASE_FILENAME : database.env.DATABASE_NAME,
  );
};

const isThere = (name: DatabaseName) => name === 'sqlite' || answers(SERVERS[name]);

interface Project {
  testEnvironmentOptions: { variables?: { TEST_DATABASE?: DatabaseName } };
}

/** A project that names no database may use each. */
export default async (_global: unknown, { testEnvironmentOptions }: Project): Promise<void> => {
  const name = testEnvironmentOptions.variables?.TEST_DATABASE;
  const wanted: DatabaseName[] = name === undefined ? ['sqlite', 'postgres', 'mysql'] : [name];
  for (const each of wanted.filter(isThere)) await makeTemplate(each);
};
