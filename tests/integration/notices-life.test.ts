import { serviceOf, type KeyOptions } from '../support/consumers';
import { heardWhile } from '../support/events';
import { ADMIN_URL, type Arrival, startNoticed, type NoticedPlayground } from '../support/notices';
import { FIRST_ADMIN } from '../support/accounts';
import { answerOf } from '../support/admin-api';
import { activityEndpoints, keyEndpoints } from '../../contracts';

const OWNER = 'integrator@partner.example';
const WATCHER = 'ops@example.com';
const AUTHOR = FIRST_ADMIN.email;

const ISSUED = '2026-01-01T10:00:00.000Z';
const EXPIRES = '2026-06-15T15:30:00.000Z';

describe('expiry notices', () => {
  let playground: NoticedPlayground;

  beforeAll(async () => {
    playground = await startNoticed();
    await playground.setNotices({ recipients: [WATCHER] });
  });

  afterAll(async () => {
    await playground.stop();
  });

  const create = async (name: string, options: KeyOptions = {}) => {
    playground.setTime(ISSUED);
    const body = { name, expiresAt: EXPIRES, ...options };
    return answerOf(playground.admin, keyEndpoints.create, { body }, 201);
  };

  const remove = async (id: string) => {
    await answerOf(playground.admin, keyEndpoints.delete, { id });
  };

  it('reach author, technical owner and the addresses of the rules on the right days, once', async () => {
    const { data, token } = await create('prod-main-app', {
      technicalOwner: { name: 'Partner', emails: [OWNER] },
    });
    let arrivals: Arrival[] = [];
    const heard = await heardWhile(playground.strapi, async () => {
      arrivals = await playground.walk('2026-05-01T00:00:00Z', '2026-06-20T00:00:00Z', 4);
    });
    expect(heard.map(({ name, payload }) => ({ name, ...payload }))).toMatchObject([
      { name: 'api-access.expiring', at: '2026-05-16T08:00:00.000Z', daysLeft: 30 },
      { name: 'api-access.expiring', at: '2026-06-08T08:00:00.000Z', daysLeft: 7 },
      { name: 'api-access.expiring', at: '2026-06-14T08:00:00.000Z', daysLeft: 1 },
      { name: 'api-access.expired', at: '2026-06-15T16:00:00.000Z', actor: { kind: 'system' } },
    ]);

    const recipients = [AUTHOR, OWNER, WATCHER].sort();
    const expected = [
      ['2026-05-16T08:00:00.000Z', 'expires in 30 days'],
      ['2026-06-08T08:00:00.000Z', 'expires in 7 days'],
      ['2026-06-14T08:00:00.000Z', 'expires tomorrow'],
      ['2026-06-15T16:00:00.000Z', 'has expired'],
    ].flatMap(([at, what]) =>
      recipients.map((to) => ({ at, to, subject: `API key “prod-main-app” ${what}` })),
    );
    const byTime = (a: { at?: string; to: string }, b: { at?: string; to: string }) =>
      `${a.at} ${a.to}`.localeCompare(`${b.at} ${b.to}`);
    expect(arrivals.sort(byTime)).toEqual(expected.sort(byTime));

    const [mail] = playground.mailServer.mails;
    for (const text of [mail?.text, mail?.html]) {
      expect(text).toContain('prod-main-app');
      expect(text).toContain(data.displayId);
      expect(text).toContain('15 June 2026 at 15:30 UTC');
      expect(text).toContain(`${ADMIN_URL}/settings/api-access/${data.id}`);
    }
    expect(JSON.stringify(playground.mailServer.mails)).not.toContain(token.split('_')[2]);
    const { data: entries } = await answerOf(playground.admin, activityEndpoints.ofKey, {
      id: data.id,
      query: { pageSize: 50 },
    });
    const sent = entries.filter(({ kind }) => kind === 'notice.sent');
    expect(sent.map(({ details }) => details.recipients?.[0]).sort()).toEqual(
      expected.map(({ to }) => to).sort(),
    );
    await remove(data.id);
  });

  it('are one mail for all keys of a recipient', async () => {
    const ids = [];
    for (const name of ['one', 'two', 'three']) ids.push((await create(name)).data.id);
    const arrivals = await playground.walk('2026-06-08T08:00:00Z', '2026-06-08T08:00:00Z', 1);
    expect(arrivals.map(({ to, subject }) => [to, subject]).sort()).toEqual(
      [AUTHOR, WATCHER].map((to) => [to, '3 API keys expire soon']).sort(),
    );
    for (const name of ['one', 'two', 'three']) {
      expect(playground.mailServer.mails.at(-1)?.text).toContain(`* ${name} (`);
    }
    for (const id of ids) await remove(id);
  });

  it('come once after a server was down, however many were missed', async () => {
    const { data } = await create('slept-through');
    const arrivals = await playground.walk('2026-06-14T20:00:00Z', '2026-06-14T22:00:00Z', 1);
    expect(arrivals.map(({ subject }) => subject)).toEqual(
      Array(2).fill('API key “slept-through” expires tomorrow'),
    );
    await remove(data.id);
  });

  it('do not lie before the key was issued, nor speak of the whole of its life', async () => {
    playground.setTime('2026-06-07T09:00:00Z');
    const body = { name: 'short', expiresAt: '2026-06-14T15:00:00Z' };
    const { data } = await answerOf(playground.admin, keyEndpoints.create, { body }, 201);
    const arrivals = await playground.walk('2026-06-07T10:00:00Z', '2026-06-13T07:00:00Z', 1);
    expect(arrivals).toEqual([]);
    await remove(data.id);
  });

  it('start afresh with a regenerated key, and go not out again for an edit', async () => {
    const { data } = await create('renewed');
    expect(await playground.walk('2026-06-08T08:00:00Z', '2026-06-08T08:00:00Z', 1)).toHaveLength(
      2,
    );

    playground.setTime('2026-06-08T09:00:00Z');
    const { data: edited } = await answerOf(playground.admin, keyEndpoints.update, {
      id: data.id,
      body: { revision: data.revision, description: 'Edited', tags: ['billing'], roles: [] },
    });
    expect(await playground.walk('2026-06-08T10:00:00Z', '2026-06-08T14:00:00Z', 1)).toEqual([]);

    playground.setTime('2026-06-08T15:00:00Z');
    await answerOf(playground.admin, keyEndpoints.regenerate, {
      id: data.id,
      body: { revision: edited.revision, expiresAt: '2026-07-20T12:00:00Z' },
    });
    const after = await playground.walk('2026-06-08T16:00:00Z', '2026-07-21T16:00:00Z', 4);
    expect(after.filter(({ to }) => to === WATCHER).map(({ at }) => at)).toEqual([
      '2026-06-20T08:00:00.000Z',
      '2026-07-13T08:00:00.000Z',
      '2026-07-19T08:00:00.000Z',
      '2026-07-20T12:00:00.000Z',
    ]);
    await remove(data.id);
  });

  it('follow an expiry that was made earlier', async () => {
    const { data } = await create('earlier');
    playground.setTime('2026-03-01T09:00:00Z');
    await answerOf(playground.admin, keyEndpoints.update, {
      id: data.id,
      body: { revision: data.revision, expiresAt: '2026-03-20T12:00:00Z' },
    });
    const arrivals = await playground.walk('2026-03-01T12:00:00Z', '2026-03-13T12:00:00Z', 4);
    expect(arrivals.filter(({ to }) => to === WATCHER).map(({ at }) => at)).toEqual([
      '2026-03-01T12:00:00.000Z',
      '2026-03-13T08:00:00.000Z',
    ]);
    await remove(data.id);
  });

  it('are not given for a revoked key', async () => {
    const { data } = await create('revoked-early');
    await serviceOf(playground.strapi, 'keys').revoke(data.id, { revision: data.revision });
    expect(await playground.walk('2026-06-08T08:00:00Z', '2026-06-15T20:00:00Z', 4)).toEqual([]);
  });

  it('of a key whose author left go to the addresses of the rules', async () => {
    playground.setTime(ISSUED);
    const orphan = await serviceOf(playground.strapi, 'keys').create({
      name: 'orphan',
      expiresAt: EXPIRES,
    });
    const arrivals = await playground.walk('2026-06-08T08:00:00Z', '2026-06-08T08:00:00Z', 1);
    expect(arrivals.map(({ to }) => to)).toEqual([WATCHER]);
    expect(playground.mailServer.mails.at(-1)?.text).toContain('Its author has left');
    await remove(orphan.data.id);
  });

  it('go out at the hour of the rules, in their zone', async () => {
    await playground.setNotices({ hour: 6, timeZone: 'America/New_York', days: [7] });
    const { data } = await create('new-york');
    const arrivals = await playground.walk('2026-06-01T00:00:00Z', '2026-06-15T00:00:00Z', 1);
    expect(new Set(arrivals.map(({ at }) => at))).toEqual(new Set(['2026-06-08T10:00:00.000Z']));
    expect(playground.mailServer.mails.at(-1)?.text).toContain('15 June 2026 at 11:30 GMT-4');
    await remove(data.id);
    await playground.setNotices({ hour: 8, timeZone: 'UTC', days: [30, 7, 1] });
  });

  it('tell names with HTML, quotes, emoji, right-to-left text and template syntax as text', async () => {
    const names = [
      '<img src=x onerror="alert(1)">',
      `O'Brien & "Söhne"`,
      'key 🚀 of שלום',
      '<%= process.env.ADMIN_JWT_SECRET %> ${7*7} {{name}}',
    ];
    const ids = [];
    for (const name of names) ids.push((await create(name)).data.id);
    await playground.walk('2026-06-08T08:00:00Z', '2026-06-08T08:00:00Z', 1);
    const mail = playground.mailServer.mails.at(-1);
    for (const name of names) expect(mail?.text).toContain(name);
    expect(mail?.html).not.toMatch(/<img|<%=/);
    expect(mail?.html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
    expect(mail?.html).toContain('<bdi>key 🚀 of שלום</bdi>');
    for (const id of ids) await remove(id);
  });
});
