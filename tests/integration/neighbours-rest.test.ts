import {
  type Answer,
  apiKey,
  ARTICLE_FIND,
  bearer,
  CATEGORY_FIND,
  damaged,
  forged,
  makeKeyWith,
  refusalOf,
  revoke,
  send,
} from '../support/consumers';
import {
  allow,
  blockEndUser,
  expireApiToken,
  makeApiToken,
  makeEndUser,
} from '../support/end-users';
import { type FreshDatabase, freshDatabase } from '../support/database-servers';
import { type Playground, startPlayground } from '../support/playground';

const PATHS = [
  '/articles',
  '/categories',
  '/articles-open',
  '/guarded/free',
  '/users/me',
  '/no-such-route',
  '/articles/no-such-document',
];

interface Neighbours {
  jwt: string;
  blocked: string;
  custom: string;
  readOnly: string;
  fullAccess: string;
  expired: string;
}

let database: FreshDatabase;
let neighbours: Neighbours;
let before: Record<string, unknown>;
let playground: Playground;

const makeNeighbours = async ({ strapi, url }: Playground): Promise<Neighbours> => {
  await allow(strapi, 'public', CATEGORY_FIND);
  await allow(strapi, 'authenticated', ARTICLE_FIND, 'plugin::users-permissions.user.me');
  const { jwt } = await makeEndUser(strapi, url, 'emma');
  const blocked = await makeEndUser(strapi, url, 'bert');
  await blockEndUser(strapi, blocked.id);
  const custom = { name: 'Custom', type: 'custom', permissions: [ARTICLE_FIND] } as const;
  const made = {
    jwt,
    blocked: blocked.jwt,
    custom: await makeApiToken(strapi, { ...custom, permissions: [...custom.permissions] }),
    readOnly: await makeApiToken(strapi, { name: 'Read', type: 'read-only' }),
    fullAccess: await makeApiToken(strapi, { name: 'Full', type: 'full-access' }),
    expired: await makeApiToken(strapi, { name: 'Expired', type: 'full-access' }),
  };
  await expireApiToken(strapi, 'Expired');
  return made;
};

const credentialsOf = (n: Neighbours): Record<string, Record<string, string>> => ({
  nothing: {},
  'an end user': bearer(n.jwt),
  'an end user beside a gateway’s x-api-key': { ...bearer(n.jwt), ...apiKey('gateway') },
  'a blocked end user': bearer(n.blocked),
  'a custom API token': bearer(n.custom),
  'a read-only API token': bearer(n.readOnly),
  'a full-access API token': bearer(n.fullAccess),
  'an expired API token': bearer(n.expired),
  'an API token in the wrong header': apiKey(n.fullAccess),
  'an end user’s token in the wrong header': apiKey(n.jwt),
  'a bearer token of nobody': bearer('nobody'),
  'a Bearer without a token': { authorization: 'Bearer' },
  'basic authentication': { authorization: 'Basic YWRhOmFkYQ==' },
  'something that looks like a key, but is none': bearer(`sak_${'0'.repeat(61)}`),
});

const comparable = ({ status, headers: { date: _, ...headers }, body }: Answer) => ({
  status,
  headers,
  body,
});

/** What everybody but a key's holder is answered; keys must not change a byte of it. */
const answers = async ({ url }: Playground): Promise<Record<string, unknown>> => {
  const found: Record<string, unknown> = {};
  for (const [name, headers] of Object.entries(credentialsOf(neighbours))) {
    for (const each of PATHS) {
      found[`${name}: GET ${each}`] = comparable(await send(`${url}/api${each}`, headers));
    }
    const wrong = { method: 'POST', body: { data: {} } };
    found[`${name}: POST /articles`] = comparable(
      await send(`${url}/api/articles`, headers, wrong),
    );
  }
  return found;
};

beforeAll(async () => {
  database = await freshDatabase(undefined, { empty: true });
  const without = await startPlayground({ database, withoutApiAccess: true });
  neighbours = await makeNeighbours(without);
  before = await answers(without);
  await without.stop();
});

afterAll(() => database.drop());

