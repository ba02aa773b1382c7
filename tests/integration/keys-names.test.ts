import { actionUid, keyEndpoints, type Key } from '../../contracts';
import { answerOf, changingNothing, refusalOf } from '../support/admin-api';
import { createAdminWith } from '../support/admins';
import { type Playground, startPlayground } from '../support/playground';

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground();
});

afterAll(async () => {
  await playground.stop();
});

const create = async (name: string): Promise<Key> =>
  (await answerOf(playground.admin, keyEndpoints.create, { body: { name } }, 201)).data;

const TAKEN = { status: 409, code: 'name_taken', fields: ['name: name_taken'] };

describe('the name of a key', () => {
  it.each([
    ['as it is', 'prod-main-app', 'prod-main-app'],
    ['in another case', 'Prod-Web', 'pROD-wEB'],
    ['with blanks around it', 'padded', '  padded '],
    ['in full-width letters', 'wide', 'ｗｉｄｅ'],
    ['with a ligature', 'office', 'oﬃce'],
    ['with its accents decomposed', 'café', 'cafe\u0301'],
    ['with sharp s in capitals', 'straße', 'STRASSE'],
    ['in Greek capitals', 'οδός', 'ΟΔΌΣ'],
  ])('is taken %s', async (_, first, second) => {
    await create(first);
    const answer = await changingNothing(playground.strapi, () =>
      refusalOf(playground.admin, keyEndpoints.create, { body: { name: second } }),
    );

    expect(answer).toMatchObject(TAKEN);
  });

  it.each([
    ['accents', 'resume', 'résumé'],
    ['emoji', 'key 🚀', 'key 🎉'],
    ['another script', 'app-o', 'app-о'],
  ])('is free where %s differ', async (_, first, second) => {
    await create(first);

    expect((await create(second)).name).toBe(second);
  });

  it('is taken for a rename too, which then changes nothing', async () => {
    await create('held');
    const other = await create('renamed');
    const answer = await changingNothing(playground.strapi, () =>
      refusalOf(playground.admin, keyEndpoints.update, {
        id: other.id,
        body: { name: 'HELD', description: 'more', revision: 0 },
      }),
    );

    expect(answer).toMatchObject(TAKEN);
  });

  it('may change its own case', async () => {
    const { id } = await create('recased');
    const { data } = await answerOf(playground.admin, keyEndpoints.update, {
      id,
      body: { name: 'ReCased', revision: 0 },
    });

    expect(data.name).toBe('ReCased');
  });

  it('is free again after a rename', async () => {
    const { id } = await create('left');
    await answerOf(playground.admin, keyEndpoints.update, {
      id,
      body: { name: 'moved on', revision: 0 },
    });

    expect((await create('LEFT')).name).toBe('LEFT');
  });

  it('is free again after a revocation, for one key only', async () => {
    const { id } = await create('ended');
    await answerOf(playground.admin, keyEndpoints.revoke, { id, body: { revision: 0 } });
    await create('Ended');

    expect(
      await refusalOf(playground.admin, keyEndpoints.create, { body: { name: 'ended' } }),
    ).toMatchObject(TAKEN);
  });

  it('is checked as if a key that one may not see were another', async () => {
    const { id } = await create('hidden');
    const { agent } = await createAdminWith(playground, {
      name: 'Cora',
      actions: [actionUid('create-api-access')],
    });
    const check = async (by: typeof agent) => {
      const body = { name: 'hidden', id };
      return (await answerOf(by, keyEndpoints.checkName, { body })).data.code;
    };

    expect([await check(playground.admin), await check(agent)]).toEqual([null, 'name_taken']);
  });

  it('is free again after a deletion', async () => {
    const { id } = await create('deleted');
    await answerOf(playground.admin, keyEndpoints.delete, { id });

    expect((await create('deleted')).id).not.toBe(id);
  });

  it('is given to one of two who ask for it at once', async () => {
    const asking = ['both', 'BOTH', 'Both', 'bOth'].map((name) =>
      playground.admin.post('/api-access/keys').send({ name }),
    );
    const statuses = (await Promise.all(asking)).map(({ status }) => status);

    expect(statuses.sort()).toEqual([201, 409, 409, 409]);
  });
});
