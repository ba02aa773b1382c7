import {
  type Answer,
  apiKey,
  bearer,
  CATEGORY_FIND,
  forged,
  type KeyOptions,
  makeKeyWith,
  refusalOf,
  revoke,
  type RoleOptions,
  send,
  serviceOf,
} from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;
/** With milliseconds, which an HTTP date has no place for. */
const NOW = Date.parse('2030-01-31T11:59:59.750Z');
const TOMORROW = NOW + DAY_MS;
const TOMORROW_TEXT = 'Fri, 01 Feb 2030 11:59:59 GMT';

let playground: Playground;
let now: jest.SpiedFunction<() => number>;

const boot = async (precedence: 'first' | 'last') => {
  playground = await startPlayground({ apiAccess: { precedence } });
  now = jest.spyOn(serviceOf(playground.strapi, 'clock'), 'now');
};

beforeEach(() => now.mockReturnValue(NOW));

afterAll(() => jest.restoreAllMocks());

const keyUntil = (expiresAt: number | null, role: RoleOptions = {}, key: KeyOptions = {}) =>
  makeKeyWith(playground.strapi, role, {
    expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    ...key,
  });

type Headers = Record<string, string>;

const ask = (token: string, path = '/api/articles', headers: (token: string) => Headers = bearer) =>
  send(`${playground.url}${path}`, headers(token));

/** Status and what the answer tells of the expiry. */
const told = ({ status, headers }: Answer) => [status, headers['api-key-expires']];

describe.each(['first', 'last'] as const)('API-Key-Expires, with precedence "%s"', (precedence) => {
  beforeAll(() => boot(precedence));
  afterAll(() => playground.stop());

  it('begins exactly 30 days before, and not a second earlier', async () => {
    const limit = NOW + 30 * DAY_MS;
    const onTime = await keyUntil(limit);
    const later = await keyUntil(limit + SECOND_MS);
    const never = await keyUntil(null);

    expect(told(await ask(onTime.token))).toEqual([200, 'Sat, 02 Mar 2030 11:59:59 GMT']);
    expect(told(await ask(later.token))).toEqual([200, undefined]);
    expect(told(await ask(never.token))).toEqual([200, undefined]);

    now.mockReturnValue(NOW + SECOND_MS);
    expect(told(await ask(later.token))).toEqual([200, 'Sat, 02 Mar 2030 12:00:00 GMT']);
    expect(told(await ask(never.token))).toEqual([200, undefined]);
  });

  it('is there to the last millisecond, and gone with the key', async () => {
    const { token } = await keyUntil(TOMORROW);

    now.mockReturnValue(TOMORROW - 1);
    expect(told(await ask(token))).toEqual([200, TOMORROW_TEXT]);

    now.mockReturnValue(TOMORROW);
    const expired = await ask(token);
    expect(refusalOf(expired).details.code).toBe('expired_token');
    expect(told(expired)).toEqual([401, undefined]);
  });

  it('comes by either header, and on routes that a policy alone opens', async () => {
    const { token } = await keyUntil(TOMORROW);

    expect(told(await ask(token, '/api/articles', apiKey))).toEqual([200, TOMORROW_TEXT]);
    for (const path of ['/api/api-access/whoami', '/api/guarded/open-door']) {
      expect(told(await ask(token, path))).toEqual([200, TOMORROW_TEXT]);
    }
  });

  it('comes with a refusal for want of a permission, an API role or the right to drafts', async () => {
    const { token } = await keyUntil(TOMORROW);

    for (const [path, code] of [
      ['/api/categories', 'insufficient_scope'],
      ['/api/guarded/editors', 'missing_role'],
      ['/api/articles?status=draft', 'drafts_not_allowed'],
    ] as const) {
      const answer = await ask(token, path);
      expect(refusalOf(answer).details.code).toBe(code);
      expect(told(answer)).toEqual([403, TOMORROW_TEXT]);
    }
  });

  it('comes where the request itself is at fault', async () => {
    const { token } = await keyUntil(TOMORROW, { kind: 'full-access', permissions: [] });

    expect(told(await ask(token, '/api/articles?sort=nonsense'))).toEqual([400, TOMORROW_TEXT]);
    expect(told(await ask(token, '/api/articles/none'))).toEqual([404, TOMORROW_TEXT]);
  });

  it('comes over the rate limit, too', async () => {
    const rateLimit = { requests: 1, windowSeconds: 3600 };
    const ending = await keyUntil(TOMORROW, {}, { rateLimit });
    const endless = await keyUntil(null, {}, { rateLimit });

    expect(told(await ask(ending.token))).toEqual([200, TOMORROW_TEXT]);
    expect(told(await ask(ending.token))).toEqual([429, TOMORROW_TEXT]);
    await ask(endless.token);
    expect(told(await ask(endless.token))).toEqual([429, undefined]);
  });

  it('is told to nobody without the secret, outside the key’s networks, or once it is revoked', async () => {
    const key = await keyUntil(TOMORROW);
    const elsewhere = await keyUntil(TOMORROW, {}, { networks: ['192.0.2.1'] });
    const forgery = await ask(forged(key.token));
    await revoke(playground.strapi, key);

    expect(told(forgery)).toEqual([401, undefined]);
    expect(told(await ask(key.token))).toEqual([401, undefined]);
    expect(told(await ask(elsewhere.token))).toEqual([403, undefined]);
  });
});

const query = (token: string) =>
  send(`${playground.url}/graphql`, bearer(token), {
    method: 'POST',
    body: { query: '{ articles { title } }' },
  });

describe('API-Key-Expires by GraphQL', () => {
  beforeAll(() => boot('first'));
  afterAll(() => playground.stop());

  it('comes with answers and with refusals, within 30 days', async () => {
    const limit = NOW + 30 * DAY_MS;
    const ending = await keyUntil(TOMORROW);
    const lacking = await keyUntil(TOMORROW, { permissions: [CATEGORY_FIND] });
    const lasting = await keyUntil(limit + SECOND_MS);

    const refused = await query(lacking.token);

    expect(told(await query(ending.token))).toEqual([200, TOMORROW_TEXT]);
    expect(refused.body).toHaveProperty('errors');
    expect(refused.headers['api-key-expires']).toBe(TOMORROW_TEXT);
    expect(told(await query(lasting.token))).toEqual([200, undefined]);
  });

  it('comes over the rate limit', async () => {
    const rateLimit = { requests: 1, windowSeconds: 3600 };
    const { token } = await keyUntil(TOMORROW, {}, { rateLimit });

    expect(told(await query(token))).toEqual([200, TOMORROW_TEXT]);
    expect(told(await query(token))).toEqual([429, TOMORROW_TEXT]);
  });
});

describe('API-Key-Expires by GraphQL, with precedence "last"', () => {
  beforeAll(() => boot('last'));
  afterAll(() => playground.stop());

  it('does not come, as the docs say', async () => {
    const { token } = await keyUntil(TOMORROW);

    expect(told(await query(token))).toEqual([200, undefined]);
  });
});
