import { apiKey, bearer, forged, makeKeyWith, refusalOf, send } from '../support/consumers';
import { type FreshDatabase, freshDatabase } from '../support/database-servers';
import { type Playground, startPlayground } from '../support/playground';

let playground: Playground;
let articles: string;

let database: FreshDatabase;

const boot = async (apiAccess: Record<string, unknown>) => {
  playground = await startPlayground({ database, apiAccess });
  articles = `${playground.url}/api/articles`;
};

const reboot = async (apiAccess: Record<string, unknown>) => {
  await playground.stop();
  await boot(apiAccess);
};

beforeAll(async () => {
  database = await freshDatabase();
  await boot({});
});

afterAll(async () => {
  await playground.stop();
  await database.drop();
});

describe('a request without a key', () => {
  it('is Strapi’s own affair, and none of ours', async () => {
    for (const headers of [
      {},
      { authorization: 'Basic YWJjOmRlZg==' },
      { 'x-api-key': 'gateway' },
    ]) {
      const answer = await send(articles, headers);

      expect([401, 403]).toContain(answer.status);
      expect(answer.headers).not.toHaveProperty('www-authenticate');
      expect(answer.body).toMatchObject({ error: { details: {} } });
    }
  });

  it('is not saved by a token in its URL', async () => {
    const { token } = await makeKeyWith(playground.strapi);

    for (const name of [
      'token',
      'access_token',
      'apiKey',
      'api_key',
      'x-api-key',
      'authorization',
    ]) {
      expect((await send(`${articles}?${name}=${token}`)).status).toBe(403);
    }
  });
});

describe('two keys in one request', () => {
  it('are refused with 400, in two headers or in one sent twice', async () => {
    const one = await makeKeyWith(playground.strapi);
    const two = await makeKeyWith(playground.strapi);

    for (const headers of [
      { ...bearer(one.token), ...apiKey(two.token) },
      { 'x-api-key': [one.token, two.token] },
      { 'x-api-key': `${one.token}, ${two.token}` },
      { ...bearer(one.token), ...apiKey(forged(one.token)) },
    ]) {
      const answer = await send(articles, headers);

      expect(answer.status).toBe(400);
      expect(answer.headers['www-authenticate']).toContain('error="invalid_request"');
      expect(refusalOf(answer)).toMatchObject({
        name: 'BadRequestError',
        details: { code: 'conflicting_tokens' },
      });
      expect(JSON.stringify(answer.body)).not.toContain(one.data.accessId);
    }
  });

  it('are fine where both are the same', async () => {
    const { token } = await makeKeyWith(playground.strapi);

    for (const headers of [
      { ...bearer(token), ...apiKey(token) },
      { 'x-api-key': [token, token] },
    ]) {
      expect((await send(articles, headers)).status).toBe(200);
    }
  });
});

describe('another configuration', () => {
  it('renames the second header and the prefix', async () => {
    await reboot({ header: 'x-acme-key', keyPrefix: 'acme' });
    const { token } = await makeKeyWith(playground.strapi);

    expect(token).toMatch(/^acme_/);
    expect((await send(articles, { 'x-acme-key': token })).status).toBe(200);
    expect((await send(articles, apiKey(token))).status).toBe(403);
    expect((await send(articles, bearer(token))).headers.vary).toMatch(/\bx-acme-key\b/);
  });

  it('turns the second header off, and leaves tokens with an older prefix valid', async () => {
    const { token } = await makeKeyWith(playground.strapi);
    await reboot({ header: false, keyPrefix: 'newer' });

    expect((await send(articles, bearer(token))).status).toBe(200);
    expect((await send(articles, apiKey(token))).status).toBe(403);
    expect((await send(articles, { ...bearer(token), ...apiKey(forged(token)) })).status).toBe(200);
  });
});
