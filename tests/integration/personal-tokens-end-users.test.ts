import { keyEndpoints, myTokenEndpoints } from '../../contracts';
import { answerOf, changingNothing, send } from '../support/admin-api';
import { makeKeyWith, makeRole, refusalOf } from '../support/consumers';
import { type EndUser, type EndUsers, startEndUsers } from '../support/end-user-holders';
import { atContentApi } from '../support/end-users';
import { type Agent } from '../support/playground';

const USERS = 'plugin::users-permissions.user';
const CONTENT_MANAGER = `/content-manager/collection-types/${USERS}`;
const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

let app: EndUsers;
let owner: EndUser;
let other: EndUser;
let keeper: Agent;

beforeAll(async () => {
  app = await startEndUsers();
  owner = await app.signUp('olga');
  other = await app.signUp('otto');
  const { token } = await makeKeyWith(app.strapi, {
    permissions: [`${USERS}.update`, `${USERS}.destroy`],
  });
  keeper = atContentApi(app.url, token);
});

beforeEach(async () => {
  await app.open();
});

afterAll(async () => {
  await app.stop();
});

const statusOf = async (token: string): Promise<number> => (await app.articles(token)).status;
const refused = async (token: string) => refusalOf(await app.articles(token)).details;
const users = () => app.strapi.db.query(USERS);

describe('an end user who is signed in', () => {
  it('makes a token with the default roles, whose clear text is told once and kept by nobody', async () => {
    const response = await send(owner.agent, myTokenEndpoints.create, { body: { name: 'Laptop' } });
    expect([response.status, response.headers['cache-control']]).toEqual([201, 'no-store']);
    const { data, token } = myTokenEndpoints.create.response.parse(response.body);

    expect(data).toMatchObject({ name: 'Laptop', status: 'active', roles: [{ name: 'Reader' }] });
    expect(await statusOf(token)).toBe(200);
    const listed = await app.list(owner);
    expect(listed.data).toContainEqual(data);
    expect(JSON.stringify(listed)).not.toContain(token);
  });

  it('regenerates it, and the old secret is dead; deletes it, and the new one is too', async () => {
    const { data, token } = await app.create(owner);
    const response = await send(owner.agent, myTokenEndpoints.regenerate, {
      id: data.id,
      body: { expiresAt: null, revision: data.revision },
    });
    expect([response.status, response.headers['cache-control']]).toEqual([200, 'no-store']);
    const renewed = myTokenEndpoints.regenerate.response.parse(response.body);

    expect(await statusOf(token)).toBe(401);
    expect(await statusOf(renewed.token)).toBe(200);
    await answerOf(owner.agent, myTokenEndpoints.delete, { id: data.id });
    expect(await statusOf(renewed.token)).toBe(401);
    expect((await app.list(owner)).data).not.toContainEqual(
      expect.objectContaining({ id: data.id }),
    );
  });

  it('does not find another’s token, an admin’s, nor an organisation’s key', async () => {
    const mine = await app.create(owner);
    const admins = await app.create({ agent: app.admin });
    const keys = await answerOf(
      app.admin,
      keyEndpoints.create,
      { body: { name: app.nextName() } },
      201,
    );
    const missing = { status: 404, code: 'not_found' };

    expect((await app.list(other)).data).toEqual([]);
    await changingNothing(app.strapi, async () => {
      for (const { id } of [mine.data, admins.data, keys.data]) {
        expect(await app.refusedRegenerate(other, id)).toMatchObject(missing);
        expect(await app.refusedDelete(other, id)).toMatchObject(missing);
      }
    });
    expect(await app.refusedDelete({ agent: app.admin }, mine.data.id)).toMatchObject(missing);
  });

  it('is kept to what Rules & notices say: number, longest life and roles', async () => {
    const person = await app.signUp();
    const closed = await makeRole(app.strapi);
    await app.open({ maxTokens: 2, maxDays: 10 });

    expect(await app.refusedCreate(person, { expiresAt: inDays(12) })).toMatchObject({
      status: 400,
      code: 'expiry_too_late',
    });
    expect(await app.refusedCreate(person, { roles: [closed.id] })).toMatchObject({
      status: 403,
      code: 'role_not_personal',
    });
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(async () =>
        send(person.agent, myTokenEndpoints.create, {
          body: { name: app.nextName(), expiresAt: inDays(9) },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409]);
    expect((await app.list(person)).meta.rules).toMatchObject({
      maxTokens: 2,
      closed: 'token_limit_reached',
    });
  });

  it('gets none until an API role is open to personal tokens', async () => {
    await app.open({ roles: [] });

    expect(await app.refusedCreate(owner)).toMatchObject({
      status: 403,
      code: 'personal_tokens_closed',
    });
  });

  it('stands in the activity as who made it', async () => {
    const { data } = await app.create(other);
    const entry: unknown = await app.strapi.db
      .connection('api_access_activity')
      .where({ subject_id: data.id })
      .first('kind', 'actor_kind', 'actor_id', 'actor_name');

    expect(entry).toEqual({
      kind: 'key.created',
      actor_kind: 'user',
      actor_id: other.documentId,
      actor_name: 'otto',
    });
  });
});

describe('what becomes of the owner', () => {
  const byContentApi = (person: EndUser, data: object) =>
    keeper.put(`/users/${person.id}`).send(data).expect(200);
  const byPanel = (person: EndUser, data: object) =>
    app.admin.put(`${CONTENT_MANAGER}/${person.documentId}`).send(data).expect(200);
  const byApp = (person: EndUser, data: object) =>
    users().update({ where: { id: person.id }, data });

  it.each<[string, (person: EndUser, data: object) => PromiseLike<unknown>]>([
    ['by the content API', byContentApi],
    ['in the admin panel', byPanel],
    ['by the app', byApp],
  ])('blocked %s: suspended at once, and back with the account', async (_, change) => {
    const person = await app.signUp();
    const { token } = await app.create(person);
    await change(person, { blocked: true });
    expect(await refused(token)).toMatchObject({ code: 'suspended_token' });

    await change(person, { blocked: false });
    expect(await statusOf(token)).toBe(200);
  });

  it.each<[string, (person: EndUser) => PromiseLike<unknown>]>([
    ['by the content API', ({ id }) => keeper.delete(`/users/${id}`).expect(200)],
    [
      'in the admin panel',
      ({ documentId }) => app.admin.delete(`${CONTENT_MANAGER}/${documentId}`).expect(200),
    ],
    ['by the app', ({ id }) => users().delete({ where: { id } })],
    ['in the database', ({ id }) => app.strapi.db.connection('up_users').where({ id }).delete()],
  ])('deleted %s: revoked', async (_, remove) => {
    const person = await app.signUp();
    const { token } = await app.create(person);
    await remove(person);

    expect(await refused(token)).toMatchObject({ code: 'revoked_token' });
  });
});
