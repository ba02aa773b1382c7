import { keyEndpoints } from '../../contracts';
import { type Leases } from '../../server/src/services/leases';
import { type Schedule } from '../../server/src/services/schedule';
import { FIRST_ADMIN } from '../support/accounts';
import { answerOf } from '../support/admin-api';
import { type Answer, bearer, makeKeyWith, refusalOf, send, serviceOf } from '../support/consumers';
import { type NoticedPlayground, startNoticed } from '../support/notices';
import { countsOf } from '../support/usage-records';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;
const NOON = Date.parse('2026-03-15T12:00:00Z');

let playground: NoticedPlayground;

beforeAll(async () => {
  playground = await startNoticed({ apiAccess: { flushIntervalMs: 600_000 } });
});

afterAll(async () => {
  jest.restoreAllMocks();
  await playground.stop();
});

const setClock = (instant: number) => {
  playground.setTime(new Date(instant).toISOString());
};

const ask = (token: string): Promise<Answer> =>
  send(`${playground.url}/api/articles`, bearer(token));

const outcomeOf = async (token: string): Promise<string> => {
  const answer = await ask(token);
  return answer.status === 200 ? 'granted' : refusalOf(answer).details.code;
};

describe('where the clock of a node is put back or on', () => {
  it.each([
    ['a minute', MINUTE_MS],
    ['a day', DAY_MS],
  ])('no key works that expired longer ago than the clock was put back: %s', async (_, step) => {
    setClock(NOON);
    const expiresAt = NOON + 10 * MINUTE_MS;
    const { token } = await makeKeyWith(
      playground.strapi,
      {},
      { expiresAt: new Date(expiresAt).toISOString() },
    );
    const seen = async (instant: number) => {
      setClock(instant);
      return outcomeOf(token);
    };

    expect(await seen(expiresAt - 1)).toBe('granted');
    expect(await seen(expiresAt)).toBe('expired_token');
    expect(await seen(expiresAt + step - step)).toBe('expired_token');
    expect(await seen(expiresAt + step + 1 - step)).toBe('expired_token');
    expect(await seen(expiresAt - 1 - step)).toBe('granted');
    expect(await seen(expiresAt + YEAR_MS)).toBe('expired_token');
    expect(await seen(expiresAt - 1)).toBe('granted');
  });

  it('a revoked key stays revoked, and a regenerated one has one secret', async () => {
    setClock(NOON);
    const revoked = await makeKeyWith(playground.strapi);
    const regenerated = await makeKeyWith(playground.strapi);
    const keys = serviceOf(playground.strapi, 'keys');
    await keys.revoke(revoked.data.id, { revision: 0 });
    setClock(NOON - DAY_MS);
    const { token } = await keys.regenerate(regenerated.data.id, { expiresAt: null, revision: 0 });
    for (const step of [-YEAR_MS, -DAY_MS, 0, DAY_MS]) {
      setClock(NOON + step);
      expect(await outcomeOf(revoked.token)).toBe('revoked_token');
      expect(await outcomeOf(regenerated.token)).toBe('invalid_token');
      expect(await outcomeOf(token)).toBe('granted');
    }
  });

  it('a changed role holds at once all the same', async () => {
    setClock(NOON);
    const { token, role } = await makeKeyWith(playground.strapi);
    expect(await outcomeOf(token)).toBe('granted');
    setClock(NOON - DAY_MS);
    await serviceOf(playground.strapi, 'roles').update(role.id, {
      permissions: [],
      revision: role.revision,
    });

    expect(await outcomeOf(token)).toBe('insufficient_scope');
  });

  it('each request counts once, on whatever day it seems to come', async () => {
    const key = await makeKeyWith(playground.strapi, {}, { expiresAt: null });
    const usage = serviceOf(playground.strapi, 'usage');
    const midnight = new Date().setUTCHours(24, 0, 0, 0) - DAY_MS;
    const steps = [1, -1, 0, -MINUTE_MS, MINUTE_MS, -DAY_MS, -1];
    for (const step of steps) {
      setClock(midnight + step);
      await ask(key.token);
      if (step < 0) await usage.flush();
    }
    setClock(midnight);

    expect(await countsOf(playground, key)).toEqual({ allowed: steps.length, denied: 0 });
  });

  it('no client is told to wait longer than a window, nor let in more often within it', async () => {
    const windowSeconds = 60;
    const { token } = await makeKeyWith(
      playground.strapi,
      {},
      { rateLimit: { requests: 2, windowSeconds } },
    );
    const now = Date.now();
    expect([await outcomeOf(token), await outcomeOf(token)]).toEqual(['granted', 'granted']);
    // The limiter has the time from here.
    const dateNow = jest.spyOn(Date, 'now').mockImplementation(() => now - DAY_MS);
    try {
      const answer = await ask(token);
      expect(answer.status).toBe(429);
      expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(windowSeconds);
      dateNow.mockImplementation(() => now + DAY_MS);
      expect(await outcomeOf(token)).toBe('granted');
    } finally {
      dateNow.mockRestore();
    }
  });
});

