import { createHash } from 'node:crypto';

import {
  type Answer,
  ARTICLE_CREATE,
  ARTICLE_FIND,
  bearer,
  CREDENTIALS,
  makeKeyWith,
  refusalOf,
  send,
  serviceOf,
} from '../support/consumers';
import { describeOn } from '../support/database-servers';
import { type Playground, startPlayground } from '../support/playground';

const WINDOW_SECONDS = 3600;

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground({
    apiAccess: { flushIntervalMs: 600_000 },
    env: { PLAYGROUND_APOLLO_CONFIG: JSON.stringify({ allowBatchedHttpRequests: true }) },
  });
  await playground.strapi
    .documents('api::article.article')
    .create({ data: { title: 'Counted' }, status: 'published' });
});

afterAll(async () => {
  await playground.stop();
});

const limited = (requests: number) =>
  makeKeyWith(
    playground.strapi,
    { permissions: [ARTICLE_FIND, ARTICLE_CREATE] },
    { rateLimit: { requests, windowSeconds: WINDOW_SECONDS } },
  );

const post = (token: string, body: unknown, path = '/graphql') =>
  send(`${playground.url}${path}`, bearer(token), { method: 'POST', body });

const aliases = (count: number, field = 'articles { title }') =>
  Array.from({ length: count }, (_, at) => `f${at}: ${field}`).join(' ');

const limitOf = ({ status, headers }: Answer) => ({
  status,
  remaining: headers['ratelimit-remaining'],
});

const articles = () => playground.strapi.documents('api::article.article').count({});

describe('a key with a limit, by GraphQL', () => {
  it('is counted by the fields of the root that it asks for', async () => {
    const { token } = await limited(20);

    const one = await post(token, { query: '{ articles { title } }' });
    expect(limitOf(one)).toEqual({ status: 200, remaining: '19' });
    const five = await post(token, { query: `{ ${aliases(5)} }` });
    expect(limitOf(five)).toEqual({ status: 200, remaining: '14' });
    const named = { query: `query A { ${aliases(3)} } query B { __typename }`, operationName: 'A' };
    expect(limitOf(await post(token, named))).toEqual({ status: 200, remaining: '11' });
    const spread = { query: `{ ...F ...F } fragment F on Query { ${aliases(2)} }` };
    expect(limitOf(await post(token, spread))).toEqual({ status: 200, remaining: '9' });
    const unreadable = await post(token, { query: '{ articles {' });
    expect(limitOf(unreadable)).toEqual({ status: 400, remaining: '8' });
  });

  it('is counted the same by GET, and under other spellings of the address', async () => {
    const { token } = await limited(20);
    const text = encodeURIComponent(`{ ${aliases(4)} }`);
    const headers = { ...bearer(token), 'apollo-require-preflight': 'yes' };

    const got = await send(`${playground.url}/graphql?query=${text}`, headers);
    expect(limitOf(got)).toEqual({ status: 200, remaining: '16' });
    // Strapi reads no more than the first thousand of an address.
    const late = `${playground.url}/graphql?${'a&'.repeat(1000)}query=${text}`;
    expect(limitOf(await send(late, headers))).toEqual({ status: 200, remaining: '12' });
    for (const [path, remaining] of [
      ['/graphql/', '8'],
      ['/GraphQL', '4'],
    ] as const) {
      const answer = await post(token, { query: `{ ${aliases(4)} }` }, path);
      expect(limitOf(answer)).toEqual({ status: 200, remaining });
    }
  });

  it('is refused whole before anything runs, as by REST', async () => {
    const { token, data } = await limited(10);
    await post(token, { query: `{ ${aliases(4)} }` });
    const before = await articles();
    const mutations = aliases(7, 'createArticle(data: { title: "Never" }) { documentId }');

    const answer = await post(token, { query: `mutation { ${mutations} }` });

    expect(limitOf(answer)).toEqual({ status: 429, remaining: '0' });
    expect(refusalOf(answer).details).toMatchObject({
      code: 'rate_limited',
      accessId: data.accessId,
    });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(WINDOW_SECONDS - 60);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(await articles()).toBe(before);
    expect((await post(token, { query: '{ articles { title } }' })).status).toBe(429);
  });

  it('is counted by all operations of a batch, and refused with all of them', async () => {
    const { token } = await limited(10);
    const batch = (count: number, text: string) =>
      Array.from({ length: count }, () => ({ query: text }));
    const before = await articles();

    const three = await post(token, batch(3, `{ ${aliases(2)} }`));
    expect(limitOf(three)).toEqual({ status: 200, remaining: '4' });
    const five = await post(
      token,
      batch(5, 'mutation { createArticle(data: { title: "Never" }) { documentId } }'),
    );

    expect(limitOf(five)).toEqual({ status: 429, remaining: '0' });
    expect(await articles()).toBe(before);
  });

  it('is counted by what a stored document asks for, of which only the hash is sent', async () => {
    const { token, data } = await limited(10);
    const text = `mutation { ${aliases(4, 'createArticle(data: { title: "Stored" }) { documentId }')} }`;
    const sha256Hash = createHash('sha256').update(text).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };

    expect(limitOf(await post(token, { query: text, extensions }))).toEqual({
      status: 200,
      remaining: '6',
    });
    expect(limitOf(await post(token, { extensions }))).toEqual({ status: 200, remaining: '2' });
    const before = await articles();
    const over = await post(token, { extensions });

    expect(limitOf(over)).toEqual({ status: 429, remaining: '0' });
    expect(refusalOf(over).details.code).toBe('rate_limited');
    expect(over.headers['retry-after']).toBe(over.headers['ratelimit-reset']);
    expect(await articles()).toBe(before);
    await serviceOf(playground.strapi, 'usage').flush();
    const { usage } = await serviceOf(playground.strapi, 'keys').read(data.id);
    expect(usage).toMatchObject({ allowed: 2, denied: 1 });
  });

  it('never lets in more than its limit, however many ask at once', async () => {
    const { token } = await limited(10);
    const query = `{ ${aliases(3)} }`;
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(token, { query })));

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
  });

  it('is counted as one by REST, whatever the body says', async () => {
    const { token } = await limited(10);

    const answer = await post(
      token,
      { query: `{ ${aliases(5)} }`, data: { title: 'By REST' } },
      '/api/articles',
    );

    expect(answer.headers['ratelimit-remaining']).toBe('9');
  });
});

describeOn('sqlite', 'a key', () => {
  const selectsOf = async (token: string) => {
    const statements: string[] = [];
    const listen = ({ sql }: { sql: string }) => void statements.push(sql);
    playground.strapi.db.connection.on('query', listen);
    try {
      await post(token, { query: `{ ${aliases(5)} }` });
    } finally {
      playground.strapi.db.connection.removeListener('query', listen);
    }
    return statements.filter((sql) => sql.includes(CREDENTIALS)).length;
  };

  it('is decided about by one SELECT, with a limit or without, however many fields are asked for', async () => {
    const unlimited = await makeKeyWith(playground.strapi);

    expect(await selectsOf(unlimited.token)).toBe(1);
    expect(await selectsOf((await limited(10)).token)).toBe(1);
  });
});
