import { type Email } from 'postal-mime';

import { FIRST_ADMIN } from '../support/accounts';
import { describeOn, type FreshDatabase, freshDatabase } from '../support/database-servers';
import { prepareDueNotices, sendingTo } from '../support/due-notices';
import { startMailServer } from '../support/mail-server';
import { startNoticed } from '../support/notices';
import { startJobNode } from '../support/job-node';

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
    await prepareDueNotices({ database }, mailServer, names, recipients);

    // Without the lease, which only spares work: what each of them claims must be enough.
    const options = sendingTo({ database }, mailServer);
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
    await prepareDueNotices(options, mailServer, ['survivor']);
    const node = await startJobNode('notices', sendingTo(options, mailServer));
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
