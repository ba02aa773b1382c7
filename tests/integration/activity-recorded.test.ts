import { keyEndpoints, roleEndpoints, tagEndpoints, type ActivityEntry } from '../../contracts';
import { activityOf, ACTIVITY, happeningsOf } from '../support/activity';
import { answerOf, refusalOf } from '../support/admin-api';
import { ARTICLE_CREATE, ARTICLE_FIND, makeKey, makeRole, serviceOf } from '../support/consumers';
import { driverMessages } from '../support/driver-messages';
import { type Playground, startPlayground } from '../support/playground';

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground();
});

afterAll(async () => {
  await playground.stop();
});

const told = (run: () => Promise<unknown>) => happeningsOf(playground, run);
const kinds = (entries: readonly ActivityEntry[]) => entries.map(({ kind }) => kind);
const admin = () => playground.admin;
const NEXT_YEAR = new Date(Date.now() + 300 * 86_400_000).toISOString();

describe('what is kept of a key', () => {
  it('names who did it, when, from where, and the key as it was called then', async () => {
    const before = Date.now();
    const [tag, entry] = await told(() =>
      answerOf(
        admin(),
        keyEndpoints.create,
        { body: { name: 'told-key', tags: ['told'], roles: ['read-only'], expiresAt: NEXT_YEAR } },
        201,
      ),
    );

    expect(tag).toMatchObject({ kind: 'tag.created', subject: { type: 'tag', name: 'told' } });
    expect(entry).toMatchObject({
      kind: 'key.created',
      actor: { kind: 'admin', name: 'Ada Admin' },
      address: expect.stringMatching(/127\.0\.0\.1$/) as string,
      subject: { type: 'key', name: 'told-key', accessId: expect.any(String) as string },
      details: {
        expiresAt: NEXT_YEAR,
        changes: [
          { field: 'roles', before: [], after: ['Read only'] },
          { field: 'tags', before: [], after: ['told'] },
          { field: 'author', before: [], after: ['Ada Admin'] },
        ],
      },
    });
    const at = new Date(entry?.at ?? 0).getTime();
    expect(at).toBeGreaterThanOrEqual(before);
    expect(at).toBeLessThanOrEqual(Date.now());
  });

  it('tells which fields an edit changed, with what they held before and after', async () => {
    const { data } = await makeKey(playground.strapi, {
      name: 'to-edit',
      networks: ['10.0.0.0/8'],
    });
    const [, entry] = await told(() =>
      answerOf(admin(), keyEndpoints.update, {
        id: data.id,
        body: {
          name: 'edited',
          description: 'Not to be told.',
          roles: ['read-only', 'full-access'],
          tags: ['fresh'],
          networks: [],
          revision: 0,
        },
      }),
    );

    expect(entry).toMatchObject({ kind: 'key.updated', subject: { name: 'edited' } });
    expect(entry?.details).toEqual({
      fields: ['description', 'name', 'networks', 'roles', 'tags'],
      changes: [
        { field: 'name', before: ['to-edit'], after: ['edited'] },
        { field: 'roles', before: [], after: ['Full access', 'Read only'] },
        { field: 'tags', before: [], after: ['fresh'] },
        { field: 'networks', before: ['10.0.0.0/8'], after: [] },
      ],
    });
  });

  it('holds nothing of an edit that changes nothing, nor of one that is refused', async () => {
    const { data } = await makeKey(playground.strapi, { name: 'to-leave' });
    expect(
      await told(() =>
        answerOf(admin(), keyEndpoints.update, {
          id: data.id,
          body: { name: 'to-leave', revision: 0 },
        }),
      ),
    ).toEqual([]);
    expect(
      await told(() =>
        refusalOf(admin(), keyEndpoints.update, { id: data.id, body: { name: 'x', revision: 7 } }),
      ),
    ).toEqual([]);
  });

  it('follows it through regeneration, revocation, take-over and deletion, and outlives it', async () => {
    const { data } = await makeKey(playground.strapi, { name: 'lived' });
    const entries = await told(async () => {
      await answerOf(admin(), keyEndpoints.regenerate, {
        id: data.id,
        body: { expiresAt: NEXT_YEAR, revision: 0 },
      });
      await admin()
        .post('/api-access/keys/take-over')
        .send({ ids: [data.id] });
      await answerOf(admin(), keyEndpoints.revoke, { id: data.id, body: { revision: 2 } });
      await answerOf(admin(), keyEndpoints.delete, { id: data.id });
    });

    expect(kinds(entries)).toEqual([
      'key.regenerated',
      'key.taken-over',
      'key.revoked',
      'key.deleted',
    ]);
    expect(entries[0]?.details).toEqual({ expiresAt: NEXT_YEAR });
    expect(entries[1]?.details).toEqual({ before: [], after: ['Ada Admin'] });
    expect(await activityOf(admin(), { key: data.id })).toHaveLength(5);
  });

  it('never holds a token or a part of its secret', async () => {
    const { data, token } = await makeKey(playground.strapi, { name: 'secretive' });
    const { token: second } = await answerOf(admin(), keyEndpoints.regenerate, {
      id: data.id,
      body: { expiresAt: null, revision: 0 },
    });
    await admin().get(`/api-access/keys/${second}`);
    const rows: unknown = await playground.strapi.db.connection(ACTIVITY).select('*');
    const text = JSON.stringify(rows);

    expect(text).toContain(data.accessId);
    for (const one of [token, second]) {
      expect(text).not.toContain(one.slice(one.lastIndexOf('_') + 1));
      expect(text).not.toContain(one.slice(-12));
    }
  });

  it('says that the app’s own code did it, where no person did', async () => {
    const [entry] = await told(() => makeKey(playground.strapi, { name: 'by-code' }));
    expect(entry?.actor).toEqual({ kind: 'app', id: null, name: null });
    expect(entry?.address).toBeNull();
  });
});

