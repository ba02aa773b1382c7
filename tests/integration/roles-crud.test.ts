import { roleEndpoints, type Role } from '../../contracts';
import { answerOf, changingNothing, refusalOf, storedIn } from '../support/admin-api';
import {
  ARTICLE_CREATE,
  ARTICLE_FIND,
  bearer,
  makeKey,
  makeKeyWith,
  makeRole,
  revoke,
  send as consume,
} from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground({ apiAccess: { flushIntervalMs: 600_000 } });
});

afterAll(async () => {
  await playground.stop();
});

const create = async (body: object): Promise<Role> =>
  (await answerOf(playground.admin, roleEndpoints.create, { body }, 201)).data;
const update = async (id: string, body: object): Promise<Role> =>
  (await answerOf(playground.admin, roleEndpoints.update, { id, body })).data;
const read = async (id: string): Promise<Role> =>
  (await answerOf(playground.admin, roleEndpoints.read, { id })).data;
const list = (query: Record<string, unknown> = {}) =>
  answerOf(playground.admin, roleEndpoints.list, { query });
const statusOf = async (token: string) =>
  (await consume(`${playground.url}/api/articles`, bearer(token))).status;
const epoch = async () => (await storedIn(playground.strapi)).api_access_epoch;

describe('the first boot', () => {
  it('brings two roles', async () => {
    const { data, meta } = await list();

    expect(data).toMatchObject([
      { code: 'full-access', name: 'Full access', kind: 'full-access', drafts: false },
      { code: 'read-only', name: 'Read only', kind: 'read-only', drafts: false },
    ]);
    expect(meta.pagination).toEqual({ page: 1, pageSize: 10, pageCount: 1, total: 2 });
  });
});

describe('creating a role', () => {
  it('tells all of it, with its actions in order and once', async () => {
    const role = await create({
      name: ' Prod Editors (EU) ',
      description: 'May write.',
      kind: 'custom',
      permissions: [ARTICLE_FIND, ARTICLE_CREATE, ARTICLE_FIND],
      drafts: true,
    });

    expect(role).toMatchObject({
      name: 'Prod Editors (EU)',
      code: 'prod-editors-eu',
      description: 'May write.',
      kind: 'custom',
      permissions: [ARTICLE_CREATE, ARTICLE_FIND],
      drafts: true,
      keyCount: 0,
      revision: 0,
    });
    expect(await read(role.id)).toEqual(role);
  });

  it('allows nothing unless told to', async () => {
    expect(await create({ name: 'Bare', kind: 'custom' })).toMatchObject({
      description: null,
      permissions: [],
      drafts: false,
    });
  });

  it('keeps no actions for the kinds that need none', async () => {
    const role = await create({ name: 'All', kind: 'full-access', permissions: [ARTICLE_FIND] });

    expect(role.permissions).toEqual([]);
  });

  it('takes the code that was chosen, or a free one made from the name', async () => {
    expect((await create({ name: 'Chosen', code: 'my-code', kind: 'custom' })).code).toBe(
      'my-code',
    );
    expect((await create({ name: 'My Code', kind: 'custom' })).code).toBe('my-code-2');
    expect((await create({ name: 'my: code', kind: 'custom' })).code).toBe('my-code-3');
    expect((await create({ name: '日本', kind: 'custom' })).code).toBe('role');
  });
});

