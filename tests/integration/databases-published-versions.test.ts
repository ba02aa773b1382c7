import {
  type DatabaseName,
  describeOn,
  type FreshDatabase,
  freshDatabase,
} from '../support/database-servers';
import { bearer, send } from '../support/consumers';
import { captureLog } from '../support/log-capture';
import { ownSchema } from '../support/own-schema';
import { replaceOwnTables } from '../support/own-tables';
import { type Playground, startPlayground } from '../support/playground';
import {
  publishedVersions,
  recordedFacts,
  recordedTables,
  type VersionFacts,
} from '../support/published-versions';
import { type Rows, rowsOf } from '../support/stored-rows';
import { rememberStrapiTables } from '../support/strapi-schema';
import { viewsOf } from '../support/version-views';

/** An app of today's, whose tables of the plugin are a version's. */
const leaveBehind = async (
  database: FreshDatabase,
  dump: string,
  { admin, strapiTables }: VersionFacts,
): Promise<void> => {
  await replaceOwnTables(database, dump);
  const db = database.connect();
  try {
    await db('admin_users').where({ id: 1 }).update({ document_id: admin });
    await rememberStrapiTables(db, strapiTables);
  } finally {
    await db.destroy();
  }
};

const upgrade = (version: string, name: DatabaseName) => () => {
  let database: FreshDatabase;
  let playground: Playground | undefined;
  let facts: VersionFacts;
  let fresh: Awaited<ReturnType<typeof ownSchema>>;
  let upgraded: Rows;

  const boot = async (): Promise<Playground> => {
    // On MySQL knex speaks of each table that is made within a transaction.
    const log = captureLog();
    playground = await startPlayground({ database });
    log.stop();
    return playground;
  };

  const stop = async () => {
    const running = playground;
    playground = undefined;
    await running?.stop();
  };

  beforeAll(async () => {
    facts = recordedFacts(version, name);
    database = await freshDatabase(name);
    fresh = await ownSchema((await boot()).strapi);
    await stop();
    await leaveBehind(database, recordedTables(version, name), facts);
  });

  afterEach(stop);
  afterAll(() => database.drop());

  it('its tables become those of a new app', async () => {
    const { strapi } = await boot();

    expect(await ownSchema(strapi)).toEqual(fresh);
    await stop();
    upgraded = await rowsOf(database);
  });

  it('a second boot changes nothing', async () => {
    await boot();
    await stop();

    expect(await rowsOf(database)).toEqual(upgraded);
  });

  it('keys, roles, tags, activity, use and rules are what they were, and so is every token', async () => {
    expect(await viewsOf(await boot(), facts.tokens)).toMatchObject(facts.views);
  });

  it('its tokens go on working over HTTP, and new keys are made beside them', async () => {
    const { url, admin } = await boot();
    const statuses: Record<string, number> = {};
    for (const [key, token] of Object.entries(facts.tokens)) {
      statuses[key] = (await send(`${url}/api/articles`, bearer(token))).status;
    }

    const expected = Object.entries(facts.views.verifications).map(
      ([key, outcome]) => [key, outcome === 'granted' ? 200 : 401] as const,
    );
    expect(statuses).toEqual(Object.fromEntries(expected));
    const made = await admin.post('/api-access/keys').send({ name: 'new', tags: ['new'] });
    expect(made.status).toBe(201);
  });
};

describe.each(publishedVersions())('a database of version %s', (version) => {
  for (const name of ['sqlite', 'postgres', 'mysql'] as const) {
    describeOn(name, 'after the upgrade', upgrade(version, name));
  }
});
