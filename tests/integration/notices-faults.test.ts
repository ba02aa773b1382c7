import { activityEndpoints, keyEndpoints, settingsEndpoints } from '../../contracts';
import { FIRST_ADMIN } from '../support/accounts';
import { answerOf } from '../support/admin-api';
import { startNoticed, type NoticedPlayground } from '../support/notices';

const WATCHER = 'ops@example.com';
const AUTHOR = FIRST_ADMIN.email;

describe('expiry notices that cannot be sent', () => {
  let playground: NoticedPlayground;

  beforeAll(async () => {
    playground = await startNoticed();
    await playground.setNotices({ recipients: [WATCHER] });
  });

  afterAll(async () => {
    await playground.stop();
  });

  const create = async (name: string) => {
    playground.setTime('2026-01-01T10:00:00Z');
    const body = { name, expiresAt: '2026-06-15T15:30:00Z' };
    return (await answerOf(playground.admin, keyEndpoints.create, { body }, 201)).data;
  };

  const health = async () => (await answerOf(playground.admin, settingsEndpoints.mail)).data;

  const kept = async (kind: 'notice.sent' | 'notice.failed', id: string) =>
    (
      await answerOf(playground.admin, activityEndpoints.list, {
        query: { key: id, kind, pageSize: 50 },
      })
    ).data;

  const remove = (id: string) => answerOf(playground.admin, keyEndpoints.delete, { id });

  it('arrive once each after the mail server has refused for two days', async () => {
    const { id } = await create('patient');
    playground.mailServer.refuseWith('451 4.3.0 Try again later');
    const none = await playground.walk('2026-06-08T08:00:00Z', '2026-06-10T08:00:00Z', 1);
    expect(none).toEqual([]);
    expect(await health()).toMatchObject({ isFailing: true, waiting: 2 });
    expect((await health()).lastError).toMatch(/451 4\.3\.0 Try again later/);

    playground.mailServer.refuseWith(null);
    const arrivals = await playground.walk('2026-06-10T09:00:00Z', '2026-06-13T20:00:00Z', 1);
    expect(arrivals.map(({ to }) => to).sort()).toEqual([AUTHOR, WATCHER].sort());
    expect(arrivals[0]?.subject).toMatch(/“patient” expires in \d days/);
    expect(await health()).toMatchObject({ isFailing: false, waiting: 0 });
    expect(await kept('notice.sent', id)).toHaveLength(2);
    await remove(id);
  });

  it('pause longer after each failure, and follow at once a test mail that arrives', async () => {
    const { id } = await create('impatient');
    playground.mailServer.refuseWith('421 4.3.2 Shutting down');
    await playground.walk('2026-06-08T08:00:00Z', '2026-06-09T08:00:00Z', 0.25);
    const tries = await playground.strapi.db
      .connection<{ attempts: number }>('api_access_mails')
      .where('state', 'waiting')
      .select('attempts');
    // At 8:00, and 15 minutes, 1, 4 and 12 hours later.
    expect(tries.map(({ attempts }) => attempts)).toEqual([5, 5]);

    playground.mailServer.refuseWith(null);
    const body = { to: 'ops@example.com' };
    await answerOf(playground.admin, settingsEndpoints.testMail, { body });
    const arrivals = await playground.walk('2026-06-09T09:00:00Z', '2026-06-09T09:00:00Z', 1);
    expect(arrivals.map(({ subject }) => subject)).toEqual(
      Array(2).fill('API key “impatient” expires in 6 days'),
    );
    await remove(id);
  });

  it('to one refused recipient are given up in the end, and reach the others once', async () => {
    const { id } = await create('half-known');
    playground.mailServer.refuseRecipient(WATCHER);
    const arrivals = await playground.walk('2026-06-08T08:00:00Z', '2026-06-13T08:00:00Z', 1);
    expect(arrivals.map(({ to }) => to)).toEqual([AUTHOR]);
    expect(await kept('notice.sent', id)).toMatchObject([{ details: { recipients: [AUTHOR] } }]);
    expect(await kept('notice.failed', id)).toMatchObject([
      {
        actor: { kind: 'system' },
        details: {
          recipients: [WATCHER],
          count: 8,
          message: expect.stringContaining('No such user') as string,
        },
      },
    ]);
    expect(await health()).toMatchObject({ isFailing: false, waiting: 0 });
    playground.mailServer.refuseRecipient(null);
    expect(await playground.walk('2026-06-13T09:00:00Z', '2026-06-13T20:00:00Z', 1)).toEqual([]);
    await remove(id);
  });

  it('say nothing of a key that was revoked, regenerated or deleted meanwhile', async () => {
    const gone = await create('deleted-meanwhile');
    const renewed = await create('renewed-meanwhile');
    const revoked = await create('revoked-meanwhile');
    const stays = await create('stays');
    playground.mailServer.refuseWith('451 4.3.0 Try again later');
    await playground.walk('2026-06-08T08:00:00Z', '2026-06-08T08:00:00Z', 1);
    await remove(gone.id);
    await answerOf(playground.admin, keyEndpoints.regenerate, {
      id: renewed.id,
      body: { revision: renewed.revision, expiresAt: '2027-01-01T00:00:00Z' },
    });
    await answerOf(playground.admin, keyEndpoints.revoke, {
      id: revoked.id,
      body: { revision: revoked.revision },
    });
    playground.mailServer.refuseWith(null);
    const arrivals = await playground.walk('2026-06-08T09:00:00Z', '2026-06-08T12:00:00Z', 1);
    expect(arrivals.map(({ subject }) => subject)).toEqual(
      Array(2).fill('API key “stays” expires in 7 days'),
    );
    expect(playground.mailServer.mails.at(-1)?.text).not.toContain('meanwhile');
    for (const { id } of [renewed, revoked, stays]) await remove(id);
  });

  it('that a later notice has overtaken are not sent late', async () => {
    const { id } = await create('overtaken');
    playground.mailServer.refuseWith('451 4.3.0 Try again later');
    // The notice a day before comes while that of seven days still waits for another try.
    await playground.walk('2026-06-11T08:00:00Z', '2026-06-14T08:00:00Z', 1);
    playground.mailServer.refuseWith(null);
    const arrivals = await playground.walk('2026-06-14T09:00:00Z', '2026-06-15T12:00:00Z', 1);
    expect(arrivals.map(({ to }) => to).sort()).toEqual([AUTHOR, WATCHER].sort());
    await remove(id);
  });

  it('keep no other from being sent where one cannot be written', async () => {
    const { id } = await create('written-well');
    await playground.strapi.db.connection('api_access_mails').insert({
      id: 'damaged',
      kind: 'notice',
      recipient: 'nobody@example.com',
      content: 'no JSON',
      state: 'waiting',
      next_at: 0,
      made_at: 0,
    });
    const arrivals = await playground.walk('2026-06-08T08:00:00Z', '2026-06-08T08:00:00Z', 1);
    expect(arrivals.map(({ to }) => to).sort()).toEqual([AUTHOR, WATCHER].sort());
    await remove(id);
  });
});
