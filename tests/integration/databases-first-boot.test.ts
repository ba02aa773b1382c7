import {
  describeOn,
  type FreshDatabase,
  freshDatabase,
  type ServerName,
} from '../support/database-servers';
import { captureLog } from '../support/log-capture';
import { startPlayground } from '../support/playground';
import { startPlaygroundProcess } from '../support/playground-process';

const OWN_TABLES = [
  'api_access_migrations',
  'api_access_credentials',
  'api_access_epoch',
  'api_access_usage_days',
  'api_access_usage_totals',
];

const firstBoot = (server: ServerName) => () => {
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await freshDatabase(server);
    // Strapi's own tables must stand: it does not guard a first boot of several nodes at once.
    const log = captureLog();
    const before = await startPlayground({ env: database.env });
    await before.stop();
    log.stop();
    const db = database.connect();
    for (const table of OWN_TABLES) await db.schema.dropTable(table);
    await db('api_access_roles').delete();
    await db.destroy();
  });

  afterAll(async () => {
    await database.drop();
  });

  it('of two nodes at once makes every table and each seeded role once', async () => {
    const { env } = database;
    const nodes = await Promise.all([
      startPlaygroundProcess({ env }),
      startPlaygroundProcess({ env }),
    ]);
    for (const node of nodes) await node.stop();
    const db = database.connect();
    const count = async (table: string) =>
      Number((await db(table).count<{ total: unknown }[]>({ total: '*' }))[0]?.total);

    expect(await count('api_access_roles')).toBe(2);
    expect(await count('api_access_epoch')).toBe(1);
    expect(await count('api_access_migrations')).toBeGreaterThanOrEqual(2);
    for (const table of OWN_TABLES) expect(await db.schema.hasTable(table)).toBe(true);
    await db.destroy();
  });
};

describeOn('postgres', 'the first boot', firstBoot('postgres'));
describeOn('mysql', 'the first boot', firstBoot('mysql'));
