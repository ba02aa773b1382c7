import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { Redis } from 'ioredis';

import { type RateLimit } from '../../contracts';
import { type Answer, bearer, refusalOf, send } from '../support/consumers';
import { describeOn, type FreshDatabase, freshDatabase } from '../support/database-servers';
import { startThreeNodes, type ThreeNodes } from '../support/nodes';
import { describeOnRedis, redisUrl } from '../support/redis-server';

/** Three boots, one after the other. */
const STARTING_MS = 300_000;
const HOUR_SECONDS = 3600;
const keyPrefix = `test-${randomBytes(6).toString('hex')}`;

const limitOf = ({ status, headers }: Answer) => ({
  status,
  limit: headers['ratelimit-limit'],
  remaining: headers['ratelimit-remaining'],
});

describeOnRedis('three nodes that count rate limits together', () => {
  describeOn('postgres', 'they', () => {
    let database: FreshDatabase;
    let nodes: ThreeNodes;
    let redis: Redis;
    let made = 0;

    beforeAll(async () => {
      redis = new Redis(redisUrl());
      database = await freshDatabase('postgres');
      nodes = await startThreeNodes(database, {
        apiAccess: { redis: { url: redisUrl(), keyPrefix, timeoutMs: 2_000 } },
        env: { LOG_LEVEL: 'info' },
      });
    }, STARTING_MS);

    afterAll(async () => {
      for (const node of nodes) await node.stop();
      await database.drop();
      for (const key of await keysOf()) await redis.del(key);
      redis.disconnect();
    });

    const makeKey = async (rateLimit: RateLimit | null): Promise<string> => {
      made += 1;
      const { body } = await nodes[0].admin('/keys', 'POST', { name: `key-${made}`, rateLimit });
      return (body as { token: string }).token;
    };

    const ask = (token: string, at: number) =>
      send(`${nodes[at % 3]?.url}/api/api-access/whoami`, bearer(token));

    const keysOf = () => redis.keys(`${keyPrefix}:*`);

    it('never let in more than a limit, however many ask at once at all of them', async () => {
      for (const requests of [1, 10, 50, 50]) {
        const token = await makeKey({ requests, windowSeconds: HOUR_SECONDS });
        const answers = await Promise.all(
          Array.from({ length: requests + 40 }, (_, at) => ask(token, at)),
        );

        const statuses = answers.map(({ status }) => status);
        expect(statuses.filter((status) => status === 200)).toHaveLength(requests);
        expect(statuses.filter((status) => status === 429)).toHaveLength(40);
      }
    });

    it('tell the same of a window', async () => {
      const token = await makeKey({ requests: 4, windowSeconds: HOUR_SECONDS });
      const answers: Answer[] = [];
      for (let at = 0; at < 6; at += 1) answers.push(await ask(token, at));

      expect(answers.map(limitOf)).toEqual([
        { status: 200, limit: '4', remaining: '3' },
        { status: 200, limit: '4', remaining: '2' },
        { status: 200, limit: '4', remaining: '1' },
        { status: 200, limit: '4', remaining: '0' },
        { status: 429, limit: '4', remaining: '0' },
        { status: 429, limit: '4', remaining: '0' },
      ]);
      const resets = answers.map(({ headers }) => Number(headers['ratelimit-reset']));
      expect(Math.min(...resets)).toBeGreaterThan(HOUR_SECONDS - 60);
      expect(resets).toEqual([...resets].sort((a, b) => b - a));
      for (const answer of answers.slice(4)) {
        expect(refusalOf(answer).details.code).toBe('rate_limited');
        expect(answer.headers['retry-after']).toBe(answer.headers['ratelimit-reset']);
      }
    });

    it('count all fields that GraphQL is asked for at once, and never let in more together', async () => {
      const token = await makeKey({ requests: 20, windowSeconds: HOUR_SECONDS });
      const query = `{ ${Array.from({ length: 6 }, (_, at) => `f${at}: __type(name: "Query") { name }`).join(' ')} }`;
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, at) =>
          send(`${nodes[at % 3]?.url}/graphql`, bearer(token), { method: 'POST', body: { query } }),
        ),
      );

      const lefts = answers
        .filter(({ status }) => status === 200)
        .map((answer) => Number(limitOf(answer).remaining));
      expect(lefts.sort((a, b) => b - a)).toEqual([14, 8, 2]);
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(9);
    });

    it('let a key in again, all of them, as soon as it has waited as long as one said', async () => {
      const token = await makeKey({ requests: 1, windowSeconds: 2 });
      expect((await ask(token, 0)).status).toBe(200);
      const refused = await ask(token, 1);
      expect(refused.status).toBe(429);

      await sleep(Number(refused.headers['retry-after']) * 1000);

      expect((await ask(token, 2)).status).toBe(200);
      expect((await ask(token, 0)).status).toBe(429);
    });

    it('keep in Redis one number for a window, which ends with it, and no secret', async () => {
      const token = await makeKey({ requests: 1_000_000, windowSeconds: 77 });
      await Promise.all([0, 1, 2].map((at) => ask(token, at)));

      const [key = '', ...others] = (await keysOf()).filter((name) => name.endsWith('/77'));
      expect(others).toEqual([]);
      expect(key).toMatch(new RegExp(`^${keyPrefix}:[0-9a-f]{16}:\\d+:1000000/77$`));
      expect(await redis.get(key)).toBe('3');
      expect(await redis.ttl(key)).toBeGreaterThan(77 - 30);
      for (const name of await keysOf()) expect(await redis.ttl(name)).toBeGreaterThan(0);
    });

    it('end a window at last where the clock of Redis was put back, or its end was lost', async () => {
      const token = await makeKey({ requests: 2, windowSeconds: 90 });
      await ask(token, 0);
      const key = (await keysOf()).find((name) => name.endsWith('/90')) ?? '';
      for (const spoil of [() => redis.expire(key, HOUR_SECONDS), () => redis.persist(key)]) {
        await spoil();
        const { headers } = await ask(token, 1);
        expect(Number(headers['ratelimit-reset'])).toBeLessThanOrEqual(90);
        expect(await redis.ttl(key)).toBeLessThanOrEqual(90);
        expect(await redis.ttl(key)).toBeGreaterThan(0);
      }
    });

    it('ask Redis nothing for a key without a limit', async () => {
      const before = await keysOf();
      const token = await makeKey(null);
      const answers = await Promise.all([0, 1, 2].map((at) => ask(token, at)));

      expect(answers.map(limitOf)).toEqual([0, 1, 2].map(() => ({ status: 200 })));
      expect((await keysOf()).filter((name) => !before.includes(name))).toEqual([]);
    });

    it('had nothing to say of it', () => {
      for (const { output } of nodes) expect(output()).not.toMatch(/Redis/);
    });
  });
});
