import { setTimeout as sleep } from 'node:timers/promises';

import { type RateLimit, usageEndpoints } from '../../contracts';
import { defaultSettings } from '../../server/src/domain/default-settings';
import { answerOf } from '../support/admin-api';
import {
  type Answer,
  bearer,
  CREDENTIALS,
  expire,
  forged,
  makeKeyWith,
  refusalOf,
  send,
  serviceOf,
} from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

const HOUR_SECONDS = 3600;

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground({ apiAccess: { flushIntervalMs: 600_000 } });
});

afterAll(async () => {
  jest.restoreAllMocks();
  await playground.stop();
});

const limitedKey = (rateLimit: RateLimit | null, path?: 'full-access') =>
  makeKeyWith(
    playground.strapi,
    path === undefined ? {} : { kind: 'full-access', permissions: [] },
    { rateLimit },
  );

const ask = (token: string, path = '/articles') =>
  send(`${playground.url}/api${path}`, bearer(token));

const limitOf = ({ headers }: Answer) => ({
  limit: headers['ratelimit-limit'],
  remaining: headers['ratelimit-remaining'],
});

const statusesOf = async (token: string, count: number, path?: string) => {
  const statuses: number[] = [];
  for (let i = 0; i < count; i += 1) statuses.push((await ask(token, path)).status);
  return statuses;
};

describe('a key with a limit', () => {
  it('is let in as often as its limit says, and then told when to come again', async () => {
    const { token, data } = await limitedKey({ requests: 3, windowSeconds: HOUR_SECONDS });

    expect(await statusesOf(token, 3)).toEqual([200, 200, 200]);
    const answer = await ask(token);

    expect(answer.status).toBe(429);
    const { name, details } = refusalOf(answer);
    expect({ name, ...details }).toMatchObject({
      name: 'TooManyRequestsError',
      code: 'rate_limited',
      accessId: data.accessId,
    });
    const wait = Number(answer.headers['retry-after']);
    expect(wait).toBeGreaterThan(HOUR_SECONDS - 60);
    expect(wait).toBeLessThanOrEqual(HOUR_SECONDS);
    expect(answer.headers['ratelimit-reset']).toBe(answer.headers['retry-after']);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers).not.toHaveProperty('www-authenticate');
  });

  it('is told what is left with every answer, refused ones too', async () => {
    const { token } = await limitedKey({ requests: 4, windowSeconds: HOUR_SECONDS });

    expect(limitOf(await ask(token))).toEqual({ limit: '4', remaining: '3' });
    const lacking = await ask(token, '/categories');
    expect([lacking.status, limitOf(lacking)]).toEqual([403, { limit: '4', remaining: '2' }]);
    const missing = await ask(token, '/articles?sort=nonsense');
    expect([missing.status, limitOf(missing)]).toEqual([400, { limit: '4', remaining: '1' }]);
    const whoami = await ask(token, '/api-access/whoami');
    expect([whoami.status, limitOf(whoami)]).toEqual([200, { limit: '4', remaining: '0' }]);
    const over = await ask(token);
    expect([over.status, limitOf(over)]).toEqual([429, { limit: '4', remaining: '0' }]);
  });

  it('is counted once a request, however often strategy and policy ask', async () => {
    const { token } = await limitedKey(
      { requests: 100, windowSeconds: HOUR_SECONDS },
      'full-access',
    );
    const paths = ['/guarded/normal', '/articles?populate[category][populate][articles]=true'];
    for (const [at, path] of paths.entries()) {
      expect(limitOf(await ask(token, path)).remaining).toBe(String(99 - at));
    }
  });

  it('is let in again as soon as it has waited as long as it was told', async () => {
    const { token } = await limitedKey({ requests: 1, windowSeconds: 1 });
    expect((await ask(token)).status).toBe(200);
    const refused = await ask(token);
    expect(refused.status).toBe(429);

    await sleep(Number(refused.headers['retry-after']) * 1000);

    expect((await ask(token)).status).toBe(200);
  });

  it('never lets in more than its limit, however many ask at once', async () => {
    const { token } = await limitedKey({ requests: 7, windowSeconds: HOUR_SECONDS });
    const answers = await Promise.all(Array.from({ length: 25 }, () => ask(token)));

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(7);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(18);
  });

  it('does not wear out another key’s', async () => {
    const limit = { requests: 1, windowSeconds: HOUR_SECONDS };
    const one = await limitedKey(limit);
    const other = await limitedKey(limit);
    expect(await statusesOf(one.token, 2)).toEqual([200, 429]);

    expect(await statusesOf(other.token, 1)).toEqual([200]);
  });

  it('is not worn out by those who do not hold its secret, nor told to them', async () => {
    const { token } = await limitedKey({ requests: 2, windowSeconds: HOUR_SECONDS });
    for (let i = 0; i < 5; i += 1) {
      const answer = await ask(forged(token));
      expect([answer.status, limitOf(answer)]).toEqual([401, {}]);
    }

    expect(limitOf(await ask(token)).remaining).toBe('1');
  });

  it('is told that it has expired, whatever its limit', async () => {
    const { token, data } = await limitedKey({ requests: 1, windowSeconds: HOUR_SECONDS });
    await statusesOf(token, 2);
    await expire(playground.strapi, data.accessId);

    expect((await ask(token)).status).toBe(401);
  });

  it('holds to a new limit at once', async () => {
    const { token, data } = await limitedKey({ requests: 1, windowSeconds: HOUR_SECONDS });
    expect(await statusesOf(token, 2)).toEqual([200, 429]);
    const keys = serviceOf(playground.strapi, 'keys');
    const wider = await keys.update(data.id, {
      rateLimit: { requests: 2, windowSeconds: HOUR_SECONDS },
      revision: data.revision,
    });
    expect(await statusesOf(token, 3)).toEqual([200, 200, 429]);

    await keys.update(data.id, { rateLimit: null, revision: wider.revision });

    const answer = await ask(token);
    expect([answer.status, limitOf(answer)]).toEqual([200, {}]);
  });

  it('has its refusals on record as denials', async () => {
    const { token, data } = await limitedKey({ requests: 1, windowSeconds: HOUR_SECONDS });
    await statusesOf(token, 4);
    await serviceOf(playground.strapi, 'usage').flush();

    const denials = await answerOf(playground.admin, usageEndpoints.denials, { id: data.id });
    const { usage } = await serviceOf(playground.strapi, 'keys').read(data.id);

    expect(denials.data).toMatchObject([{ reason: 'rate_limited', action: null, count: 3 }]);
    expect(usage).toMatchObject({ allowed: 1, denied: 3 });
  });

  it('is verified for the app’s own code without being counted', async () => {
    const { token } = await limitedKey({ requests: 1, windowSeconds: HOUR_SECONDS });
    const keys = serviceOf(playground.strapi, 'keys');
    for (let i = 0; i < 3; i += 1) expect((await keys.verify(token)).outcome).toBe('granted');

    expect((await ask(token)).status).toBe(200);
  });
});

