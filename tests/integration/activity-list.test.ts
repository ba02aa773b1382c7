import { actionUid, activityEndpoints, keyEndpoints } from '../../contracts';
import { type Activity } from '../../server/src/services/activity';
import { ACTIVITY, activityOf, writeEntries } from '../support/activity';
import { answerOf, pathOf, refusalOf } from '../support/admin-api';
import { createAdminWith } from '../support/admins';
import { makeKey } from '../support/consumers';
import { databaseUnderTest } from '../support/database-servers';
import { type Playground, startPlayground } from '../support/playground';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-06-15T12:00:00Z');
const at = (daysAgo: number) => NOW - daysAgo * DAY_MS;

const key = (id: string, name: string, accessId: string) => ({
  subject_type: 'key',
  subject_id: id,
  subject_name: name,
  access_id: accessId,
});

/** Written out of order, as nodes with different clocks do. */
const ENTRIES = [
  { at: at(3), actor_name: 'École Zoë', ...key('k1', 'prod_app', 'AAAAbbbb1111') },
  { at: at(1), kind: 'key.revoked', actor_name: 'Grace', ...key('k1', 'prod_app', 'AAAAbbbb1111') },
  { at: at(2), actor_name: 'Grace', ...key('k2', 'prodXapp', 'CCCCdddd2222') },
  {
    at: at(9),
    kind: 'tag.created',
    actor_kind: 'system',
    subject_type: 'tag',
    subject_name: '100 %',
  },
  {
    at: at(9),
    kind: 'role.deleted',
    actor_name: '=cmd()',
    subject_type: 'role',
    subject_name: '"R"',
  },
];

describe('the activity as a list', () => {
  let playground: Playground;

  const names = async (query: Record<string, unknown>) =>
    (await activityOf(playground.admin, query)).map(
      ({ kind, subject }) => `${kind} ${subject?.name ?? ''}`,
    );

  beforeAll(async () => {
    playground = await startPlayground();
    await writeEntries(playground.strapi, ENTRIES);
  });

  afterAll(async () => {
    await playground.stop();
  });

  it('shows the newest first, a page at a time', async () => {
    const all = [
      'key.revoked prod_app',
      'key.created prodXapp',
      'key.created prod_app',
      'role.deleted "R"',
      'tag.created 100 %',
    ];
    expect(await names({})).toEqual(all);
    const { data, meta } = await answerOf(playground.admin, activityEndpoints.list, {
      query: { page: 2, pageSize: 2 },
    });
    expect(data.map(({ subject }) => subject?.name)).toEqual(['prod_app', '"R"']);
    expect(meta.pagination).toEqual({ page: 2, pageSize: 2, pageCount: 3, total: 5 });
    expect(data[0]?.subject?.isThere).toBe(false);
  });

  it('is narrowed by kind, person, key, days and text, alone and together', async () => {
    expect(await names({ kind: ['key.revoked', 'tag.created'] })).toHaveLength(2);
    expect(await names({ actor: 'Grace' })).toHaveLength(2);
    expect(await names({ actor: 'Grace', kind: 'key.revoked' })).toEqual(['key.revoked prod_app']);
    expect(await names({ key: 'k1' })).toHaveLength(2);
    expect(
      await names({ from: new Date(at(3)).toISOString(), until: new Date(at(2)).toISOString() }),
    ).toEqual(['key.created prodXapp', 'key.created prod_app']);
    expect(await names({ search: 'PROD_' })).toHaveLength(2);
    expect(await names({ search: 'école' })).toHaveLength(databaseUnderTest() === 'sqlite' ? 0 : 1);
    expect(await names({ search: 'ole Z' })).toEqual(['key.created prod_app']);
    expect(await names({ search: '%' })).toEqual(['tag.created 100 %']);
    expect(await names({ search: 'CCCCdddd2222' })).toEqual(['key.created prodXapp']);
    expect(await names({ search: 'sak_CCCCdd' })).toEqual(['key.created prodXapp']);
  });

  it('offers everyone who did something', async () => {
    const { data } = await answerOf(playground.admin, activityEndpoints.people);
    expect(data).toEqual(['=cmd()', 'École Zoë', 'Grace']);
  });

  it('forgets what is older than it is kept, and nothing else', async () => {
    const activity = playground.strapi.plugin('api-access').service<Activity>('activity');
    expect(await activity.forgetOlderThan(at(5) as never)).toBe(2);
    expect(await names({})).toHaveLength(3);
  });
});

