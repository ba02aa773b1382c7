import { keyEndpoints, settingsEndpoints } from '../../contracts';
import { FIRST_ADMIN } from '../support/accounts';
import { activityOf } from '../support/activity';
import { answerOf } from '../support/admin-api';
import { startNoticed, type NoticedPlayground } from '../support/notices';

const WATCHER = 'ops@example.com';
const AUTHOR = FIRST_ADMIN.email;
const DUE = '2026-06-08T08:00:00Z';

let playground: NoticedPlayground;

beforeAll(async () => {
  playground = await startNoticed();
});

beforeEach(() => playground.setNotices({ isOn: true, recipients: [WATCHER] }));

afterEach(async () => {
  playground.mailServer.refuseWith(null);
  playground.mailServer.refuseRecipient(null);
  playground.mailServer.delay(0);
  await playground.strapi.db.connection('api_access_mails').delete();
  const { data } = await answerOf(playground.admin, keyEndpoints.list, { query: {} });
  for (const { id } of data) await answerOf(playground.admin, keyEndpoints.delete, { id });
});

afterAll(() => playground.stop());

const create = async (name: string, technicalOwner?: { name: string; emails: string[] }) => {
  playground.setTime('2026-01-01T10:00:00Z');
  const body = { name, expiresAt: '2026-06-15T15:30:00Z', technicalOwner };
  return (await answerOf(playground.admin, keyEndpoints.create, { body }, 201)).data;
};

const health = async () => (await answerOf(playground.admin, settingsEndpoints.mail)).data;
const runAt = (time: string) => playground.walk(time, time, 1);
const mails = () =>
  playground.strapi.db.connection<{ attempts: number; recipient: string }>('api_access_mails');

describe('a notice', () => {
  it('comes once from a mail server that takes half a minute to say yes', async () => {
    await create('slow');
    await playground.setNotices({ recipients: [] });
    playground.mailServer.delay(27_000);
    const arrivals = await runAt(DUE);
    expect(arrivals).toHaveLength(1);
    expect(await mails().select('attempts')).toEqual([{ attempts: 1 }]);
    expect(await runAt('2026-06-08T12:00:00Z')).toEqual([]);
  });

  it('that waits is not sent to who is named no longer, nor where notices were turned off', async () => {
    const key = await create('changing', { name: 'Partner', emails: ['old@partner.example'] });
    playground.mailServer.refuseWith('451 4.3.0 Try again later');
    await runAt(DUE);
    await answerOf(playground.admin, keyEndpoints.update, {
      id: key.id,
      body: { revision: key.revision, technicalOwner: null },
    });
    playground.mailServer.refuseWith(null);
    const arrivals = await runAt('2026-06-08T09:00:00Z');
    expect(arrivals.map(({ to }) => to).sort()).toEqual([AUTHOR, WATCHER].sort());

    playground.mailServer.refuseWith('451 4.3.0 Try again later');
    await runAt('2026-06-14T08:00:00Z');
    await playground.setNotices({ isOn: false });
    playground.mailServer.refuseWith(null);
    expect(await runAt('2026-06-14T12:00:00Z')).toEqual([]);
  });

  it('of a key that cannot be given keeps no other from being given', async () => {
    const failing = await create('failing');
    await create('fine');
    const { db } = playground.strapi;
    const [row] = await db
      .connection<{ key_id: number; expires_at: number }>('api_access_credentials')
      .where('access_id', failing.accessId)
      .select('key_id', 'expires_at');
    await db
      .connection('api_access_notice_recipients')
      .insert({ ...row, days: 7, recipient: WATCHER, part: 'watcher' });
    const arrivals = await runAt(DUE);
    expect(arrivals.some(({ to, subject }) => to === AUTHOR && subject.includes('fine'))).toBe(
      true,
    );
  });

  it('is told of as sent where its key is deleted while the server takes it', async () => {
    const key = await create('short-lived');
    await playground.setNotices({ recipients: [] });
    const { mailServer } = playground;
    mailServer.delay(1500);
    const mail = mailServer.next();
    const run = runAt(DUE);
    await mail;
    await answerOf(playground.admin, keyEndpoints.delete, { id: key.id });
    await run;
    const told = await activityOf(playground.admin, { search: 'short-lived' });
    expect(told.map(({ kind }) => kind)).toContain('notice.sent');
    expect(await mails().select('state')).toEqual([{ state: 'sent' }]);
  });

  it('tells an admin’s own name in one line', async () => {
    await create('named', { name: 'Partner', emails: ['owner@partner.example'] });
    const { strapi } = playground;
    await strapi.db.query('admin::user').update({
      where: { email: AUTHOR },
      data: { firstname: 'Ada\n\n* another key (sak_000000000000)\n  https://evil.example \u202e' },
    });
    await runAt(DUE);
    const mail = playground.mailServer.mails.find(
      ({ to }) => to?.[0]?.address === 'owner@partner.example',
    );
    expect(mail?.text).toContain('its author is Ada * another key');
    expect(mail?.text).not.toMatch(/^\* another|\u202e/m);
  });
});

describe('a mail server', () => {
  it('that refuses every recipient is said to fail, one that refuses one is not', async () => {
    await create('refused');
    playground.mailServer.refuseRecipient(AUTHOR);
    await runAt(DUE);
    expect(await health()).toMatchObject({ isFailing: false });
    playground.mailServer.refuseRecipient('*');
    await runAt('2026-06-14T08:00:00Z');
    expect(await health()).toMatchObject({ isFailing: true });
  });

  it('that is away is asked for a few mails a run, not for all', async () => {
    await create('many');
    await playground.setNotices({
      recipients: Array.from({ length: 12 }, (_, n) => `team-${n}@example.com`),
    });
    playground.mailServer.refuseWith('421 4.3.2 Shutting down');
    await runAt(DUE);
    expect(await mails().where('attempts', '>', 0)).toHaveLength(3);
    playground.mailServer.refuseWith(null);
    expect(await playground.walk(DUE, '2026-06-08T10:00:00Z', 1)).toHaveLength(13);
  });
});

it('a clock that was ahead delays no mail for long', async () => {
  await create('ahead');
  playground.mailServer.refuseWith('451 4.3.0 Try again later');
  await runAt(DUE);
  await mails().update('next_at' as never, Date.parse('2026-09-01T00:00:00Z') as never);
  playground.mailServer.refuseWith(null);
  expect(await runAt('2026-06-08T09:00:00Z')).toHaveLength(2);
});
