import { keyEndpoints, type AdminAction, type Key } from '../../contracts';
import { answerOf, changingNothing, refusalOf } from '../support/admin-api';
import { createAdminWith, type SignedInAdmin } from '../support/admins';
import { bearer, makeKey, makeRole, send as consume } from '../support/consumers';
import { type Agent, type Playground, startPlayground } from '../support/playground';

let playground: Playground;
let blind: SignedInAdmin;
let creator: SignedInAdmin;
let role: string;

const uids = (...actions: AdminAction[]) => actions.map((action) => `plugin::api-access.${action}`);

beforeAll(async () => {
  playground = await startPlayground({ apiAccess: { flushIntervalMs: 600_000 } });
  role = (await makeRole(playground.strapi)).id;
  await makeKey(playground.strapi, { tags: ['known'] });
  blind = await createAdminWith(playground, {
    name: 'Blind',
    actions: uids('read', 'create-api-access', 'update', 'regenerate', 'revoke', 'delete'),
  });
  creator = await createAdminWith(playground, {
    name: 'Creator',
    actions: uids('create-api-access', 'update', 'regenerate', 'revoke', 'delete', 'get-role'),
  });
});

afterAll(async () => {
  await playground.stop();
});

const make = () => makeKey(playground.strapi, { roles: [role] });
const rolesOf = async (id: string) =>
  (await answerOf(playground.admin, keyEndpoints.read, { id })).data.roles?.map((each) => each.id);
const create = async (agent: Agent, body: object): Promise<Key> =>
  (await answerOf(agent, keyEndpoints.create, { body }, 201)).data;

describe('who may neither see nor assign API roles', () => {
  it('gets answers without any', async () => {
    const { data } = await make();
    const answers: Key[] = [
      await create(blind.agent, { name: 'made blindly' }),
      (await answerOf(blind.agent, keyEndpoints.read, { id: data.id })).data,
      ...(await answerOf(blind.agent, keyEndpoints.list)).data,
      (
        await answerOf(blind.agent, keyEndpoints.update, {
          id: data.id,
          body: { description: 'x', revision: 0 },
        })
      ).data,
      (await answerOf(blind.agent, keyEndpoints.revoke, { id: data.id, body: { revision: 1 } }))
        .data,
      (await answerOf(blind.agent, keyEndpoints.delete, { id: data.id })).data,
    ];

    for (const answer of answers) expect(Object.keys(answer)).not.toContain('roles');
  });

  it('saves a key with its roles as they were', async () => {
    const { data, token } = await make();
    await answerOf(blind.agent, keyEndpoints.update, {
      id: data.id,
      body: { name: 'saved blindly', tags: ['known'], networks: [], revision: 0 },
    });

    expect(await rolesOf(data.id)).toEqual([role]);
    expect((await consume(`${playground.url}/api/articles`, bearer(token))).status).toBe(200);
  });

  it('cannot assign one, nor take all away', async () => {
    const { data } = await make();
    const denied = {
      status: 403,
      code: 'roles_not_permitted',
      fields: ['roles: roles_not_permitted'],
    };
    for (const roles of [[role], ['full-access'], ['nosuchrole'], []]) {
      const answers = await changingNothing(playground.strapi, async () => [
        await refusalOf(blind.agent, keyEndpoints.create, { body: { name: 'new', roles } }),
        await refusalOf(blind.agent, keyEndpoints.update, {
          id: data.id,
          body: { roles, name: 'other', revision: 0 },
        }),
      ]);
      expect(answers).toMatchObject([denied, denied]);
    }
  });

  it('cannot come by the token of a key that has roles', async () => {
    const { data, token } = await make();
    const body = { expiresAt: null, revision: 0 };
    const answer = await changingNothing(playground.strapi, () =>
      refusalOf(blind.agent, keyEndpoints.regenerate, { id: data.id, body }),
    );

    expect(answer).toMatchObject({ status: 403, code: 'roles_not_permitted' });
    expect((await consume(`${playground.url}/api/articles`, bearer(token))).status).toBe(200);
    const bare = await create(blind.agent, { name: 'without roles' });
    await answerOf(blind.agent, keyEndpoints.regenerate, { id: bare.id, body });
  });
});

describe('who may not manage tags', () => {
  it('uses those that exist and makes none', async () => {
    const key = await create(blind.agent, { name: 'tagged blindly', tags: ['KNOWN'] });
    expect(key.tags.map(({ name }) => name)).toEqual(['known']);

    const denied = {
      status: 403,
      code: 'tags_not_permitted',
      fields: ['tags.1: tags_not_permitted'],
    };
    const tags = ['known', 'unheard of'];
    const answers = await changingNothing(playground.strapi, async () => [
      await refusalOf(blind.agent, keyEndpoints.create, { body: { name: 'new', tags } }),
      await refusalOf(blind.agent, keyEndpoints.update, {
        id: key.id,
        body: { tags, revision: 0 },
      }),
    ]);
    expect(answers).toMatchObject([denied, denied]);
  });
});

describe('who may create keys but not read them', () => {
  it('has every right to the own keys', async () => {
    const key = await create(creator.agent, { name: 'own', roles: [role] });
    expect(key.author?.name).toBe('Creator Tester');
    await answerOf(creator.agent, keyEndpoints.read, { id: key.id });
    await answerOf(creator.agent, keyEndpoints.update, { id: key.id, body: { revision: 0 } });
    await answerOf(creator.agent, keyEndpoints.regenerate, {
      id: key.id,
      body: { expiresAt: null, revision: 1 },
    });
    await answerOf(creator.agent, keyEndpoints.revoke, { id: key.id, body: { revision: 2 } });
    const { data } = await answerOf(creator.agent, keyEndpoints.list, {
      query: { status: 'revoked' },
    });
    expect(data.map(({ id }) => id)).toEqual([key.id]);
    await answerOf(creator.agent, keyEndpoints.delete, { id: key.id });
  });

  it("finds none of others' keys, whatever is to be done with them", async () => {
    const { data } = await make();
    const by = { id: data.id };
    await changingNothing(playground.strapi, async () => {
      for (const answer of [
        await refusalOf(creator.agent, keyEndpoints.read, by),
        await refusalOf(creator.agent, keyEndpoints.update, { ...by, body: { revision: 0 } }),
        await refusalOf(creator.agent, keyEndpoints.regenerate, {
          ...by,
          body: { expiresAt: null, revision: 0 },
        }),
        await refusalOf(creator.agent, keyEndpoints.revoke, { ...by, body: { revision: 0 } }),
        await refusalOf(creator.agent, keyEndpoints.delete, by),
      ]) {
        expect(answer).toMatchObject({ status: 404, code: 'not_found' });
      }
    });
  });
});

describe('an author who left', () => {
  it('leaves the key, which goes on working and keeps the name of who made it', async () => {
    const leaver = await createAdminWith(playground, {
      name: 'Leaver',
      actions: uids('create-api-access', 'get-role'),
    });
    const response = await leaver.agent
      .post('/api-access/keys')
      .send({ name: 'left behind', roles: [role] });
    const { data, token } = response.body as { data: Key; token: string };
    expect((await playground.admin.delete(`/admin/users/${leaver.id}`)).status).toBe(200);

    const after = (await answerOf(playground.admin, keyEndpoints.read, { id: data.id })).data;
    expect(after).toEqual({ ...data, author: null, replaces: null, replacedBy: [] });
    expect(after.createdByName).toBe('Leaver Tester');
    expect((await consume(`${playground.url}/api/articles`, bearer(token))).status).toBe(200);
  });
});
