import { activityEndpoints, keyEndpoints, strapiTokenEndpoints } from '../../contracts';
import { answerOf } from '../support/admin-api';
import {
  ARTICLE_CREATE,
  ARTICLE_FIND,
  bearer,
  CATEGORY_FIND,
  makeKey,
  refusalOf,
  send,
  serviceOf,
} from '../support/consumers';
import { expireApiToken, makeApiToken } from '../support/end-users';
import { type Playground, startPlayground } from '../support/playground';

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground();
});

afterAll(async () => {
  await playground.stop();
});

const ASKED: [string, string, object?][] = [
  ['GET', '/articles'],
  ['GET', '/articles?status=draft'],
  ['GET', '/categories'],
  ['GET', '/users'],
  ['POST', '/articles', { data: { title: 'Written by a token' } }],
  ['POST', '/categories', {}],
  ['GET', '/no-such-route'],
];

const asked = async (token: string): Promise<Record<string, number>> => {
  const said: Record<string, number> = {};
  for (const [method, at, body] of ASKED) {
    const { status } = await send(`${playground.url}/api${at}`, bearer(token), { method, body });
    said[`${method} ${at}`] = status;
  }
  return said;
};

interface TokenRow {
  id: number;
  name: string;
}

/** By its very name: databases differ in how they compare case. */
const rowOf = async (name: string): Promise<TokenRow | null> => {
  const rows = (await playground.strapi.db.query('admin::api-token').findMany()) as TokenRow[];
  return rows.find((row) => row.name === name) ?? null;
};

const idOf = async (name: string): Promise<number> => {
  const row = await rowOf(name);
  if (row === null) throw new Error(`Strapi has no API token ${name}.`);
  return row.id;
};

const move = async (...names: string[]) => {
  const ids = await Promise.all(names.map(idOf));
  return (await answerOf(playground.admin, strapiTokenEndpoints.move, { body: { ids } })).data;
};

const moved = async (name: string) => {
  const { done, failed } = await move(name);
  expect(failed).toEqual([]);
  const [one] = done;
  if (one === undefined) throw new Error(`${name} was not moved.`);
  return one;
};

const keyOf = async (id: string) =>
  (await answerOf(playground.admin, keyEndpoints.read, { id })).data;

