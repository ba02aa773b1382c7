import { actionUid, keyEndpoints } from '../../contracts';
import { answerOf, changingNothing } from '../support/admin-api';
import { type SignedInAdmin } from '../support/admins';
import { ARTICLE_FIND, refusalOf, serviceOf } from '../support/consumers';
import { allow, blockEndUser, makeEndUser } from '../support/end-users';
import { startTokenHolders, type TokenHolders } from '../support/personal-tokens';

let app: TokenHolders;
let owner: SignedInAdmin;
let other: SignedInAdmin;

beforeAll(async () => {
  app = await startTokenHolders();
  owner = await app.makeHolder('Olga');
  other = await app.makeHolder('Otto');
});

beforeEach(async () => {
  await app.open();
});

afterAll(async () => {
  await app.stop();
});

const statusOf = async (token: string): Promise<number> => (await app.articles(token)).status;

const users = () => app.strapi.db.query('admin::user');
let people = 0;

describe('whose it is', () => {
  it('nobody else finds it, not even with every permission', async () => {
    const { data } = await app.create(owner);
    for (const agent of [other.agent, app.admin]) {
      expect((await app.list({ agent })).data.map(({ id }) => id)).not.toContain(data.id);
      await changingNothing(app.strapi, async () => {
        expect(await app.refusedRegenerate({ agent }, data.id)).toMatchObject({
          status: 404,
          code: 'not_found',
        });
        expect(await app.refusedDelete({ agent }, data.id)).toMatchObject({
          status: 404,
          code: 'not_found',
        });
      });
    }
  });

  it('an organisation’s key is not found either', async () => {
    const { data } = await answerOf(
      app.admin,
      keyEndpoints.create,
      { body: { name: app.nextName() } },
      201,
    );
    expect((await app.list({ agent: app.admin })).data).toEqual([]);
    expect(await app.refusedDelete({ agent: app.admin }, data.id)).toMatchObject({ status: 404 });
  });

  it('a person who loses the permission keeps the tokens, and can manage them no more', async () => {
    const person = await app.makeHolder('Pia');
    const { token, data } = await app.create(person);
    await app.strapi.db
      .query('admin::user')
      .update({ where: { id: person.id }, data: { roles: [] } });

    expect(await statusOf(token)).toBe(200);
    expect(await app.refusedDelete(person, data.id)).toMatchObject({
      status: 403,
      code: 'not_permitted',
    });
  });

  it('a program with an admin API token of its owner sees the list and gets no clear text', async () => {
    const { data } = await app.create({ agent: app.admin });
    const response = await app.admin.post('/admin/admin-tokens').send({
      name: 'Program',
      description: '',
      lifespan: null,
      adminPermissions: [
        { action: actionUid('personal'), subject: null, properties: {}, conditions: [] },
      ],
    });
    const { accessKey } = (response.body as { data: { accessKey: string } }).data;
    const program = { agent: app.as(accessKey) };
    const denied = { status: 403, code: 'clear_text_not_permitted' };

    expect((await app.list(program)).data).toEqual([data]);
    await changingNothing(app.strapi, async () => {
      expect(await app.refusedCreate(program)).toMatchObject(denied);
      expect(await app.refusedRegenerate(program, data.id)).toMatchObject(denied);
    });
  });
});

describe('what becomes of the owner', () => {
  const refused = async (token: string) => refusalOf(await app.articles(token)).details.code;
  const setByApi = (person: SignedInAdmin, changes: object) =>
    app.admin.put(`/admin/users/${person.id}`).send(changes).expect(200);

  it('deactivated in the panel: suspended at once, and back with the account', async () => {
    const person = await app.makeHolder('Quinn');
    const { token } = await app.create(person);
    await setByApi(person, { isActive: false });
    expect(await refused(token)).toBe('suspended_token');

    await setByApi(person, { isActive: true });
    expect(await statusOf(token)).toBe(200);
  });

  it('blocked in the database: suspended at once, and back with the account', async () => {
    const person = await app.makeHolder('Rita');
    const { token } = await app.create(person);
    await users().update({ where: { id: person.id }, data: { blocked: true } });
    expect(await refused(token)).toBe('suspended_token');

    await users().update({ where: { id: person.id }, data: { blocked: false } });
    expect(await statusOf(token)).toBe(200);
  });

  it.each<[string, (person: SignedInAdmin) => Promise<unknown>]>([
    ['in the panel', (person) => app.admin.delete(`/admin/users/${person.id}`).expect(200)],
    [
      'with others',
      (person) =>
        app.admin
          .post('/admin/users/batch-delete')
          .send({ ids: [person.id] })
          .expect(200),
    ],
    ['by the app', (person) => users().delete({ where: { id: person.id } })],
    [
      'in the database',
      (person) => app.strapi.db.connection('admin_users').where({ id: person.id }).delete(),
    ],
  ])(
    'deleted %s: revoked, also should somebody of the same address come back',
    async (_, remove) => {
      const person = await app.makeHolder(`Sam${(people += 1)}`);
      const { token } = await app.create(person);
      await remove(person);
      expect(await refused(token)).toBe('revoked_token');

      await app.strapi.db.query('admin::user').create({
        data: { ...person.account, isActive: true, blocked: false },
      });
      expect(await refused(token)).toBe('revoked_token');
    },
  );
});

describe('the tokens of an end user, by the same service', () => {
  it('are made, suspended with the account, and not found by an admin', async () => {
    const { strapi, url } = app;
    await allow(strapi, 'authenticated', ARTICLE_FIND);
    const { id } = await makeEndUser(strapi, url, 'ursula');
    const { documentId } = (await strapi.db
      .query('plugin::users-permissions.user')
      .findOne({ where: { id } })) as { documentId: string };
    const tokens = serviceOf(strapi, 'personal-tokens');
    const person = { kind: 'user', id: documentId, name: 'ursula' } as const;
    const actor = {
      kind: 'user',
      user: { id, documentId, name: 'ursula', roleIds: [] },
      address: null,
      mayReceiveClearText: true,
      can: () => false,
    } as const;
    const { data, token } = await tokens.create(person, { name: 'Script' }, { actor });

    expect((await tokens.list(person)).data).toEqual([data]);
    expect((await tokens.list({ kind: 'admin', id: documentId })).data).toEqual([]);
    expect(await statusOf(token)).toBe(200);
    await blockEndUser(strapi, id);
    expect(refusalOf(await app.articles(token)).details.code).toBe('suspended_token');
    await strapi.db.query('plugin::users-permissions.user').delete({ where: { id } });
    expect(refusalOf(await app.articles(token)).details.code).toBe('revoked_token');
  });
});
