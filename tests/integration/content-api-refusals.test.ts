import {
  apiKey,
  ARTICLE_FIND,
  bearer,
  damaged,
  expire,
  forged,
  makeKey,
  makeKeyWith,
  refusalOf,
  revoke,
  send,
  serviceOf,
  unknown,
} from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

let playground: Playground;
let articles: string;

beforeAll(async () => {
  playground = await startPlayground();
  articles = `${playground.url}/api/articles`;
});

afterAll(async () => {
  await playground.stop();
});

const ask = (token: string) => send(articles, bearer(token));

/** All of an answer that could tell one refusal from another; `date` tells only the time. */
const visible = ({
  status,
  headers: { date: _, ...headers },
  body,
}: Awaited<ReturnType<typeof send>>) => ({
  status,
  headers,
  body,
});

describe('a token that opens nothing', () => {
  it('is refused with 401, a challenge, and advice what to do', async () => {
    const { token } = await makeKeyWith(playground.strapi);

    const answer = await ask(forged(token));

    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe(
      'Bearer realm="content-api", error="invalid_token", error_description="Invalid API key"',
    );
    expect(answer.headers['cache-control']).toBe('no-store');
    const { status, name, details } = refusalOf(answer);
    expect({ status, name, code: details.code }).toEqual({
      status: 401,
      name: 'UnauthorizedError',
      code: 'invalid_token',
    });
    expect(details.help).toMatch(/copied whole/);
  });

  it('looks the same whether its key exists, has ended, or never was', async () => {
    const { strapi } = playground;
    const live = await makeKeyWith(strapi);
    const expired = await makeKeyWith(strapi);
    await expire(strapi, expired.data.accessId);
    const revoked = await makeKeyWith(strapi);
    await revoke(strapi, revoked);
    const elsewhere = await makeKeyWith(strapi, {}, { networks: ['192.0.2.0/24'] });

    const nobody = visible(await ask(unknown(live.token)));

    expect(nobody.status).toBe(401);
    for (const token of [live, expired, revoked, elsewhere].map((key) => forged(key.token))) {
      expect(visible(await ask(token))).toEqual(nobody);
      expect(visible(await send(articles, apiKey(token)))).toEqual(nobody);
    }
  });

  it('tells neither the Access ID nor what the route asks for', async () => {
    const { token, data } = await makeKeyWith(playground.strapi, { permissions: [] });

    const answer = await ask(forged(token));

    expect(JSON.stringify(answer)).not.toContain(data.accessId);
    expect(JSON.stringify(answer)).not.toContain(ARTICLE_FIND);
  });

  it.each([
    ['its last character changed', (token: string) => damaged(token)],
    ['a character of its secret changed', (token: string) => token.replace(/_[^_]+$/, flipFirst)],
    [
      'a character of its Access ID changed',
      (token: string) => token.replace(/_[^_]+_/, flipFirst),
    ],
  ])('is refused with %s', async (_, change) => {
    const { token } = await makeKeyWith(playground.strapi);
    expect(change(token)).not.toBe(token);

    for (const header of [bearer, apiKey]) {
      const answer = await send(articles, header(change(token)));

      expect(answer.status).toBe(401);
      expect(refusalOf(answer).details.code).toBe('invalid_token');
    }
  });

  it.each([
    ['cut short', (token: string) => token.slice(0, -1)],
    ['one character too long', (token: string) => `${token}a`],
    ['in upper case', (token: string) => token.toUpperCase()],
    ['under another prefix', (token: string) => token.replace(/^sak/, 'abc')],
  ])('grants nothing when it is %s', async (_, change) => {
    const { token } = await makeKeyWith(playground.strapi);

    for (const header of [bearer, apiKey]) {
      expect([401, 403]).toContain((await send(articles, header(change(token)))).status);
    }
  });
});

/** Changes the second character of a match: the first is the underscore. */
const flipFirst = (part: string) => `_${part[1] === 'a' ? 'b' : 'a'}${part.slice(2)}`;