describe('jobs, where a clock is put back or on', () => {
  const leases = () => playground.strapi.plugin('api-access').service<Leases>('leases');

  it.each([
    ['a day back', -DAY_MS, 0],
    ['a minute back', -MINUTE_MS, 4 * MINUTE_MS],
    ['a day on', DAY_MS, 0],
  ])('wait for a node that died no longer than some minutes: %s', async (name, step, wait) => {
    setClock(NOON);
    expect(await leases().take(name)).not.toBeNull();
    setClock(NOON + step + wait);
    const lease = await leases().take(name);

    expect(lease).not.toBeNull();
    await lease?.release();
  });

  it('are not taken from a node by one whose clock is a little behind', async () => {
    setClock(NOON);
    const lease = await leases().take('skewed');
    setClock(NOON - 5_000);
    expect(await leases().take('skewed')).toBeNull();
    setClock(NOON);
    expect(await lease?.renew()).toBe(true);
    await lease?.release();
  });

  it('begin each minute that passes, whatever the time is said to be', async () => {
    const schedule = playground.strapi.plugin('api-access').service<Schedule>('schedule');
    jest.useFakeTimers({ now: NOON, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    let runs = 0;
    try {
      schedule.start(() => {
        runs += 1;
        return Promise.resolve();
      });
      const seen: number[] = [];
      for (const step of [0, -DAY_MS, DAY_MS, -YEAR_MS, YEAR_MS]) {
        jest.setSystemTime(NOON + step);
        await jest.advanceTimersByTimeAsync(2 * MINUTE_MS);
        seen.push(runs);
      }
      expect(seen).toEqual([2, 4, 6, 8, 10]);
    } finally {
      jest.useRealTimers();
      await schedule.stop();
    }
  });

  it('tell of an expiry once, and of the next one in time', async () => {
    playground.setTime('2026-01-01T10:00:00Z');
    const body = { name: 'told-once', expiresAt: '2026-06-15T15:30:00Z' };
    await answerOf(playground.admin, keyEndpoints.create, { body }, 201);
    const walk = (from: string, until = from) => playground.walk(from, until, 12);

    expect((await walk('2026-06-08T16:00:00Z')).map(({ to }) => to)).toEqual([FIRST_ADMIN.email]);
    expect(await walk('2026-06-07T16:00:00Z', '2026-06-13T16:00:00Z')).toEqual([]);
    expect(await walk('2026-06-08T16:00:00Z')).toEqual([]);
    expect(await walk('2026-06-14T16:00:00Z')).toHaveLength(1);
    expect(await walk('2026-06-13T16:00:00Z', '2026-06-15T12:00:00Z')).toEqual([]);
    expect(await walk('2026-06-15T16:00:00Z')).toHaveLength(1);
    expect(await walk('2026-06-14T16:00:00Z', '2026-06-16T16:00:00Z')).toEqual([]);
  });
});
