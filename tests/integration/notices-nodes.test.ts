import { setTimeout as sleep } from 'node:timers/promises';

import { type Knex } from 'knex';
import { type Email } from 'postal-mime';

import { keyEndpoints } from '../../contracts';
import { FIRST_ADMIN } from '../support/accounts';
import { answerOf } from '../support/admin-api';
import { describeOn, type FreshDatabase, freshDatabase } from '../support/database-servers';
import { type MailServer, startMailServer } from '../support/mail-server';
import { startNoticed, type NoticedPlayground } from '../support/notices';
import { startJobNode } from '../support/job-node';
import { type PlaygroundOptions } from '../support/playground-env';
import { startPlaygroundProcess } from '../support/playground-process';

const DAY_MS = 86_400_000;
const daysFromNow = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

const create = async (playground: NoticedPlayground, name: string, expiresAt: string) => {
  const body = { name, expiresAt };
  await answerOf(playground.admin, keyEndpoints.create, { body }, 201);
};

/** Keys of a hundred days ago, of which a notice is due by every node's own clock. */
const prepare = async (
  options: PlaygroundOptions,
  mailServer: MailServer,
  names: readonly string[],
  recipients: string[] = [],
) => {
  const playground = await startNoticed(options, mailServer);
  await playground.setNotices({ recipients });
  playground.setTime(daysFromNow(-100));
  for (const name of names) await create(playground, name, daysFromNow(5));
  await playground.stop();
};

/** What a node in a process of its own needs to send its mails to the mail server of the test. */
const sending = (options: PlaygroundOptions, mailServer: MailServer): PlaygroundOptions => ({
  ...options,
  env: { ...mailServer.env, PUBLIC_URL: 'https://cms.example.com', ...options.env },
});

/** Who was told of which key. */
const toldBy = (mails: readonly Email[]): string[] =>
  mails
    .flatMap(({ to, text }) =>
      (text?.match(/shared-\d+(?= \()/g) ?? []).map((name) => `${to?.[0]?.address} ${name}`),
    )
    .sort();

describeOn('postgres', 'three nodes that run the job at the same moment', () => {
  it('send each notice once', async () => {
    const database = await freshDatabase('postgres');
    const mailServer = await startMailServer();
    const recipients = Array.from({ length: 12 }, (_, n) => `team-${n}@example.com`);
    const names = Array.from({ length: 30 }, (_, n) => `shared-${n}`);
    await prepare({ database }, mailServer, names, recipients);

    // Without the lease, which only spares work: what each of them claims must be enough.
    const options = sending({ database }, mailServer);
    const nodes = await Promise.all([1, 2, 3].map(() => startJobNode('notices', options)));
    await Promise.all(nodes.map(({ run }) => run()));

    const everybody = [...recipients, FIRST_ADMIN.email];
    expect(toldBy(mailServer.mails)).toEqual(
      everybody.flatMap((to) => names.map((name) => `${to} ${name}`)).sort(),
    );
    expect(mailServer.mails.length).toBeGreaterThanOrEqual(everybody.length);
    await mailServer.stop();
    await database.drop();
  });
});

/** A node that is killed at a moment of sending, and another that goes on from what it left. */
const killedWhile = async (
  moment: 'before the server’s yes' | 'after the server’s yes',
  database: FreshDatabase,
): Promise<readonly Email[]> => {
  const options = { database };
  let kill: () => void = () => undefined;
  const hook = () => {
    kill();
  };
  const mailServer = await startMailServer(
    moment === 'before the server’s yes' ? { onRecipient: hook } : { onTaken: hook },
  );
  try {
    await prepare(options, mailServer, ['survivor']);
    const node = await startJobNode('notices', sending(options, mailServer));
    kill = () => {
      process.kill(node.pid, 'SIGKILL');
      kill = () => undefined;
    };
    await node.run();
    const takenAtDeath = mailServer.mails.length;

    const after = await startNoticed(options, mailServer);
    const runAfter = async (minutes: number) => {
      after.setTime(new Date(Date.now() + minutes * 60_000).toISOString());
      await after.run();
    };
    await runAfter(0);
    // While the dead node's claim holds, nobody else sends what it may have sent.
    expect(mailServer.mails).toHaveLength(takenAtDeath);
    await runAfter(6);
    await runAfter(60);
    await after.stop();
    return mailServer.mails;
  } finally {
    await mailServer.stop();
  }
};

describe('a node that is killed while it sends a notice', () => {
  let database: FreshDatabase;

  beforeEach(async () => {
    database = await freshDatabase();
  });

  afterEach(() => database.drop());

  it('between claim and sending loses none, and doubles none', async () => {
    const mails = await killedWhile('before the server’s yes', database);
    expect(mails.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^API key “survivor” expires in \d days$/),
    ]);
  });

  it('between the server’s yes and the mark sends one again, with the same Message-ID', async () => {
    const mails = await killedWhile('after the server’s yes', database);
    expect(mails).toHaveLength(2);
    expect(mails[0]?.messageId).toMatch(/^<[0-9a-f]{40}@cms\.example\.com>$/);
    expect(mails[1]?.messageId).toBe(mails[0]?.messageId);
  });
});

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

describe('a Strapi that answers requests', () => {
  it('runs all jobs by itself, within a minute, and only where it takes part in them', async () => {
    const database = await freshDatabase();
    const options = { database };
    const mailServer = await startMailServer();
    await prepare(options, mailServer, ['by-itself']);
    await seedAlarm(database);
    const idle = await startPlaygroundProcess(sending(options, mailServer));
    await sleep(61_000 - (Date.now() % 60_000));
    await idle.stop();
    expect(mailServer.mails).toHaveLength(0);

    const node = await startPlaygroundProcess({
      ...sending(options, mailServer),
      apiAccess: { jobs: true },
    });
    const end = Date.now() + 75_000;
    const isDone = async () => mailServer.mails.length >= 2 && (await hasForgotten(database));
    while (!(await isDone()) && Date.now() < end) await sleep(200);
    await node.stop();
    expect(await hasForgotten(database)).toBe(true);
    // The jobs run beside each other.
    expect(mailServer.mails.map(({ subject }) => subject).sort()).toEqual([
      expect.stringMatching(/^API key “by-itself” expires in \d days$/),
      'API key “by-itself” is used after it was revoked',
    ]);
    await mailServer.stop();
    await database.drop();
  }, 200_000);
});
