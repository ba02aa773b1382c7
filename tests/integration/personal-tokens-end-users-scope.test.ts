import { myTokenEndpoints, whoamiEndpoint } from '../../contracts';
import { changingNothing, refusalOf as refusalAt } from '../support/admin-api';
import {
  ARTICLE_CREATE,
  ARTICLE_FIND,
  bearer,
  makeKeyWith,
  makeRole,
  refusalOf,
  send as consume,
  serviceOf,
} from '../support/consumers';
import { type EndUser, type EndUsers, MANAGING, startEndUsers } from '../support/end-user-holders';
import { allow, atContentApi, disallow, makeApiToken, openTo } from '../support/end-users';
import { type Agent } from '../support/playground';

let app: EndUsers;
let owner: EndUser;

beforeAll(async () => {
  app = await startEndUsers();
  owner = await app.signUp('olga');
});

beforeEach(async () => {
  await app.open();
});

afterAll(async () => {
  await app.stop();
});

const statusOf = async (token: string): Promise<number> => (await app.articles(token)).status;
const refused = async (token: string) => refusalOf(await app.articles(token)).details;
const users = () => app.strapi.db.query('plugin::users-permissions.user');

describe('what a token can do', () => {
  const lacksCreate = { code: 'insufficient_scope', required: [ARTICLE_CREATE] };
  const openedTo = async (token: string) =>
    whoamiEndpoint.response.parse(
      (await consume(`${app.url}/api/api-access/whoami`, bearer(token))).body,
    ).data.permissions;

  it('is what its roles and its owner may do: of either, a change holds at once', async () => {
    const { token } = await app.create(owner, { roles: [app.reader.id, app.writer.id] });
    const reading = await app.create(owner, { roles: [app.reader.id] });
    expect(refusalOf(await app.write(token, 'before')).details).toMatchObject(lacksCreate);

    await allow(app.strapi, 'authenticated', ARTICLE_CREATE);
    expect((await app.write(token, 'while')).status).toBe(201);
    expect(refusalOf(await app.write(reading.token, 'reading')).details).toMatchObject(lacksCreate);
    expect(await openedTo(token)).toEqual([ARTICLE_CREATE, ARTICLE_FIND]);

    await disallow(app.strapi, 'authenticated', ARTICLE_CREATE);
    expect(refusalOf(await app.write(token, 'after')).details).toMatchObject(lacksCreate);
    expect(await openedTo(token)).toEqual([ARTICLE_FIND]);
  });

  it('is no more than its owner may, also with a role of full access', async () => {
    const full = await makeRole(app.strapi, { kind: 'full-access', permissions: [] });
    await app.open({ roles: [full.id], defaultRoles: [full.id] });
    const { token } = await app.create(owner);
    const admins = await app.create({ agent: app.admin });

    expect(await statusOf(token)).toBe(200);
    const opened = await openedTo(token);
    expect(opened).toContain(ARTICLE_FIND);
    expect(await openTo(app.strapi, 'authenticated')).toEqual(expect.arrayContaining(opened));
    expect(refusalOf(await app.write(token, 'full')).details).toMatchObject(lacksCreate);
    const verification = await serviceOf(app.strapi, 'keys').verify(token);
    expect(
      [ARTICLE_FIND, ARTICLE_CREATE].map(
        (action) =>
          verification.outcome === 'granted' && verification.grants.ability.can(action, 'all'),
      ),
    ).toEqual([true, false]);
    // An admin is no end user: nothing of users-permissions binds that token.
    expect((await app.write(admins.token, 'admins')).status).toBe(201);
  });

  it('ends with the owner’s role, and comes with the next one', async () => {
    const person = await app.signUp();
    const { token } = await app.create(person);
    const roles = app.strapi.db.query('plugin::users-permissions.role');
    const guest = (await roles.create({ data: { name: 'Guest', type: 'guest' } })) as {
      id: number;
    };
    const authenticated = (await roles.findOne({ where: { type: 'authenticated' } })) as {
      id: number;
    };

    for (const [role, status] of [
      [guest.id, 403],
      [null, 403],
      [authenticated.id, 200],
    ] as const) {
      await users().update({ where: { id: person.id }, data: { role } });
      expect(await statusOf(token)).toBe(status);
    }
  });

  it('is nothing while the app waits for the owner’s address to be confirmed', async () => {
    const person = await app.signUp();
    const { token } = await app.create(person);
    const store = app.strapi.store({ type: 'plugin', name: 'users-permissions', key: 'advanced' });
    const before = (await store.get({})) as object;
    await users().update({ where: { id: person.id }, data: { confirmed: false } });
    expect(await statusOf(token)).toBe(200);

    await store.set({ value: { ...before, email_confirmation: true } });
    expect(await refused(token)).toMatchObject({ code: 'insufficient_scope' });
    await store.set({ value: before });
    expect(await statusOf(token)).toBe(200);
  });

  it('tells the app whose it is', async () => {
    const { token } = await app.create(owner);

    expect(await serviceOf(app.strapi, 'keys').verify(token)).toMatchObject({
      outcome: 'granted',
      credentials: { type: 'personal', owner: { kind: 'user', id: owner.documentId } },
    });
  });
});