describe('the true holder of a key that does not work', () => {
  it('learns that it has expired', async () => {
    const { token, data } = await makeKeyWith(playground.strapi);
    await expire(playground.strapi, data.accessId);

    const answer = await ask(token);

    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toContain('error="invalid_token"');
    expect(refusalOf(answer)).toMatchObject({
      message: 'API key expired',
      details: { code: 'expired_token', accessId: data.accessId },
    });
  });

  it('learns that it has expired the very millisecond of its expiry', async () => {
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    const { token } = await makeKeyWith(playground.strapi, {}, { expiresAt });
    const now = jest.spyOn(serviceOf(playground.strapi, 'clock'), 'now');
    try {
      now.mockReturnValue(Date.parse(expiresAt) - 1);
      expect((await ask(token)).status).toBe(200);

      now.mockReturnValue(Date.parse(expiresAt));
      expect(refusalOf(await ask(token)).details.code).toBe('expired_token');
    } finally {
      now.mockRestore();
    }
  });

  it('learns that it was revoked, though it has expired too', async () => {
    const key = await makeKeyWith(playground.strapi);
    await revoke(playground.strapi, key);
    await expire(playground.strapi, key.data.accessId);

    const answer = await ask(key.token);

    expect(answer.status).toBe(401);
    expect(refusalOf(answer)).toMatchObject({
      message: 'API key revoked',
      details: { code: 'revoked_token', accessId: key.data.accessId },
    });
  });

  it('learns nothing any more once the key is deleted', async () => {
    const { token, data } = await makeKeyWith(playground.strapi);
    await serviceOf(playground.strapi, 'keys').delete(data.id);

    expect(visible(await ask(token))).toEqual(visible(await ask(unknown(token))));
  });

  it('learns that it calls from the wrong network', async () => {
    const { strapi } = playground;
    const elsewhere = await makeKeyWith(
      strapi,
      {},
      { networks: ['192.0.2.0/24', '2001:db8::/32'] },
    );
    const here = await makeKeyWith(strapi, {}, { networks: ['192.0.2.1', '127.0.0.0/8'] });

    const answer = await ask(elsewhere.token);

    expect(answer.status).toBe(403);
    expect(answer.headers['www-authenticate']).toContain('error="insufficient_scope"');
    expect(refusalOf(answer).details).toMatchObject({
      code: 'address_not_allowed',
      accessId: elsewhere.data.accessId,
    });
    expect((await ask(here.token)).status).toBe(200);
  });

  it('is not let in by an address that it only claims', async () => {
    const { token } = await makeKeyWith(playground.strapi, {}, { networks: ['192.0.2.0/24'] });

    const answer = await send(articles, {
      ...bearer(token),
      'x-forwarded-for': '192.0.2.7',
      forwarded: 'for=192.0.2.7',
      'x-real-ip': '192.0.2.7',
    });

    expect(answer.status).toBe(403);
  });
});

describe('a key that lacks a permission', () => {
  it('is told by 403 which action is missing', async () => {
    const { token, data } = await makeKeyWith(playground.strapi);

    const answer = await send(articles, bearer(token), {
      method: 'POST',
      body: { data: { title: 'Never stored' } },
    });

    expect(answer.status).toBe(403);
    expect(answer.headers['www-authenticate']).toBe(
      'Bearer realm="content-api", error="insufficient_scope", ' +
        'error_description="API key lacks a permission", scope="api::article.article.create"',
    );
    expect(refusalOf(answer)).toMatchObject({
      name: 'ForbiddenError',
      details: {
        code: 'insufficient_scope',
        required: ['api::article.article.create'],
        accessId: data.accessId,
      },
    });
    expect(await playground.strapi.documents('api::article.article').count({})).toBe(0);
  });

  it('may do nothing without a role', async () => {
    const { token } = await makeKey(playground.strapi);

    expect(refusalOf(await ask(token)).details).toMatchObject({
      code: 'insufficient_scope',
      required: [ARTICLE_FIND],
    });
  });
});
