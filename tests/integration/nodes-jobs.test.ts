import { setTimeout as sleep } from 'node:timers/promises';

import { type Knex } from 'knex';

import { type FreshDatabase, freshDatabase } from '../support/database-servers';
import { prepareDueNotices, sendingTo } from '../support/due-notices';
import { type MailServer, startMailServer } from '../support/mail-server';
import { startPlaygroundProcess } from '../support/playground-process';

const lookInto = async <T>(
  { connect }: FreshDatabase,
  use: (db: Knex) => Promise<T>,
): Promise<T> => {
  const db = connect();
  try {
    return await use(db);
  } finally {
    await db.destroy();
  }
};

/** What a flush writes of a revoked token in use. */
const seedAlarm = (database: FreshDatabase) =>
  lookInto(database, async (db) => {
    const key = await db<{ key_id: number }>('api_access_credentials').first('key_id');
    const at = Date.now();
    await db('api_access_denial_minutes').insert({
      key_id: key?.key_id,
      minute: Math.floor(at / 60_000),
      kind: 'revoked',
      count: 1,
      first_at: at,
      last_at: at,
    });
  });

/** Whether the retention, the last of the jobs, has run. */
const hasForgotten = (database: FreshDatabase) =>
  lookInto(database, async (db) => {
    const states = await db('api_access_states').where({ name: 'retention' }).select<object[]>();
    return states.length > 0;
  });

interface Due {
  readonly database: FreshDatabase;
  readonly mailServer: MailServer;
}

/** A database with a notice and an alarm that are due, and where their mails go. */
const prepareDue = async (): Promise<Due> => {
  const database = await freshDatabase();
  const mailServer = await startMailServer();
  await prepareDueNotices({ database }, mailServer, ['by-itself']);
  await seedAlarm(database);
  return { database, mailServer };
};

const startWith = ({ database, mailServer }: Due, apiAccess: Record<string, unknown>) =>
  startPlaygroundProcess({ ...sendingTo({ database }, mailServer), apiAccess });

describe('a Strapi that answers requests', () => {
  let due: Due;
  let dueForNobody: Due;

  beforeAll(async () => {
    due = await prepareDue();
    dueForNobody = await prepareDue();
  });

  afterAll(async () => {
    for (const { database, mailServer } of [due, dueForNobody]) {
      await mailServer.stop();
      await database.drop();
    }
  });

  it('runs all jobs by itself, within a minute, and only where it takes part in them', async () => {
    const idle = await startWith(dueForNobody, { jobs: false });
    const node = await startWith(due, { jobs: true });
    const aMinute = sleep(61_000 - (Date.now() % 60_000));
    const end = Date.now() + 75_000;
    const isDone = async () =>
      due.mailServer.mails.length >= 2 && (await hasForgotten(due.database));
    while (!(await isDone()) && Date.now() < end) await sleep(200);
    await aMinute;
    await Promise.all([node.stop(), idle.stop()]);

    expect(await hasForgotten(due.database)).toBe(true);
    // The jobs run beside each other.
    expect(due.mailServer.mails.map(({ subject }) => subject).sort()).toEqual([
      expect.stringMatching(/^API key “by-itself” expires in \d days$/),
      'API key “by-itself” is used after it was revoked',
    ]);
    expect(dueForNobody.mailServer.mails).toHaveLength(0);
    expect(await hasForgotten(dueForNobody.database)).toBe(false);
  }, 200_000);
});