describe('who cannot manage personal tokens', () => {
  /** Every way in refuses, says why in one form, and changes nothing. */
  const shutTo = (agent: Agent, answer: { status: number; code: string }) =>
    changingNothing(app.strapi, async () => {
      const id = (await app.list(owner)).data[0]?.id ?? 'none';
      expect(await refusalAt(agent, myTokenEndpoints.list)).toMatchObject(answer);
      expect(await app.refusedCreate({ agent })).toMatchObject(answer);
      expect(await app.refusedRegenerate({ agent }, id)).toMatchObject(answer);
      expect(await app.refusedDelete({ agent }, id)).toMatchObject(answer);
    });

  const deniedAsKey = async (token: string) => {
    const answer = await consume(`${app.url}/api/api-access/my/tokens`, bearer(token));
    expect(refusalOf(answer).details).toMatchObject({
      code: 'insufficient_scope',
      required: [MANAGING[0]],
    });
    const created = await consume(`${app.url}/api/api-access/my/tokens`, bearer(token), {
      method: 'POST',
      body: { name: app.nextName() },
    });
    expect(refusalOf(created).details).toMatchObject({
      code: 'insufficient_scope',
      required: [MANAGING[1]],
    });
  };

  it('a key, whatever it opens, and a personal token of one’s own', async () => {
    const full = await makeRole(app.strapi, { kind: 'full-access', permissions: [] });
    const readOnly = await makeKeyWith(app.strapi, { kind: 'read-only', permissions: [] });
    const key = await makeKeyWith(app.strapi, { kind: 'full-access', permissions: [] });
    await app.open({ roles: [full.id], defaultRoles: [full.id] });
    const own = await app.create(owner);

    for (const { token } of [readOnly, key, own]) await deniedAsKey(token);
  });

  it('a program with an API token of Strapi', async () => {
    const name = app.nextName();
    const token = await makeApiToken(app.strapi, { name, type: 'full-access' });

    await shutTo(atContentApi(app.url, token), { status: 403, code: 'not_permitted' });
  });

  it('nobody in particular, also where the public role allows it', async () => {
    const nobody = atContentApi(app.url);
    await shutTo(nobody, { status: 403, code: 'not_permitted' });
    await shutTo(atContentApi(app.url, 'no-token'), { status: 401, code: 'sign_in_required' });

    await allow(app.strapi, 'public', ...MANAGING);
    await shutTo(nobody, { status: 401, code: 'sign_in_required' });
    for (const action of MANAGING) await disallow(app.strapi, 'public', action);
  });

  it('an end user whose role does not allow it', async () => {
    const person = await app.signUp();
    for (const action of MANAGING) await disallow(app.strapi, 'authenticated', action);
    const answer = { status: 403, code: 'not_permitted' };
    expect(await refusalAt(person.agent, myTokenEndpoints.list)).toMatchObject(answer);
    expect(await app.refusedCreate(person)).toMatchObject(answer);

    await allow(app.strapi, 'authenticated', ...MANAGING);
    expect((await app.list(person)).data).toEqual([]);
  });

  it('an admin at the content API', async () => {
    await shutTo(atContentApi(app.url, app.adminToken), { status: 401, code: 'sign_in_required' });
  });
});