it('knows neighbours of every kind, some let in and some refused', () => {
  const statusOf = (name: string) => (before[name] as { status: number }).status;

  expect(statusOf('nothing: GET /categories')).toBe(200);
  expect(statusOf('nothing: GET /articles')).toBe(403);
  expect(statusOf('an end user: GET /articles')).toBe(200);
  expect(statusOf('a blocked end user: GET /articles')).toBe(401);
  expect(statusOf('a custom API token: GET /articles')).toBe(200);
  expect(statusOf('a custom API token: GET /categories')).toBe(403);
  expect(statusOf('a read-only API token: POST /articles')).toBe(403);
  expect(statusOf('a full-access API token: POST /articles')).toBe(400);
  expect(statusOf('an expired API token: GET /articles')).toBe(401);
  expect(statusOf('an API token in the wrong header: GET /articles')).toBe(403);
});

describe.each([
  { precedence: 'first', lastPlugin: 'api-access' },
  { precedence: 'first', lastPlugin: 'users-permissions' },
  { precedence: 'last', lastPlugin: 'api-access' },
  { precedence: 'last', lastPlugin: 'users-permissions' },
] as const)('with keys asked for $precedence and $lastPlugin as last plugin', (options) => {
  const { precedence, lastPlugin } = options;

  beforeAll(async () => {
    playground = await startPlayground({ database, lastPlugin, apiAccess: { precedence } });
  });

  afterAll(async () => {
    await playground.stop();
  });

  const ask = (name: string, headers: object) =>
    send(`${playground.url}/api${name}`, { ...headers });

  it('everybody else is answered exactly as without the plugin', async () => {
    expect(await answers(playground)).toEqual(before);
  });

  it('a key is let in by either header, and refused where it may not', async () => {
    const { token } = await makeKeyWith(playground.strapi);

    for (const header of [bearer, apiKey]) {
      const answer = await ask('/articles', header(token));
      expect(answer.status).toBe(200);
      expect(answer.headers['cache-control']).toMatch(/^private/);

      const refused = await ask('/categories', header(token));
      expect(refused.status).toBe(403);
      expect(refusalOf(refused).details.required).toEqual([CATEGORY_FIND]);
    }
  });

  it('a key that does not work is told so, on a public route too', async () => {
    const key = await makeKeyWith(playground.strapi);
    const ended = await makeKeyWith(playground.strapi);
    await revoke(playground.strapi, ended);
    const codeOf = async (headers: object) => {
      const answer = await ask('/categories', headers);
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer realm="content-api", error=/);
      return [answer.status, refusalOf(answer).details.code];
    };

    for (const header of [bearer, apiKey]) {
      expect(await codeOf(header(forged(key.token)))).toEqual([401, 'invalid_token']);
      expect(await codeOf(header(damaged(key.token)))).toEqual([401, 'invalid_token']);
      expect(await codeOf(header(ended.token))).toEqual([401, 'revoked_token']);
    }
    const conflict = [400, 'conflicting_tokens'];
    expect(await codeOf({ ...bearer(key.token), ...apiKey(ended.token) })).toEqual(conflict);
    expect(await codeOf({ 'x-api-key': [key.token, ended.token] })).toEqual(conflict);
  });

  it('routes without Strapi’s own check take no notice of a key, and policies do', async () => {
    const { token } = await makeKeyWith(playground.strapi);

    expect((await ask('/articles-open', apiKey(forged(token)))).status).toBe(200);
    expect((await ask('/guarded/open-door', apiKey(token))).status).toBe(200);
    expect((await ask('/guarded/open-door', apiKey(forged(token)))).status).toBe(401);
    expect((await ask('/guarded/open-door', bearer(neighbours.fullAccess))).status).toBe(401);
  });

  it('a key beside an end user’s token counts, unless users come before keys', async () => {
    const { token } = await makeKeyWith(playground.strapi, { permissions: [CATEGORY_FIND] });
    const usersFirst = precedence === 'last' && lastPlugin === 'api-access';

    const headers = { ...bearer(neighbours.jwt), ...apiKey(token) };

    expect((await ask('/categories', headers)).status).toBe(usersFirst ? 403 : 200);
    expect((await ask('/articles', headers)).status).toBe(usersFirst ? 200 : 403);
  });
});
