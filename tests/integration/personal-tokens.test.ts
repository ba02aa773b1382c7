import { myTokenEndpoints, whoamiEndpoint } from '../../contracts';
import { answerOf, send } from '../support/admin-api';
import { type SignedInAdmin } from '../support/admins';
import { apiKey, bearer, makeKey, send as consume, serviceOf } from '../support/consumers';
import { startTokenHolders, type TokenHolders } from '../support/personal-tokens';

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

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

describe('a personal token', () => {
  it('is made with the default roles, opens the content API, and tells its clear text once', async () => {
    const response = await send(owner.agent, myTokenEndpoints.create, {
      body: { name: ' Laptop ' },
    });
    expect(response.status).toBe(201);
    expect(response.headers['cache-control']).toBe('no-store');
    const { data, token } = myTokenEndpoints.create.response.parse(response.body);

    expect(data).toMatchObject({
      name: 'Laptop',
      status: 'active',
      roles: [{ id: app.reader.id, name: 'Reader' }],
      expiresAt: null,
      lastUsedAt: null,
      revision: 0,
    });
    expect(await statusOf(token)).toBe(200);
    expect((await consume(`${app.url}/api/articles`, apiKey(token))).status).toBe(200);
    expect((await app.list(owner)).data).toContainEqual(data);
    expect(JSON.stringify(await app.list(owner))).not.toContain(token);
  });

  it('can do what its roles allow and nothing else', async () => {
    const { token } = await app.create(owner, { roles: [app.writer.id] });
    const post = (title: string) =>
      consume(`${app.url}/api/articles`, bearer(token), {
        method: 'POST',
        body: { data: { title, slug: title } },
      });

    expect((await post('mine')).status).toBe(201);
    expect(await statusOf(token)).toBe(403);
  });

  it('tells the app whose it is', async () => {
    const { token } = await app.create(owner);
    const verified = await serviceOf(app.strapi, 'keys').verify(token);
    const { documentId } = (await users().findOne({ where: { id: owner.id } })) as {
      documentId: string;
    };

    expect(verified).toMatchObject({
      outcome: 'granted',
      credentials: { type: 'personal', owner: { kind: 'admin', id: documentId } },
    });
  });

  it('tells whoever sends it that it is personal', async () => {
    const { data, token } = await app.create(owner);
    const answer = await consume(`${app.url}/api/api-access/whoami`, bearer(token));

    expect(whoamiEndpoint.response.parse(answer.body).data).toMatchObject({
      type: 'personal',
      accessId: data.accessId,
    });
  });

  it('shows when it was last used', async () => {
    const { data, token } = await app.create(owner);
    await app.articles(token);
    await serviceOf(app.strapi, 'usage').flush();

    const seen = (await app.list(owner)).data.find(({ id }) => id === data.id);
    expect(Date.parse(seen?.lastUsedAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
  });

  it('is regenerated: the old clear text is dead, the new one works', async () => {
    const { data, token } = await app.create(owner, { expiresAt: inDays(3) });
    const expiresAt = inDays(9);
    const response = await send(owner.agent, myTokenEndpoints.regenerate, {
      id: data.id,
      body: { expiresAt, revision: 0 },
    });
    const renewed = myTokenEndpoints.regenerate.response.parse(response.body);

    expect(response.headers['cache-control']).toBe('no-store');
    expect(renewed.data).toMatchObject({ id: data.id, accessId: data.accessId, expiresAt });
    expect(await statusOf(token)).toBe(401);
    expect(await statusOf(renewed.token)).toBe(200);
    expect(await app.refusedRegenerate(owner, data.id, { expiresAt })).toMatchObject({
      status: 409,
      code: 'revision_conflict',
    });
  });

  it('is deleted, and refused at once', async () => {
    const { data, token } = await app.create(owner);
    await answerOf(owner.agent, myTokenEndpoints.delete, { id: data.id });

    expect(await statusOf(token)).toBe(401);
    expect((await app.list(owner)).data.map(({ id }) => id)).not.toContain(data.id);
    expect(await app.refusedDelete(owner, data.id)).toMatchObject({
      status: 404,
      code: 'not_found',
    });
  });

  it('needs a name that none of one’s own tokens has; others may have it too', async () => {
    const name = app.nextName();
    await app.create(owner, { name });

    expect(await app.refusedCreate(owner, { name: name.toUpperCase() })).toMatchObject({
      status: 409,
      code: 'name_taken',
      fields: ['name: name_taken'],
    });
    await app.create(other, { name });
    await makeKey(app.strapi, { name });
    expect(await app.refusedCreate(owner, { name: ' ' })).toMatchObject({
      status: 400,
      fields: ['name: invalid_input'],
    });
  });

  it('leaves in the activity who made, regenerated and deleted it, and no secret', async () => {
    const { data, token } = await app.create(owner);
    await answerOf(owner.agent, myTokenEndpoints.regenerate, {
      id: data.id,
      body: { expiresAt: null, revision: 0 },
    });
    await answerOf(owner.agent, myTokenEndpoints.delete, { id: data.id });
    const rows = await app.strapi.db
      .connection('api_access_activity')
      .where({ subject_id: data.id })
      .orderBy('id')
      .select<Record<string, unknown>[]>('*');

    expect(rows.map(({ kind }) => kind)).toEqual(['key.created', 'key.regenerated', 'key.deleted']);
    for (const row of rows) {
      expect(row).toMatchObject({
        actor_kind: 'admin',
        actor_name: 'Olga Tester',
        subject_type: 'key',
        subject_name: data.name,
        access_id: data.accessId,
      });
    }
    expect(JSON.stringify(rows)).not.toContain(token.slice(17));
  });
});
