import {
  apiKey,
  bearer,
  CREDENTIALS,
  damaged,
  forged,
  makeKeyWith,
  makeRole,
  send,
  serviceOf,
  unknown,
} from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

const WRITE = /^\s*(?:insert|update|delete|replace)/i;

let playground: Playground;
let token: string;

beforeAll(async () => {
  playground = await startPlayground({ apiAccess: { flushIntervalMs: 600_000 } });
  const { strapi } = playground;
  await makeRole(strapi, { code: 'other' });
  ({ token } = await makeKeyWith(strapi, { code: 'editor', kind: 'full-access', permissions: [] }));
  await strapi
    .documents('api::article.article')
    .create({ data: { title: 'Measured' }, status: 'published' });
});

afterAll(async () => {
  await playground.stop();
});

/** The statements of one request. */
const sqlOf = async (path: string, headers: object) => {
  const statements: string[] = [];
  const listen = ({ sql }: { sql: string }) => void statements.push(sql);
  playground.strapi.db.connection.on('query', listen);
  try {
    const { status } = await send(`${playground.url}/api${path}`, { ...headers });
    return { status, statements };
  } finally {
    playground.strapi.db.connection.removeListener('query', listen);
  }
};

describe('a warm request', () => {
  it.each(['', '?filters[title]=Measured&sort=title&pagination[pageSize]=1'])(
    'costs one SELECT more than the open twin of the route, and no write: %s',
    async (query) => {
      for (const headers of [bearer(token), apiKey(token)]) {
        await sqlOf(`/articles${query}`, headers);
        const open = await sqlOf(`/articles-open${query}`, {});
        const guarded = await sqlOf(`/articles${query}`, headers);

        expect([open.status, guarded.status]).toEqual([200, 200]);
        const [ours, ...rest] = guarded.statements;
        expect(ours).toMatch(/^select /i);
        expect(ours).toContain(CREDENTIALS);
        expect(rest).toEqual(open.statements);
        expect(guarded.statements.filter((sql) => WRITE.test(sql))).toEqual([]);
      }
    },
  );

  it('costs one SELECT of ours however many relations are asked for', async () => {
    const path = '/articles?populate[category][populate][articles]=true';
    await sqlOf(path, bearer(token));

    const { status, statements } = await sqlOf(path, bearer(token));

    expect(status).toBe(200);
    expect(statements.filter((sql) => sql.includes('api_access'))).toHaveLength(1);
    expect(statements.filter((sql) => WRITE.test(sql))).toEqual([]);
  });

  it('costs no more where the key has a rate limit, and where it is over it', async () => {
    const rateLimit = { requests: 3, windowSeconds: 3600 };
    const limited = await makeKeyWith(playground.strapi, {}, { rateLimit });
    await sqlOf('/articles', bearer(token));
    const unlimited = await sqlOf('/articles', bearer(token));
    for (const [status, count] of [
      [200, undefined],
      [200, unlimited.statements.length],
      [200, unlimited.statements.length],
      [429, 1],
    ]) {
      const { status: answered, statements } = await sqlOf('/articles', bearer(limited.token));

      expect([answered, count ?? statements.length]).toEqual([status, statements.length]);
    }
  });

  it('is decided about once, however often strategy and policy ask', async () => {
    for (const path of ['/guarded/normal', '/guarded/editors', '/api-access/whoami']) {
      await sqlOf(path, bearer(token));

      const { status, statements } = await sqlOf(path, bearer(token));

      expect({ path, status, count: statements.length }).toEqual({ path, status: 200, count: 1 });
    }
  });

  it('stays so as keys and roles grow in number', async () => {
    for (let i = 0; i < 5; i += 1) await makeKeyWith(playground.strapi);
    await sqlOf('/articles', bearer(token));

    const { statements } = await sqlOf('/articles', bearer(token));

    expect(statements.filter((sql) => sql.includes(CREDENTIALS))).toHaveLength(1);
  });
});

describe('a refused request', () => {
  it.each([
    ['forged', 1],
    ['unknown', 1],
    ['damaged', 0],
  ] as const)('with a %s key costs %d SELECT', async (kind, count) => {
    const wrong = { forged, unknown, damaged }[kind](token);

    const { status, statements } = await sqlOf('/articles', bearer(wrong));

    expect(status).toBe(401);
    expect(statements).toHaveLength(count);
  });

  it('without a key, or with somebody else’s token, asks nothing of ours', async () => {
    for (const headers of [{}, bearer('somebody-else'), apiKey('a-gateway')]) {
      const { statements } = await sqlOf('/articles', headers);

      expect(statements.filter((sql) => sql.includes('api_access'))).toEqual([]);
    }
  });

  it('never runs argon2, however many forgeries there are', async () => {
    const hashing = serviceOf(playground.strapi, 'hashing');
    const before = hashing.runs();

    for (let i = 0; i < 30; i += 1) {
      await send(`${playground.url}/api/articles`, bearer(i % 2 === 0 ? forged(token) : token));
    }

    expect(hashing.runs()).toBe(before);
  });
});