describe('the limit for keys without one of their own', () => {
  const TABLE = 'api_access_settings';
  let saves = 0;

  /** As a save on another node leaves them. */
  const store = async (value: string) => {
    saves += 1;
    const { connection } = playground.strapi.db;
    await connection(TABLE)
      .insert({ id: 1, value, revision: saves, updated_at: Date.now(), updated_by: null })
      .onConflict('id')
      .merge();
    await connection('api_access_epoch').update({ value: `save ${String(saves)}` });
  };

  const storeLimit = (rateLimit: RateLimit | null) =>
    store(
      JSON.stringify({
        ...defaultSettings({ required: false, defaultDays: 90, maxDays: null }),
        rateLimit,
      }),
    );

  afterAll(async () => {
    await playground.strapi.db.connection(TABLE).delete();
  });

  it('holds with the save that sets it, whoever saved, but for those with another', async () => {
    const { token } = await limitedKey(null);
    const other = await limitedKey({ requests: 50, windowSeconds: HOUR_SECONDS });
    expect(limitOf(await ask(token))).toEqual({});
    await storeLimit({ requests: 2, windowSeconds: HOUR_SECONDS });
    expect(await statusesOf(token, 3)).toEqual([200, 200, 429]);
    expect(limitOf(await ask(other.token))).toEqual({ limit: '50', remaining: '49' });
    await storeLimit({ requests: 9, windowSeconds: HOUR_SECONDS });
    expect(limitOf(await ask(token)).limit).toBe('9');
    await storeLimit(null);
    expect(limitOf(await ask(token))).toEqual({});
  });

  it('is read anew after a save, once for however many requests, and by no other', async () => {
    const { token } = await limitedKey(null);
    const statements: string[] = [];
    const listen = ({ sql }: { sql: string }) => void statements.push(sql);
    await storeLimit({ requests: 50, windowSeconds: HOUR_SECONDS });
    playground.strapi.db.connection.on('query', listen);
    try {
      await Promise.all([1, 2, 3, 4].map(() => ask(token, '/api-access/whoami')));
      await ask(token, '/api-access/whoami');
    } finally {
      playground.strapi.db.connection.removeListener('query', listen);
    }

    const isVerification = (sql: string) => sql.includes(CREDENTIALS);
    expect(statements.filter((sql) => sql.includes(TABLE) && !isVerification(sql))).toHaveLength(1);
    expect(statements.filter(isVerification)).toHaveLength(5);
  });

  it('lets nobody in where it cannot be read', async () => {
    const log = jest.spyOn(playground.strapi.log, 'error').mockReturnValue(undefined as never);
    const { token } = await limitedKey(null);
    const own = await limitedKey({ requests: 5, windowSeconds: HOUR_SECONDS });
    await store('nonsense');

    const answer = await ask(token);

    expect(answer.status).toBe(503);
    expect(refusalOf(answer).details.code).toBe('verification_unavailable');
    expect((await ask(own.token)).status).toBe(200);
    log.mockRestore();
  });
});
