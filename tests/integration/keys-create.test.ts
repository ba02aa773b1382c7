import { keyEndpoints } from '../../contracts';
import { parseToken, TOKEN_PATTERN } from '../../server/src/domain/token';
import { answerOf, send, storedIn } from '../support/admin-api';
import { bearer, makeRole, send as consume } from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

const DAY_MS = 86_400_000;

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground();
});

afterAll(async () => {
  await playground.stop();
});

const create = (body: object) => answerOf(playground.admin, keyEndpoints.create, { body }, 201);

describe('creating a key', () => {
  it('tells all of it, and its token, once', async () => {
    const editor = await makeRole(playground.strapi, { name: 'Editor' });
    const expiresAt = new Date(Date.now() + 5 * DAY_MS).toISOString();
    const { data, token } = await create({
      name: '  prod-main-app ',
      description: ' Reads the catalogue.\nNightly. ',
      roles: [editor.id],
      tags: ['web', 'Production'],
      technicalOwner: { name: 'Team Web', emails: ['web@example.com', 'ops@example.com'] },
      networks: ['192.0.2.0/24', '2001:db8::/32', '198.51.100.7'],
      expiresAt,
    });

    expect(data).toMatchObject({
      name: 'prod-main-app',
      description: 'Reads the catalogue.\nNightly.',
      type: 'api-key',
      status: 'active',
      roles: [{ id: editor.id, name: 'Editor', code: 'editor' }],
      tags: [{ name: 'Production' }, { name: 'web' }],
      author: { name: 'Ada Admin' },
      createdByName: 'Ada Admin',
      lastIssuedBy: 'Ada Admin',
      technicalOwner: { name: 'Team Web', emails: ['web@example.com', 'ops@example.com'] },
      networks: ['192.0.2.0/24', '2001:db8::/32', '198.51.100.7'],
      expiresAt,
      revokedAt: null,
      revokedBy: null,
      revision: 0,
      usage: { allowed: 0, denied: 0, lastUsedAt: null, lastAddress: null },
    });
    expect(token).toMatch(TOKEN_PATTERN);
    expect(data.accessId).toBe(parseToken(token)?.accessId);
    expect(data.displayId).toBe(`sak_${data.accessId}`);
    expect(data.hint).toBe(`sak_${data.accessId}_••••${token.slice(-4)}`);
  });

  it('gives a key that needs nothing but a name the default lifetime', async () => {
    const before = Date.now();
    const { data } = await create({ name: 'bare' });

    expect(data).toMatchObject({
      description: null,
      roles: [],
      tags: [],
      technicalOwner: null,
      networks: [],
    });
    const lifetime = Date.parse(data.expiresAt ?? '') - Date.parse(data.issuedAt);
    expect(lifetime).toBe(90 * DAY_MS);
    expect(Date.parse(data.issuedAt)).toBeGreaterThanOrEqual(before);
  });

  it('gives a key that never expires where that was chosen', async () => {
    expect((await create({ name: 'for ever', expiresAt: null })).data.expiresAt).toBeNull();
  });

  it('reads an instant in any zone', async () => {
    const { data } = await create({ name: 'zoned', expiresAt: '2090-01-31T12:00:00+05:30' });

    expect(data.expiresAt).toBe('2090-01-31T06:30:00.000Z');
  });

  it('takes a role by its code, and the same role twice as one', async () => {
    const role = await makeRole(playground.strapi, { name: 'Twice' });
    const { data } = await create({ name: 'doubled', roles: [role.id, 'twice', role.id] });

    expect(data.roles).toEqual([{ id: role.id, name: 'Twice', code: 'twice' }]);
  });

  it('uses a tag that exists in another case, and makes one for two spellings', async () => {
    const { data } = await create({
      name: 'tagged',
      tags: ['WEB', 'Ｗｅｂ', 'new one', 'New One'],
    });

    expect(data.tags.map(({ name }) => name)).toEqual(['new one', 'web']);
  });

  it('takes a name of the longest length, of any script', async () => {
    const name = '鍵'.repeat(100);

    expect((await create({ name })).data.name).toBe(name);
  });

  it('opens the content API at once', async () => {
    const role = await makeRole(playground.strapi);
    const { token } = await create({ name: 'opens', roles: [role.id] });
    const { status } = await consume(`${playground.url}/api/articles`, bearer(token));

    expect(status).toBe(200);
  });

  it('answers with headers that let nobody keep the token', async () => {
    const response = await send(playground.admin, keyEndpoints.create, {
      body: { name: 'uncached' },
    });

    expect(response.status).toBe(201);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(JSON.stringify(response.headers)).not.toContain('sak_');
  });

  it('stores nothing from which the token could be read', async () => {
    const { token } = await create({ name: 'hidden' });
    const secret = parseToken(token)?.secret ?? '';
    const rows = JSON.stringify(await storedIn(playground.strapi));

    expect(secret).toHaveLength(43);
    expect(rows).not.toContain(secret);
    expect(rows).not.toContain(secret.slice(0, 12));
    expect(rows).toContain('$argon2id$');
  });
});

describe('reading a key', () => {
  it('tells all of it but the token', async () => {
    const { data, token } = await create({ name: 'read me' });
    const response = await send(playground.admin, keyEndpoints.read, { id: data.id });

    expect(response.body).toEqual({ data: { ...data, replaces: null, replacedBy: [] } });
    expect(response.text).not.toContain(token.slice(17, 40));
  });
});

describe('the expiry policy', () => {
  it('is told to whoever fills in a form', async () => {
    expect((await answerOf(playground.admin, keyEndpoints.policy)).data.expiry).toEqual({
      required: false,
      defaultDays: 90,
      maxDays: null,
    });
  });
});
