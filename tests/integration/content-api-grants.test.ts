import { strapi as createClient } from '@strapi/client';

import {
  apiKey,
  ARTICLE_CREATE,
  ARTICLE_FIND,
  bearer,
  makeKey,
  makeKeyWith,
  refusalOf,
  revoke,
  send,
  serviceOf,
} from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

const DAY_MS = 86_400_000;

let playground: Playground;
let articles: string;

beforeAll(async () => {
  playground = await startPlayground();
  articles = `${playground.url}/api/articles`;
});

afterAll(async () => {
  await playground.stop();
});

const statusOf = async (token: string) => (await send(articles, bearer(token))).status;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

describe('a key with the permission', () => {
  it('is let in by either header, and by Bearer in any case', async () => {
    const { token } = await makeKeyWith(playground.strapi);

    for (const headers of [
      bearer(token),
      apiKey(token),
      { authorization: `bearer ${token}` },
      { authorization: `BEARER ${token}` },
      { authorization: `Bearer   ${token}` },
      { 'X-API-Key': token },
    ]) {
      expect((await send(articles, headers)).status).toBe(200);
    }
  });

  it('may write where its role says so', async () => {
    const { token } = await makeKeyWith(playground.strapi, { permissions: [ARTICLE_CREATE] });

    const made = await send(articles, bearer(token), {
      method: 'POST',
      body: { data: { title: 'Written by a key' } },
    });

    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ data: { title: 'Written by a key' } });
    expect(await statusOf(token)).toBe(403);
  });

  it('adds up what its roles allow', async () => {
    const { strapi } = playground;
    const reader = await makeKeyWith(strapi);
    const writer = await makeKeyWith(strapi, { permissions: [ARTICLE_CREATE] });
    const both = await makeKey(strapi, { roles: [reader.role.id, writer.role.id] });

    expect(await statusOf(both.token)).toBe(200);
    const written = await send(articles, bearer(both.token), {
      method: 'POST',
      body: { data: { title: 'Both' } },
    });
    expect(written.status).toBe(201);
  });

  it('reads everything and writes nothing with the seeded role Read only', async () => {
    const { token } = await makeKey(playground.strapi, { roles: ['read-only'] });

    expect(await statusOf(token)).toBe(200);
    expect((await send(`${playground.url}/api/categories`, bearer(token))).status).toBe(200);
    const written = await send(articles, bearer(token), { method: 'POST', body: { data: {} } });
    expect(refusalOf(written).details.required).toEqual([ARTICLE_CREATE]);
    const signIn = `${playground.url}/api/auth/email-confirmation?confirmation=x`;
    expect(refusalOf(await send(signIn, bearer(token))).details.code).toBe('insufficient_scope');
  });

  it('does everything with the seeded role Full access', async () => {
    const { token } = await makeKey(playground.strapi, { roles: ['full-access'] });

    const made = await send(articles, bearer(token), {
      method: 'POST',
      body: { data: { title: 'Everything' } },
    });

    expect(made.status).toBe(201);
    expect((await send(`${playground.url}/api/users`, bearer(token))).status).toBe(200);
  });

  it('works for the official client', async () => {
    const { token } = await makeKeyWith(playground.strapi);
    const client = createClient({ baseURL: `${playground.url}/api`, auth: token });

    const found = await client.collection('articles').find();

    expect(Array.isArray(found.data)).toBe(true);
    await expect(client.collection('articles').create({ title: 'No' })).rejects.toMatchObject({
      response: { status: 403 },
    });
  });
});

describe('the answer to a key', () => {
  it('may be kept by no shared cache', async () => {
    const { token } = await makeKeyWith(playground.strapi);

    const { headers } = await send(articles, apiKey(token));

    expect(headers['cache-control']).toMatch(/^private/);
    expect(headers.vary).toMatch(/\bAuthorization\b/i);
    expect(headers.vary).toMatch(/\bx-api-key\b/i);
  });

  it('is kept by nobody where it refuses for want of a permission', async () => {
    const { token } = await makeKey(playground.strapi);

    const { status, headers } = await send(articles, bearer(token));

    expect(status).toBe(403);
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('what changes for a key holds for the next request', () => {
  it('after a regeneration: the old token is dead, the new one works', async () => {
    const { token, data } = await makeKeyWith(playground.strapi);
    expect(await statusOf(token)).toBe(200);

    const fresh = await serviceOf(playground.strapi, 'keys').regenerate(data.id, {
      expiresAt: null,
      revision: data.revision,
    });

    const old = await send(articles, bearer(token));
    expect(refusalOf(old).details).toEqual({
      code: 'invalid_token',
      help: expect.any(String) as string,
    });
    expect(old.status).toBe(401);
    expect(await statusOf(fresh.token)).toBe(200);
  });

  it('after a revocation', async () => {
    const key = await makeKeyWith(playground.strapi);
    expect(await statusOf(key.token)).toBe(200);

    await revoke(playground.strapi, key);

    expect(await statusOf(key.token)).toBe(401);
  });

  it('after its expiry', async () => {
    const { token } = await makeKeyWith(playground.strapi, {}, { expiresAt: inDays(1) });
    expect(await statusOf(token)).toBe(200);
    const later = Date.now() + DAY_MS + 1;
    const now = jest.spyOn(serviceOf(playground.strapi, 'clock'), 'now').mockReturnValue(later);

    const status = await statusOf(token);

    now.mockRestore();
    expect(status).toBe(401);
  });

  it('after its role lost the permission, and got it back', async () => {
    const { token, role } = await makeKeyWith(playground.strapi);
    const roles = serviceOf(playground.strapi, 'roles');
    expect(await statusOf(token)).toBe(200);

    const { revision } = await roles.update(role.id, { permissions: [], revision: role.revision });
    expect(await statusOf(token)).toBe(403);

    await roles.update(role.id, { permissions: [ARTICLE_FIND], revision });
    expect(await statusOf(token)).toBe(200);
  });

  it('after its role was deleted', async () => {
    const { token, role } = await makeKeyWith(playground.strapi);
    expect(await statusOf(token)).toBe(200);

    await serviceOf(playground.strapi, 'roles').delete(role.id);

    expect(await statusOf(token)).toBe(403);
  });

  it('after an edit: another role, another network, an earlier end', async () => {
    const { strapi } = playground;
    const keys = serviceOf(strapi, 'keys');
    const { token, data } = await makeKeyWith(strapi, { permissions: [] });
    const { role } = await makeKeyWith(strapi);
    expect(await statusOf(token)).toBe(403);

    let { revision } = await keys.update(data.id, { roles: [role.id], revision: data.revision });
    expect(await statusOf(token)).toBe(200);

    ({ revision } = await keys.update(data.id, { networks: ['192.0.2.1'], revision }));
    expect(await statusOf(token)).toBe(403);

    await keys.update(data.id, { networks: [], expiresAt: inDays(1), revision });
    expect((await send(articles, bearer(token))).headers).toHaveProperty('api-key-expires');
  });
});