describe('the activity', () => {
  let playground: Playground;

  beforeAll(async () => {
    playground = await startPlayground();
  });

  afterAll(async () => {
    await playground.stop();
  });

  const clear = () => playground.strapi.db.connection(ACTIVITY).delete();

  it('is found by a pasted token, whose secret goes no further', async () => {
    const { token } = await makeKey(playground.strapi, { name: 'pasted' });
    const found = await activityOf(playground.admin, { search: token });
    expect(found.map(({ subject }) => subject?.name)).toEqual(['pasted']);
  });

  it('is taken out as CSV that no spreadsheet runs, and that is kept', async () => {
    await clear();
    await writeEntries(playground.strapi, [
      { at: at(1), actor_name: '=HYPERLINK("x")', ...key('k1', 'a, "b"', 'AAAAbbbb1111') },
    ]);
    const response = await playground.admin
      .get(pathOf(activityEndpoints.export))
      .query({ format: 'csv' })
      .responseType('blob');
    const text = (response.body as Buffer).toString('utf8');

    expect(response.headers['content-disposition']).toMatch(
      /filename="api-access-activity-.*\.csv"/,
    );
    expect(text.startsWith('\ufeffTime,Event,Actor,')).toBe(true);
    expect(text).toContain('"\'=HYPERLINK(""x"")"');
    expect(text).toContain('"a, ""b"""');
    expect((await activityOf(playground.admin))[0]).toMatchObject({
      kind: 'export.made',
      actor: { name: 'Ada Admin' },
      details: { exported: 'activity', format: 'csv', count: 1 },
    });
  });

  it('is taken out as JSON over more entries than are read at a time, filtered as the list', async () => {
    await clear();
    await writeEntries(
      playground.strapi,
      Array.from({ length: 1203 }, (_entry, index) => ({
        at: at(1) + (index % 7),
        subject_name: `${index}`,
      })),
    );
    const take = async (query: object) =>
      (
        await playground.admin
          .get(pathOf(activityEndpoints.export))
          .query({ format: 'json', ...query })
      ).body as { id: string; at: string }[];

    const all = await take({ kind: 'key.created' });
    expect(new Set(all.map(({ id }) => id)).size).toBe(1203);
    expect(all.map((entry) => entry.at)).toEqual(
      all
        .map((entry) => entry.at)
        .sort()
        .reverse(),
    );
    expect(await take({ kind: 'tag.merged' })).toEqual([]);
  });

  it('of one key is open to whoever sees the key, and to nobody else', async () => {
    const { data } = await makeKey(playground.strapi, { name: 'seen' });
    const reader = await createAdminWith(playground, {
      name: 'Rita',
      actions: [actionUid('read')],
    });
    const maker = await createAdminWith(playground, {
      name: 'Mo',
      actions: [actionUid('create-api-access')],
    });
    const own = await answerOf(maker.agent, keyEndpoints.create, { body: { name: 'own' } }, 201);
    const of = (agent: typeof maker.agent, id: string) =>
      answerOf(agent, activityEndpoints.ofKey, { id, query: { pageSize: 5 } });

    expect((await of(reader.agent, data.id)).data).toMatchObject([
      { kind: 'key.created', subject: { name: 'seen', isThere: true } },
    ]);
    expect((await of(maker.agent, own.data.id)).data).toMatchObject([
      { actor: { name: 'Mo Tester' } },
    ]);
    expect(await refusalOf(maker.agent, activityEndpoints.ofKey, { id: data.id })).toMatchObject({
      status: 404,
    });
    expect(await refusalOf(reader.agent, activityEndpoints.list)).toMatchObject({ status: 403 });
  });

  it('tells what was refused, once a minute for each person, route and code', async () => {
    const eve = await createAdminWith(playground, { name: 'Eve', actions: [actionUid('read')] });
    const keys = await Promise.all(
      ['one', 'two', 'three'].map((name) => makeKey(playground.strapi, { name: `loop ${name}` })),
    );
    await clear();
    for (const { data } of keys) await refusalOf(eve.agent, keyEndpoints.delete, { id: data.id });
    await refusalOf(eve.agent, keyEndpoints.create, { body: { name: 'x' } });
    await answerOf(eve.agent, keyEndpoints.read, { id: keys[0]?.data.id });

    const entries = await activityOf(playground.admin);
    expect(entries.map(({ details }) => details.request)).toEqual([
      'POST /api-access/keys',
      `DELETE /api-access/keys/${keys[0]?.data.id ?? ''}`,
    ]);
    expect(entries[1]).toMatchObject({
      kind: 'attempt.denied',
      actor: { kind: 'admin', name: 'Eve Tester' },
      subject: { type: 'key', name: 'loop one' },
      details: { code: 'not_permitted', required: [actionUid('delete')] },
    });
  });

  it('tells what was refused however its path was written', async () => {
    const mallory = await createAdminWith(playground, { name: 'Mallory', actions: [] });
    await clear();
    expect((await mallory.agent.get('/Api-Access/keys')).status).toBe(403);

    expect(await activityOf(playground.admin)).toMatchObject([
      { kind: 'attempt.denied', actor: { name: 'Mallory Tester' } },
    ]);
  });
});
