import { bearer, makeKey, send } from '../support/consumers';
import { freshDatabase } from '../support/database-servers';
import { captureLog } from '../support/log-capture';
import { type OwnRedis, ownRedis, REDIS_PASSWORD } from '../support/own-redis';
import { type Playground, startPlayground } from '../support/playground';
import { type PlaygroundOptions } from '../support/playground-env';
import { describeOnRedis } from '../support/redis-server';
import { until } from '../support/until';

const HOUR_SECONDS = 3600;

const startOn = (
  redis: OwnRedis,
  { database, level = 'error' }: Pick<PlaygroundOptions, 'database'> & { level?: string } = {},
) =>
  startPlayground({
    ...(database === undefined ? {} : { database }),
    apiAccess: { redis: { url: redis.url } },
    env: { LOG_LEVEL: level },
  });

const keyOf = async ({ strapi }: Playground, requests: number) =>
  (await makeKey(strapi, { rateLimit: { requests, windowSeconds: HOUR_SECONDS } })).token;

const statusesOf = async ({ url }: Playground, token: string, count: number) => {
  const statuses: number[] = [];
  for (let at = 0; at < count; at += 1) {
    statuses.push((await send(`${url}/api/api-access/whoami`, bearer(token))).status);
  }
  return statuses;
};

describeOnRedis('an app that counts rate limits in Redis', () => {
  let redis: OwnRedis;

  beforeAll(async () => {
    redis = await ownRedis();
  });

  afterAll(async () => {
    await redis.stop();
  });

  it.each(['is not there', 'takes connections and never answers'])(
    'boots while Redis %s, says so once, and finds it later',
    async (how) => {
      const log = captureLog();
      const lines = () => log.text().match(/Redis at [^\n]*/g) ?? [];
      const isFrozen = how !== 'is not there';
      if (isFrozen) redis.freeze();
      const playground = await startOn(redis, { level: 'info' });
      try {
        const token = await keyOf(playground, 2);
        expect(await statusesOf(playground, token, 3)).toEqual([200, 200, 429]);
        expect(lines()).toEqual([
          expect.stringMatching(
            /^Redis at 127\.0\.0\.1:\d+ is away \([A-Za-z ]+\): each node counts/,
          ),
        ]);
        if (isFrozen) redis.thaw();
        else await redis.start();
        await until(() => lines().length > 1);
        expect(lines()[1]).toContain('is back:');
        expect(await statusesOf(playground, await keyOf(playground, 1), 2)).toEqual([200, 429]);
        expect(await redis.ask('KEYS', '*:*/*')).toHaveLength(1);
        expect(log.text()).not.toContain(REDIS_PASSWORD);
      } finally {
        await playground.stop();
        log.stop();
        await redis.ask('FLUSHALL');
      }
    },
  );

  it('goes on with its windows after a restart, and meets no other app there', async () => {
    const database = await freshDatabase();
    const one = await startOn(redis, { database });
    const token = await keyOf(one, 2);
    expect(await statusesOf(one, token, 2)).toEqual([200, 200]);
    await one.stop();
    // Its first key has the same id, and the same limit; the app even has the same secrets.
    const other = await startOn(redis);
    expect(await statusesOf(other, await keyOf(other, 2), 3)).toEqual([200, 200, 429]);
    await other.stop();

    const again = await startOn(redis, { database });
    expect(await statusesOf(again, token, 1)).toEqual([429]);
    await again.stop();
    await database.drop();
    const names = ((await redis.ask('KEYS', '*:*/*')) as string[]).map((key) => key.split(':'));
    expect(names.map(([prefix, , ...slot]) => [prefix, ...slot])).toEqual([
      ['api-access', '1', '2/3600'],
      ['api-access', '1', '2/3600'],
    ]);
  });

  it.each(['answers', 'never answers'])('ends at once where Redis %s', async (how) => {
    const playground = await startOn(redis, { level: 'info' });
    const clients = async () => String(await redis.ask('CLIENT', 'LIST')).match(/name=api-access/g);
    expect(await clients()).toHaveLength(1);
    const log = captureLog();
    if (how === 'never answers') redis.freeze();
    const started = performance.now();
    await playground.stop();
    const took = performance.now() - started;
    redis.thaw();
    log.stop();

    expect(took).toBeLessThan(5_000);
    await until(async () => (await clients()) === null);
    expect(log.text()).not.toMatch(/Redis/);
  });
});