describe('editing a role', () => {
  it('changes what was given and leaves the rest', async () => {
    const before = await create({
      name: 'Edited',
      description: 'before',
      kind: 'custom',
      permissions: [ARTICLE_FIND],
      drafts: true,
    });
    const after = await update(before.id, { description: 'after', revision: 0 });

    expect(after).toEqual({
      ...before,
      description: 'after',
      revision: 1,
      updatedAt: after.updatedAt,
    });
  });

  it('keeps its code through a rename', async () => {
    const role = await create({ name: 'Before', kind: 'custom' });

    expect(await update(role.id, { name: 'After', revision: 0 })).toMatchObject({
      name: 'After',
      code: 'before',
    });
  });

  it('holds at once for every key that has it', async () => {
    const { token, role } = await makeKeyWith(playground.strapi, { permissions: [] });

    expect(await statusOf(token)).toBe(403);
    await update(role.id, { permissions: [ARTICLE_FIND], revision: 0 });
    expect(await statusOf(token)).toBe(200);
    await update(role.id, { permissions: [ARTICLE_CREATE], revision: 1 });
    expect(await statusOf(token)).toBe(403);
    await update(role.id, { kind: 'read-only', revision: 2 });
    expect(await statusOf(token)).toBe(200);
    await update(role.id, { kind: 'custom', revision: 3 });
    expect(await statusOf(token)).toBe(403);
    await update(role.id, { kind: 'full-access', revision: 4 });
    expect(await statusOf(token)).toBe(200);
  });

  it('keeps an action whose route is gone, but takes it from nobody else', async () => {
    const gone = 'api::removed.removed.find';
    const role = await create({ name: 'Old', kind: 'custom', permissions: [ARTICLE_FIND] });
    await playground.strapi.db
      .query('admin::api-access-role')
      .update({ where: { documentId: role.id }, data: { permissions: [gone, ARTICLE_FIND] } });

    expect((await update(role.id, { name: 'Older', revision: 0 })).permissions).toEqual([
      ARTICLE_FIND,
      gone,
    ]);
    expect((await update(role.id, { permissions: [gone], revision: 1 })).permissions).toEqual([
      gone,
    ]);
    await update(role.id, { permissions: [], revision: 2 });
    const answer = await refusalOf(playground.admin, roleEndpoints.update, {
      id: role.id,
      body: { permissions: [gone], revision: 3 },
    });
    expect(answer).toMatchObject({ status: 400, fields: ['permissions.0: unknown_action'] });
  });

  it('is refused with an older revision, and nothing is half done', async () => {
    const role = await create({ name: 'Contended', kind: 'custom' });
    await update(role.id, { drafts: true, revision: 0 });
    for (const revision of [0, 2]) {
      const answer = await changingNothing(playground.strapi, () =>
        refusalOf(playground.admin, roleEndpoints.update, {
          id: role.id,
          body: { name: 'Stale', permissions: [ARTICLE_FIND], revision },
        }),
      );
      expect(answer).toMatchObject({ status: 409, code: 'revision_conflict' });
    }
  });

  it('is won by one of several at once', async () => {
    const role = await create({ name: 'Raced', kind: 'custom' });
    const answers = await Promise.all(
      ['one', 'two', 'three'].map((description) =>
        playground.admin.put(`/api-access/roles/${role.id}`).send({ description, revision: 0 }),
      ),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const winner = answers.find(({ status }) => status === 200)?.body as { data: Role };
    expect(await read(role.id)).toEqual(winner.data);
  });

  it('renews the epoch, as does every change of a role', async () => {
    const seen = new Set<string>();
    const look = async () => seen.add(JSON.stringify(await epoch()));
    await look();
    const role = await create({ name: 'Epochal', kind: 'custom' });
    await look();
    await update(role.id, { drafts: true, revision: 0 });
    await look();
    await answerOf(playground.admin, roleEndpoints.delete, { id: role.id });
    await look();

    expect(seen.size).toBe(4);
  });
});

describe('deleting a role', () => {
  it('takes its rights from every key at once, and leaves their other roles', async () => {
    const { strapi } = playground;
    const doomed = await makeRole(strapi, { permissions: [ARTICLE_FIND] });
    const stays = await makeRole(strapi, { permissions: [ARTICLE_CREATE] });
    const both = await makeKey(strapi, { roles: [doomed.id, stays.id] });
    const only = await makeKey(strapi, { roles: [doomed.id] });
    const ended = await makeKey(strapi, { roles: [doomed.id] });
    await revoke(strapi, ended);
    expect([await statusOf(both.token), await statusOf(only.token)]).toEqual([200, 200]);

    const { data } = await answerOf(playground.admin, roleEndpoints.delete, { id: doomed.id });

    expect(data.keyCount).toBe(2);
    expect([await statusOf(both.token), await statusOf(only.token)]).toEqual([403, 403]);
    const key = await playground.admin.get(`/api-access/keys/${both.data.id}`);
    expect(key.body).toMatchObject({ data: { roles: [{ id: stays.id }] } });
  });

  it('leaves the stored sets of roles as the keys have them', async () => {
    const { strapi } = playground;
    const roles = await Promise.all([makeRole(strapi), makeRole(strapi), makeRole(strapi)]);
    const [first, second, third] = roles.map(({ id }) => id) as [string, string, string];
    const keys = await Promise.all([
      makeKey(strapi, { roles: [first, second, third] }),
      makeKey(strapi, { roles: [second] }),
      makeKey(strapi, { roles: [third, first] }),
    ]);
    await answerOf(playground.admin, roleEndpoints.delete, { id: second });

    const idOf = async (documentId: string) => {
      const row = (await strapi.db
        .query('admin::api-access-role')
        .findOne({ where: { documentId } })) as { id: number };
      return row.id;
    };
    const left = [await idOf(first), await idOf(third)].sort((a, b) => a - b).join(',');
    const sets = (await strapi.db
      .connection('api_access_credentials')
      .whereIn(
        'access_id',
        keys.map(({ data }) => data.accessId),
      )
      .pluck('role_set')) as string[];
    expect(sets.sort()).toEqual(['', left, left]);
  });

  it('frees its name and its code', async () => {
    const role = await create({ name: 'Reborn', kind: 'custom' });
    await answerOf(playground.admin, roleEndpoints.delete, { id: role.id });

    expect((await create({ name: 'REBORN', kind: 'custom' })).code).toBe('reborn');
  });
});

describe('the list of roles', () => {
  it('counts the keys that are not revoked, searches, sorts and pages', async () => {
    const role = await create({ name: 'Listed 100%', kind: 'custom' });
    await create({ name: 'Listed 100 of', kind: 'custom' });
    await makeKey(playground.strapi, { roles: [role.id] });
    await revoke(playground.strapi, await makeKey(playground.strapi, { roles: [role.id] }));

    const found = await list({ search: 'LISTED 100%' });
    expect(found.data).toMatchObject([{ name: 'Listed 100%', keyCount: 1 }]);
    const names = async (sort: string) =>
      (await list({ search: 'listed', sort })).data.map(({ name }) => name);
    expect(await names('name:asc')).toEqual(['Listed 100 of', 'Listed 100%']);
    expect(await names('name:desc')).toEqual(['Listed 100%', 'Listed 100 of']);
    expect(await names('createdAt:asc')).toEqual(['Listed 100%', 'Listed 100 of']);
    expect(await names('createdAt:desc')).toEqual(['Listed 100 of', 'Listed 100%']);
    const second = await list({ search: 'listed', page: 2, pageSize: 1 });
    expect(second.data).toMatchObject([{ name: 'Listed 100%' }]);
    expect(second.meta.pagination).toEqual({ page: 2, pageSize: 1, pageCount: 2, total: 2 });
  });
});
