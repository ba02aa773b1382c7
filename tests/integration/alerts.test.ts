import { keyEndpoints } from '../../contracts';
import { FIRST_ADMIN } from '../support/accounts';
import { answerOf } from '../support/admin-api';
import {
  type AlertedPlayground,
  ALLOWED,
  DENIED,
  inShort,
  NOTHING,
  startAlerted,
  WATCHER,
} from '../support/alerts';
import { forged, partsOf, revoke, serviceOf, unknown } from '../support/consumers';
import { ADMIN_URL } from '../support/notices';

const BURST = 5;
const NAME = `O'Brien <b>"Söhne"</b>`;

describe('alerts', () => {
  let playground: AlertedPlayground;

  beforeAll(async () => {
    playground = await startAlerted();
    await playground.setAlerts({ denials: BURST, windowMinutes: 10, recipients: [WATCHER] });
  });

  afterEach(async () => {
    const { db } = playground.strapi;
    await db.connection('api_access_denial_minutes').delete();
  });

  afterAll(async () => {
    await playground.stop();
  });

  const at = (time: string) => {
    playground.setTime(`2026-06-01T${time}Z`);
  };

  const rowsOf = async (table: string): Promise<number> =>
    (await playground.strapi.db.connection(table).select<object[]>('key_id')).length;

  it('tell of a burst of denials by mail, in the activity and as an event, once', async () => {
    at('12:00:10');
    const { data, token } = await playground.makeKey({ name: NAME });
    expect(await playground.ask(token, ALLOWED)).toBe(200);
    expect(await playground.ask(token, DENIED, BURST)).toBe(403);
    at('12:01:00');
    const raised = await playground.look();

    expect(inShort(raised)).toEqual({
      mails: [`${WATCHER}: API key “${NAME}” is denied unusually often`],
      entries: ['alert.raised: 5 denied requests within 10 minutes'],
      events: [['api-access.alert', { kind: 'denials', count: 5, windowMinutes: 10 }]],
    });
    expect(raised.entries[0]).toMatchObject({
      actor: { kind: 'system' },
      address: '127.0.0.1',
      subject: { type: 'key', id: data.id, name: NAME },
      details: { code: 'denials', count: 5, recipients: [WATCHER] },
    });
    expect(raised.events[0]?.payload).toMatchObject({
      at: '2026-06-01T12:01:00.000Z',
      key: { id: data.id, accessId: data.accessId, type: 'api-key' },
      actor: { kind: 'system', name: null },
    });
    const [mail] = raised.mails;
    for (const text of [mail?.text, mail?.html]) {
      for (const told of [
        data.displayId,
        '5 denied requests within 10 minutes',
        '1 June 2026 at 12:00 UTC from 127.0.0.1',
        `${ADMIN_URL}/settings/api-access/${data.id}`,
      ]) {
        expect(text).toContain(told);
      }
    }
    expect(mail?.html).toContain('&lt;b&gt;');
    expect(mail?.html).not.toContain('<b>');
    expect(JSON.stringify([raised, playground.mailServer.mails])).not.toContain(
      partsOf(token).secret,
    );

    expect(await playground.look()).toEqual(NOTHING);
    at('13:30:00');
    expect(await playground.look()).toEqual(NOTHING);
  });

  it('are not raised below the threshold', async () => {
    at('12:00:10');
    const { token } = await playground.makeKey();
    await playground.ask(token, DENIED, BURST - 1);

    expect(await playground.look()).toEqual(NOTHING);
  });

  it('are not raised by as many denials that are spread over more than the window', async () => {
    const { token } = await playground.makeKey();
    for (const time of ['12:00:00', '12:03:00', '12:06:00', '12:09:00', '12:12:00']) {
      at(time);
      await playground.ask(token, DENIED);
      expect(await playground.look()).toEqual(NOTHING);
    }
  });

  it('are raised by a burst around the turn of a minute, and by one that the job sees late', async () => {
    await playground.setAlerts({ windowMinutes: 1 });
    const { token } = await playground.makeKey();
    at('12:00:50');
    await playground.ask(token, DENIED, 3);
    at('12:01:10');
    await playground.ask(token, DENIED, 2);
    at('12:31:00');

    expect(inShort(await playground.look()).entries).toEqual([
      'alert.raised: 5 denied requests within 1 minute',
    ]);
    await playground.setAlerts({ windowMinutes: 10 });
  });

  it('tell again after an hour where it goes on, and count only what came since', async () => {
    const { token } = await playground.makeKey();
    at('12:00:00');
    await playground.ask(token, DENIED, 8);
    expect((await playground.look()).mails).toHaveLength(1);
    for (const time of ['12:00:30', '12:20:00', '12:59:00']) {
      at(time);
      await playground.ask(token, DENIED, 6);
      expect(await playground.look()).toEqual(NOTHING);
    }
    at('13:00:01');
    expect(inShort(await playground.look()).entries).toEqual([
      'alert.raised: 6 denied requests within 10 minutes',
    ]);
    at('14:30:00');
    expect(await playground.look()).toEqual(NOTHING);
  });

  it.each([
    ['expired', 'is used after it expired', 'with its expired token'],
    ['revoked', 'is used after it was revoked', 'with its revoked token'],
  ] as const)(
    'tell of a token that is used after it %s, once an hour',
    async (kind, said, what) => {
      playground.setTime('2026-05-01T00:00:00Z');
      const issued = await playground.makeKey({
        name: `Ended, ${kind}`,
        expiresAt: '2026-06-01T11:00:00Z',
      });
      at('12:00:00');
      if (kind === 'revoked') await revoke(playground.strapi, issued);
      expect(await playground.look()).toMatchObject({ mails: [], events: [] });

      expect(await playground.ask(issued.token, ALLOWED, 2)).toBe(401);
      expect(inShort(await playground.look())).toEqual({
        mails: [`${WATCHER}: API key “Ended, ${kind}” ${said}`],
        entries: [`alert.raised: 2 requests ${what}`],
        events: [['api-access.alert', { kind, count: 2, windowMinutes: null }]],
      });

      at('12:40:00');
      await playground.ask(issued.token, ALLOWED);
      expect(await playground.look()).toEqual(NOTHING);
      at('13:01:00');
      expect(inShort(await playground.look()).entries).toEqual([`alert.raised: 1 request ${what}`]);
      at('15:00:00');
      expect(await playground.look()).toEqual(NOTHING);
    },
  );

  it('are not raised by any number of wrong secrets, nor do these add a row', async () => {
    at('12:00:00');
    const { data, token } = await playground.makeKey();
    const revoked = await playground.makeKey();
    await revoke(playground.strapi, revoked);
    await playground.look();
    for (const wrong of [forged(token), forged(revoked.token), unknown(token)]) {
      expect(await playground.ask(wrong, DENIED, 4 * BURST)).toBe(401);
    }

    expect(await playground.look()).toEqual(NOTHING);
    expect(await rowsOf('api_access_denial_minutes')).toBe(0);
    expect((await answerOf(playground.admin, keyEndpoints.read, { id: data.id })).data.usage.denied)
      // They are counted apart.
      .toBe(0);
  });

  it('are not raised by a client that meets its rate limit', async () => {
    at('12:00:00');
    const rateLimit = { requests: 1, windowSeconds: 3600 };
    const { token } = await playground.makeKey({ rateLimit });
    expect(await playground.ask(token, ALLOWED, 4 * BURST)).toBe(429);

    expect(await playground.look()).toEqual(NOTHING);
  });

  it('are not raised while they are turned off, nor of what was before they were turned on', async () => {
    at('12:00:00');
    const { token } = await playground.makeKey();
    const revoked = await playground.makeKey();
    await revoke(playground.strapi, revoked);
    await playground.look();
    await playground.setAlerts({ isOn: false });
    await playground.ask(token, DENIED, BURST);
    await playground.ask(revoked.token, ALLOWED);
    expect(await playground.look()).toMatchObject({ mails: [], events: [] });
    await playground.setAlerts({ isOn: true, endedTokens: false });
    expect(await playground.look()).toMatchObject({ mails: [], events: [] });

    await playground.ask(revoked.token, ALLOWED);
    expect(await playground.look()).toEqual(NOTHING);
    await playground.setAlerts({ endedTokens: true });
    expect(await playground.look()).toMatchObject({ mails: [], events: [] });

    await playground.ask(token, DENIED, BURST);
    await playground.ask(revoked.token, ALLOWED);
    expect((await playground.look()).events).toHaveLength(2);
  });

  it('go to who answers for the key where Rules & notices name nobody for them', async () => {
    await playground.setAlerts({ recipients: [] });
    await playground.setNotices({ recipients: ['ops@example.com'] });
    at('12:00:00');
    const ofAdmin = { name: 'Of an admin', expiresAt: null };
    const authored = await answerOf(playground.admin, keyEndpoints.create, { body: ofAdmin }, 201);
    const orphan = await playground.makeKey({ name: 'Orphan' });
    await playground.ask(authored.token, DENIED, BURST);
    await playground.ask(orphan.token, DENIED, BURST);

    expect((await playground.look()).mails.map(({ to, subject }) => [to, subject]).sort()).toEqual([
      [FIRST_ADMIN.email, 'API key “Of an admin” is denied unusually often'],
      ['ops@example.com', 'API key “Orphan” is denied unusually often'],
    ]);
    await playground.setAlerts({ recipients: [WATCHER] });
  });

  it('are mailed later where the mail server is away, and the activity says where it stays away', async () => {
    at('12:00:00');
    const { data, token } = await playground.makeKey({ name: 'Away' });
    playground.mailServer.refuseWith('451 Try again later');
    await playground.ask(token, DENIED, BURST);
    const raised = await playground.look();
    expect([raised.mails.length, raised.events.length]).toEqual([0, 1]);
    playground.mailServer.refuseWith(null);
    at('12:20:00');
    const later = await playground.look();
    expect(later.mails).toMatchObject([{ subject: 'API key “Away” is denied unusually often' }]);
    expect([later.entries, later.events]).toEqual([[], []]);

    playground.mailServer.refuseWith('550 No such user');
    at('14:00:00');
    await playground.ask(token, DENIED, BURST);
    await playground.look();
    const kinds: string[] = [];
    for (let day = 2; day < 8; day += 1) {
      for (const hour of ['00', '06', '12', '18']) {
        playground.setTime(`2026-06-0${String(day)}T${hour}:00:00Z`);
        kinds.push(...(await playground.look()).entries.map(({ kind }) => kind));
      }
    }
    playground.mailServer.refuseWith(null);
    expect(kinds).toEqual(['notice.failed']);
    await answerOf(playground.admin, keyEndpoints.delete, { id: data.id });
  });

  it('leave nothing behind of a key that is deleted, nor of minutes that are a day old', async () => {
    at('12:00:00');
    const { data, token } = await playground.makeKey();
    await playground.ask(token, DENIED, BURST);
    expect((await playground.look()).mails).toHaveLength(1);
    await playground.ask(token, DENIED);
    await serviceOf(playground.strapi, 'usage').flush();
    const before = await rowsOf('api_access_alerts');
    await answerOf(playground.admin, keyEndpoints.delete, { id: data.id });
    expect(await rowsOf('api_access_denial_minutes')).toBe(0);
    expect(await rowsOf('api_access_alerts')).toBe(before - 1);

    const other = await playground.makeKey();
    await playground.ask(other.token, DENIED);
    await playground.look();
    expect(await rowsOf('api_access_denial_minutes')).toBe(1);
    playground.setTime('2026-06-02T12:01:00Z');
    await playground.look();
    expect(await rowsOf('api_access_denial_minutes')).toBe(0);
  });
});
