import { type Knex } from 'knex';

import {
  describeOn,
  type FreshDatabase,
  freshDatabase,
  type ServerName,
} from '../support/database-servers';
import { captureLog } from '../support/log-capture';
import { meet } from '../support/meeting';
import { startPlayground } from '../support/playground';
import { startPlaygroundProcess } from '../support/playground-process';

const OWN_TABLES = [
  'api_access_migrations',
  'api_access_credentials',
  'api_access_epoch',
  'api_access_usage_days',
  'api_access_usage_totals',
  'api_access_denials',
  'api_access_permission_uses',
  'api_access_forged_uses',
  'api_access_denial_minutes',
  'api_access_alerts',
  'api_access_activity',
  'api_access_settings',
  'api_access_states',
  'api_access_notices',
  'api_access_notice_recipients',
  'api_access_mails',
  'api_access_leases',
];

/**
 * A table that is being made and never comes to be holds up whoever makes it too. PostgreSQL alone
 * lets a table be made within a transaction.
 */
const madeMeanwhile = (obstacle: Knex.Transaction) =>
  obstacle.raw('create table api_access_migrations (name varchar(64) primary key)');

const firstBoot = (server: ServerName) => () => {
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await freshDatabase(server);
    // Strapi's own tables must stand: it does not guard a first boot of several nodes at once.
    const log = captureLog();
    const before = await startPlayground({ database });
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
    const db = database.connect();
    const startBoth = () =>
      Promise.all([startPlaygroundProcess({ env }), startPlaygroundProcess({ env })]);

    const nodes = await (server === 'postgres' ? meet(db, madeMeanwhile, startBoth) : startBoth());

    for (const node of nodes) await node.stop();
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