describe('what is kept of an API role', () => {
  it('shows what an edit opened and what it closed', async () => {
    const role = await makeRole(playground.strapi, { name: 'Widening' });
    const [entry] = await told(() =>
      answerOf(admin(), roleEndpoints.update, {
        id: role.id,
        body: { permissions: [ARTICLE_CREATE], drafts: true, revision: 0 },
      }),
    );

    expect(entry).toMatchObject({
      kind: 'role.updated',
      subject: { type: 'role', id: role.id, name: 'Widening' },
      details: {
        fields: ['drafts', 'permissions'],
        changes: [{ field: 'drafts', before: ['false'], after: ['true'] }],
        added: [ARTICLE_CREATE],
        removed: [ARTICLE_FIND],
      },
    });
  });

  it('counts what another kind of role opens, though the role names no action any more', async () => {
    const role = await makeRole(playground.strapi, { name: 'Rising' });
    const [entry] = await told(() =>
      answerOf(admin(), roleEndpoints.update, {
        id: role.id,
        body: { kind: 'full-access', revision: 0 },
      }),
    );

    expect(entry?.details.added).toContain(ARTICLE_CREATE);
    expect(entry?.details.removed).toEqual([]);
    expect(entry?.details.changes).toContainEqual({
      field: 'kind',
      before: ['custom'],
      after: ['full-access'],
    });
  });

  it('tells its creation and its deletion, with the keys that lost it', async () => {
    const entries = await told(async () => {
      const { data } = await answerOf(
        admin(),
        roleEndpoints.create,
        { body: { name: 'Passing', kind: 'custom', permissions: [ARTICLE_FIND] } },
        201,
      );
      await makeKey(playground.strapi, { name: 'held', roles: [data.id] });
      await answerOf(admin(), roleEndpoints.delete, { id: data.id });
    });

    expect(kinds(entries)).toEqual(['role.created', 'key.created', 'role.deleted']);
    expect(entries[0]?.details.added).toEqual([ARTICLE_FIND]);
    expect(entries[2]).toMatchObject({ subject: { name: 'Passing' }, details: { count: 1 } });
  });
});

describe('what is kept of a tag', () => {
  it('tells its creation, rename, merge and deletion', async () => {
    const entries = await told(async () => {
      const create = async (name: string) =>
        (await answerOf(admin(), tagEndpoints.create, { body: { name } }, 201)).data;
      const [one, two] = [await create('one'), await create('two')];
      await answerOf(admin(), tagEndpoints.update, { id: one.id, body: { name: 'uno' } });
      await makeKey(playground.strapi, { name: 'tagged', tags: ['uno'] });
      await answerOf(admin(), tagEndpoints.merge, { id: one.id, body: { into: two.id } });
      await answerOf(admin(), tagEndpoints.delete, { id: two.id });
    });

    expect(kinds(entries)).toEqual([
      'tag.created',
      'tag.created',
      'tag.updated',
      'key.created',
      'tag.merged',
      'tag.deleted',
    ]);
    expect(entries[2]?.details).toEqual({ fields: ['name'], before: ['one'], after: ['uno'] });
    expect(entries[4]).toMatchObject({
      subject: { name: 'uno' },
      details: { before: ['uno'], after: ['two'], count: 1 },
    });
    expect(entries[5]).toMatchObject({ subject: { name: 'two' }, details: { count: 1 } });
  });
});

describe('an entry', () => {
  it('is not there where what it tells did not happen, and nothing happens without it', async () => {
    const { strapi } = playground;
    const { data } = await makeKey(strapi, { name: 'atomic', tags: ['atomic'] });
    const tags = serviceOf(strapi, 'tags');
    const tagId = data.tags[0]?.id ?? '';

    const outer = strapi.db.transaction(async () => {
      await tags.update(tagId, { name: 'rolled back' });
      throw new Error('The app changed its mind.');
    });
    await expect(outer).rejects.toThrow('changed its mind');
    const count = (await activityOf(admin())).length;
    expect((await activityOf(admin()))[0]?.kind).toBe('key.created');

    await strapi.db.connection.schema.renameTable(ACTIVITY, 'elsewhere');
    try {
      const { noSuchTable } = driverMessages();
      await expect(tags.update(tagId, { name: 'untold' })).rejects.toThrow(noSuchTable);
      await expect(makeKey(strapi, { name: 'untold' })).rejects.toThrow(noSuchTable);
    } finally {
      await strapi.db.connection.schema.renameTable('elsewhere', ACTIVITY);
    }
    expect((await tags.read(tagId)).name).toBe('atomic');
    expect(await activityOf(admin())).toHaveLength(count);
    expect((await serviceOf(strapi, 'keys').create({ name: 'untold' })).data.name).toBe('untold');
  });

  it('cannot be written, changed or removed through the plugin', async () => {
    for (const method of ['post', 'put', 'patch', 'delete'] as const) {
      for (const path of ['/api-access/activity', '/api-access/activity/1']) {
        expect([404, 405]).toContain((await admin()[method](path)).status);
      }
    }
  });
});
