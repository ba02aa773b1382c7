import { keyEndpoints, QUICK_FILTERS } from '../../contracts';
import { answerOf } from '../support/admin-api';
import { createAdminWith, type SignedInAdmin } from '../support/admins';
import { expire, makeKey, revoke } from '../support/consumers';
import { type Agent, type Playground, startPlayground } from '../support/playground';

const FULL = { roles: ['full-access'] };

let playground: Playground;
let creator: SignedInAdmin;
let personal: string;

beforeAll(async () => {
  playground = await startPlayground();
  const { strapi } = playground;
  creator = await createAdminWith(playground, {
    name: 'Cora',
    actions: ['plugin::api-access.create-api-access'],
  });
  const create = (agent: Agent, body: object) =>
    answerOf(agent, keyEndpoints.create, { body }, 201);
  await create(playground.admin, { name: 'full', ...FULL, expiresAt: null });
  await create(creator.agent, { name: 'own' });
  await makeKey(strapi, { name: 'orphan' });
  await revoke(strapi, await makeKey(strapi, { name: 'ended', ...FULL, expiresAt: null }));
  await expire(strapi, (await makeKey(strapi, { name: 'expired' })).data.accessId);
  const { data } = await makeKey(strapi, { name: 'personal', expiresAt: null });
  personal = data.accessId;
  await strapi.db
    .connection('api_access_credentials')
    .where({ access_id: personal })
    .update({ owner_kind: 'admin', owner_id: await documentIdOf(creator.id) });
});

afterAll(async () => {
  await playground.stop();
});

const documentIdOf = async (id: number): Promise<string> =>
  (
    (await playground.strapi.db.query('admin::user').findOne({ where: { id } })) as {
      documentId: string;
    }
  ).documentId;

const countsOf = async (agent: Agent) => (await answerOf(agent, keyEndpoints.counts)).data;
const exactly = (total: number) => ({ total, isTotalExact: true });
const listed = async (agent: Agent, query: Record<string, unknown>) =>
  (await answerOf(agent, keyEndpoints.list, { query })).meta.pagination.total;
const names = async (query: Record<string, unknown>) =>
  (await answerOf(playground.admin, keyEndpoints.list, { query })).data.map(({ name }) => name);

describe('the counts of keys', () => {
  it('are what the list finds with each quick filter, and in all', async () => {
    const { all, quick } = await countsOf(playground.admin);
    expect(all).toEqual(exactly(5));
    for (const filter of QUICK_FILTERS)
      expect([filter, quick[filter]]).toEqual([
        filter,
        exactly(await listed(playground.admin, { quick: filter })),
      ]);
    expect(quick).toMatchObject({
      'full-access': exactly(1),
      'no-expiry': exactly(1),
      'no-author': exactly(2),
    });
  });

  it('are those of the own keys where somebody may not read the others', async () => {
    const { all, quick } = await countsOf(creator.agent);
    expect(all).toEqual(exactly(1));
    expect(quick).toMatchObject({
      'never-used': exactly(1),
      'no-author': exactly(0),
      'no-expiry': exactly(0),
    });
    expect(quick).not.toHaveProperty('full-access');
  });
});

describe('the people of keys', () => {
  it('are the authors, the names of those who issued, and who may take over', async () => {
    const { data } = await answerOf(playground.admin, keyEndpoints.people);
    expect(data.authors.map(({ name }) => name)).toEqual(['Ada Admin', 'Cora Tester']);
    expect(data.issuers).toEqual(['Ada Admin', 'Cora Tester']);
    expect(data.admins.map(({ name }) => name)).toEqual(['Ada Admin', 'Cora Tester']);
  });

  it('are no more than oneself where somebody may not read', async () => {
    const { data } = await answerOf(creator.agent, keyEndpoints.people);
    expect(data.authors.map(({ name }) => name)).toEqual(['Cora Tester']);
    expect(data.issuers).toEqual(['Cora Tester']);
    expect(data.admins).toEqual([]);
  });
});

describe('whether a name is free', () => {
  const check = async (body: object) =>
    (await answerOf(playground.admin, keyEndpoints.checkName, { body })).data.code;

  it('is told before somebody saves', async () => {
    expect(await check({ name: 'nobody has this' })).toBeNull();
    expect(await check({ name: 'FULL' })).toBe('name_taken');
    expect(await check({ name: 'ended' })).toBeNull();
    expect(await check({ name: '   ' })).toBe('invalid_input');
  });

  it('is told for a key that has the name already', async () => {
    const { data } = await answerOf(playground.admin, keyEndpoints.list, {
      query: { search: 'orphan' },
    });
    expect(await check({ name: 'Orphan', id: data[0]?.id })).toBeNull();
    expect(await check({ name: 'Own', id: data[0]?.id })).toBe('name_taken');
  });
});

describe('personal tokens', () => {
  const block = (isActive: boolean) =>
    playground.strapi.db
      .query('admin::user')
      .update({ where: { id: creator.id }, data: { isActive } });

  it('are in the list only where asked for, with the name of their owner', async () => {
    expect(await names({})).not.toContain('personal');
    expect(await names({ type: 'personal' })).toEqual(['personal']);
    expect(await names({ type: ['personal', 'api-key'] })).toHaveLength(5);
    const { data } = await answerOf(playground.admin, keyEndpoints.list, {
      query: { type: 'personal' },
    });
    expect(data[0]).toMatchObject({
      type: 'personal',
      owner: { kind: 'admin', name: 'Cora Tester' },
    });
  });

  it('are suspended while their owner is, and revoked where nobody owns them any more', async () => {
    const statusOf = async () => {
      const found = await Promise.all(
        ['active', 'suspended', 'expired', 'revoked'].map(
          async (status) =>
            [
              status,
              await answerOf(playground.admin, keyEndpoints.list, {
                query: { type: 'personal', status },
              }),
            ] as const,
        ),
      );
      return found.flatMap(([status, { data }]) =>
        data.map((key) => {
          expect(key.status).toBe(status);
          return status;
        }),
      );
    };
    expect(await statusOf()).toEqual(['active']);
    await block(false);
    expect(await statusOf()).toEqual(['suspended']);
    await block(true);
    expect(await statusOf()).toEqual(['active']);
    await playground.strapi.db
      .connection('api_access_credentials')
      .where({ access_id: personal })
      .update({ owner_id: 'nobody' });
    expect(await statusOf()).toEqual(['revoked']);
    expect(await names({ type: 'personal' })).toEqual([]);
  });
});