describe('one of Strapi’s own API tokens that is moved here', () => {
  it.each([
    ['full-access', undefined],
    ['read-only', undefined],
    ['custom', [ARTICLE_FIND, ARTICLE_CREATE]],
    ['custom', []],
  ] as const)('opens what it opened before: %s %j', async (type, permissions) => {
    const { strapi } = playground;
    const name = `Before ${type} ${permissions?.length ?? ''}`;
    const token = await makeApiToken(strapi, {
      name,
      type,
      ...(permissions === undefined ? {} : { permissions: [...permissions] }),
    });
    const before = await asked(token);
    const { key, role } = await moved(name);
    expect(await asked(token)).toEqual(before);
    expect(await rowOf(name)).toBeNull();
    expect(role === null).toBe(permissions?.length === 0);
    const { status, strapiToken, hint } = await keyOf(key.id);
    expect({ status, strapiToken, hint }).toEqual({
      status: 'active',
      strapiToken: true,
      hint: '',
    });
  });

  it('is counted, asked who it is, and told apart in headers as a key is', async () => {
    const token = await makeApiToken(playground.strapi, { name: 'Told', type: 'full-access' });
    const { key } = await moved('Told');
    const whoami = await send(`${playground.url}/api/api-access/whoami`, bearer(token));
    expect(whoami).toMatchObject({ status: 200, body: { data: { name: 'Told' } } });
    const { headers } = await send(`${playground.url}/api/articles`, bearer(token));
    expect(headers).toMatchObject({
      'cache-control': expect.stringContaining('private') as string,
    });
    await serviceOf(playground.strapi, 'usage').flush();
    expect((await keyOf(key.id)).usage.allowed).toBe(2);
    expect(await serviceOf(playground.strapi, 'keys').verify(token)).toMatchObject({
      outcome: 'granted',
      credentials: { id: key.id },
    });
  });

  it('keeps its name, description, expiry and last use, and says who moved it', async () => {
    const { strapi } = playground;
    const expiresAt = new Date(Date.now() + 5 * 86_400_000).toISOString();
    const lastUsedAt = new Date(Date.now() - 86_400_000).toISOString();
    await makeApiToken(strapi, { name: 'Kept', type: 'custom', permissions: [CATEGORY_FIND] });
    await strapi.db.query('admin::api-token').update({
      where: { name: 'Kept' },
      data: { description: 'For the kiosk', expiresAt, lastUsedAt },
    });
    const { key } = await moved('Kept');
    expect(await keyOf(key.id)).toMatchObject({
      name: 'Kept',
      description: 'For the kiosk',
      expiresAt,
      usage: { lastUsedAt, allowed: 0 },
      roles: [{ name: 'Strapi Kept', code: 'strapi-kept' }],
      author: { name: 'Ada Admin' },
    });
    const neverUsed = await answerOf(playground.admin, keyEndpoints.list, {
      query: { quick: 'never-used', search: 'Kept' },
    });
    expect(neverUsed.data).toEqual([]);
    const { data } = await answerOf(playground.admin, activityEndpoints.list, {
      query: { key: key.id },
    });
    expect(data).toMatchObject([{ kind: 'key.moved', subject: { name: 'Kept' } }]);
    expect(data).toHaveLength(1);
  });

  it('is dead at once when its key is regenerated, and the new token works', async () => {
    const token = await makeApiToken(playground.strapi, { name: 'Renewed', type: 'full-access' });
    const { key } = await moved('Renewed');
    const { revision } = await keyOf(key.id);
    const answer = await answerOf(playground.admin, keyEndpoints.regenerate, {
      id: key.id,
      body: { expiresAt: null, revision },
    });
    expect(answer.data).toMatchObject({ strapiToken: false, displayId: key.displayId });
    expect(await asked(token)).toMatchObject({ 'GET /articles': 401 });
    expect(await asked(answer.token)).toMatchObject({ 'GET /articles': 200 });
  });

  it('is refused with its reason when its key is revoked', async () => {
    const token = await makeApiToken(playground.strapi, { name: 'Ended', type: 'full-access' });
    const { key } = await moved('Ended');
    const { revision } = await keyOf(key.id);
    await answerOf(playground.admin, keyEndpoints.revoke, { id: key.id, body: { revision } });
    const answer = await send(`${playground.url}/api/articles`, bearer(token));
    expect(answer.headers['www-authenticate']).toContain('invalid_token');
    expect(refusalOf(answer)).toMatchObject({
      status: 401,
      details: { code: 'revoked_token', accessId: (await keyOf(key.id)).accessId },
    });
  });

  it('is nobody’s when its key is deleted', async () => {
    const token = await makeApiToken(playground.strapi, { name: 'Gone', type: 'full-access' });
    const { key } = await moved('Gone');
    await answerOf(playground.admin, keyEndpoints.delete, { id: key.id });
    expect(await asked(token)).toMatchObject({ 'GET /articles': 401 });
    expect(await rowOf('Gone')).toBeNull();
  });

  it('is taken by GraphQL too, until its key is revoked', async () => {
    const { strapi, url } = playground;
    const token = await makeApiToken(strapi, { name: 'Graph', type: 'read-only' });
    const { key } = await moved('Graph');
    const ask = () => {
      const body = { query: '{ articles { title } }' };
      return send(`${url}/graphql`, bearer(token), { method: 'POST', body });
    };
    expect(await ask()).toMatchObject({
      status: 200,
      body: { data: { articles: expect.any(Array) as unknown[] } },
    });
    await serviceOf(strapi, 'keys').revoke(key.id, { revision: 0 });
    expect(refusalOf(await ask()).details.code).toBe('revoked_token');
  });

  it('opens nothing by the second header, where Strapi never looked for it', async () => {
    const token = await makeApiToken(playground.strapi, { name: 'Header', type: 'full-access' });
    await moved('Header');
    const { status } = await send(`${playground.url}/api/articles`, { 'x-api-key': token });
    expect(status).toBe(403);
  });

  it('shares an API role with others that open the same, and takes no name twice', async () => {
    const { strapi } = playground;
    await makeKey(strapi, { name: 'twin' });
    for (const name of ['Twin', 'TWIN']) {
      await makeApiToken(strapi, { name, type: 'custom', permissions: [ARTICLE_FIND] });
    }
    const { done } = await move('Twin', 'TWIN');
    expect(done.map(({ key }) => key.name)).toEqual(['Twin 2', 'TWIN 3']);
    expect(new Set(done.map(({ role }) => role)).size).toBe(1);
  });
});

describe('the list of what can be moved', () => {
  it('says what becomes of each token, changes nothing, and leaves out those of the admin API', async () => {
    const { strapi, admin } = playground;
    await makeApiToken(strapi, { name: 'Listed', type: 'custom', permissions: [ARTICLE_FIND] });
    await makeApiToken(strapi, { name: 'Too late', type: 'full-access' });
    await expireApiToken(strapi, 'Too late');
    const tokens = strapi.db.query('admin::api-token');
    await tokens.create({ data: { name: 'Admin', kind: 'admin', accessKey: 'none', type: null } });
    const { data } = await answerOf(admin, strapiTokenEndpoints.list);
    expect(data).toMatchObject([
      { name: 'Full Access', isUntouchedDefault: true },
      { name: 'Listed', isUntouchedDefault: false, keyName: 'Listed', problem: null },
      { name: 'Read Only', isUntouchedDefault: true },
      { name: 'Too late', problem: { code: 'strapi_token_expired' } },
    ]);
    expect((await answerOf(admin, strapiTokenEndpoints.count)).data).toEqual({ total: 1 });
    expect(await rowOf('Listed')).not.toBeNull();
    const { done, failed } = await move('Listed', 'Too late');
    expect(done).toMatchObject([{ name: 'Listed' }]);
    expect(failed).toMatchObject([{ name: 'Too late', code: 'strapi_token_expired' }]);
    expect(await rowOf('Too late')).not.toBeNull();
  });
});
