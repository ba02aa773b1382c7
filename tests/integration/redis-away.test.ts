import { makeKey, bearer, send, type Answer } from '../support/consumers';
import { captureLog, type LogCapture } from '../support/log-capture';
import { type OwnRedis, ownRedis, REDIS_PASSWORD } from '../support/own-redis';
import { type Playground, startPlayground } from '../support/playground';
import { describeOnRedis } from '../support/redis-server';
import { until } from '../support/until';

const TIMEOUT_MS = 250;
/** What a machine under load may add to an answer. */
const SLACK_MS = 1_500;
const BACK_MS = 30_000;
const HOUR_SECONDS = 3600;
/** 40 keys in six seconds, asked meanwhile. */
const SLOW_LOADING = [
  ...['--key-load-delay', '150000'],
  ...['--loading-process-events-interval-bytes', '1024'],
];
const CHANGES = /api-access: Redis at \S+ is (?:away|back)[^\n]*/g;

let redis: OwnRedis;
let playground: Playground;
let log: LogCapture;
/** Lines of the log before a test. */
let before = 0;

const start = async () => {
  log = captureLog();
  playground = await startPlayground({
    apiAccess: { redis: { url: redis.url, timeoutMs: TIMEOUT_MS } },
    env: { LOG_LEVEL: 'info' },
  });
};

const stop = async () => {
  await playground.stop();
  log.stop();
  expect(log.text()).not.toContain(REDIS_PASSWORD);
};

const allLines = () => log.text().match(CHANGES) ?? [];
const lines = () => allLines().slice(before);

const limited = async (requests: number) => {
  const limit = { rateLimit: { requests, windowSeconds: HOUR_SECONDS } };
  return (await makeKey(playground.strapi, limit)).token;
};

const ask = (token: string) => send(`${playground.url}/api/api-access/whoami`, bearer(token));

const said = ({ status, headers }: Answer) =>
  `${String(status)} ${String(headers['ratelimit-remaining'])}`;

const timed = async <T>(work: Promise<T>): Promise<[T, number]> => {
  const started = performance.now();
  return [await work, performance.now() - started];
};

/** How many windows Redis holds. */
const windows = async () => ((await redis.ask('KEYS', '*:*/*')) as string[]).length;

const isBack = () => until(() => lines().some((line) => line.includes('is back:')), BACK_MS);

/** What all outages have in common. */
const goesThrough = async (breaks: () => unknown, mends: () => unknown, why: RegExp) => {
  const running = await limited(3);
  expect(said(await ask(running))).toBe('200 2');
  await breaks();

  const [first, waited] = await timed(Promise.all([ask(running), ask(await limited(5))]));
  expect(first.map(said)).toEqual(['200 1', '200 4']);
  expect(waited).toBeLessThan(TIMEOUT_MS + SLACK_MS);
  const others = await limited(10);
  const [answers, took] = await timed(Promise.all(Array.from({ length: 30 }, () => ask(others))));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(20);
  expect(took).toBeLessThan(SLACK_MS);
  expect([said(await ask(running)), said(await ask(running))]).toEqual(['200 0', '429 0']);
  expect(lines()).toEqual([expect.stringMatching(why)]);

  await mends();
  await isBack();
  expect(lines()).toHaveLength(2);
  const had = await windows();
  expect(said(await ask(await limited(2)))).toBe('200 1');
  expect(await windows()).toBe(had + 1);
  expect(lines()).toHaveLength(2);
};

beforeAll(async () => {
  redis = await ownRedis();
});

afterEach(() => {
  redis.thaw();
});

afterAll(async () => {
  await redis.stop();
});

describeOnRedis('limits go on by node, and come back by themselves,', () => {
  beforeAll(async () => {
    await redis.start();
    await start();
  });
  afterAll(stop);
  beforeEach(() => {
    before = allLines().length;
  });

  it('in one round trip a request, and none for a key without a limit', async () => {
    const { token } = await makeKey(playground.strapi);
    const limitedToken = await limited(100);
    await ask(limitedToken);
    const commands = async () =>
      Number(/total_commands_processed:(\d+)/.exec(String(await redis.ask('INFO', 'stats')))?.[1]);
    const cost = async (work: () => Promise<unknown>) => {
      const started = await commands();
      await work();
      return (await commands()) - started;
    };
    const tenOf = (key: string) => async () => {
      for (let at = 0; at < 10; at += 1) await ask(key);
    };
    const nothing = await cost(() => Promise.resolve());

    expect((await cost(tenOf(token))) - nothing).toBe(0);
    const perCall = /cmdstat_evalsha:calls=(\d+)/;
    const evalsha = async () =>
      Number(perCall.exec(String(await redis.ask('INFO', 'commandstats')))?.[1] ?? 0);
    const had = await evalsha();
    await tenOf(limitedToken)();
    expect((await evalsha()) - had).toBe(10);
  });

  it('when Redis is ended and started again, with nothing in it', async () => {
    await goesThrough(redis.kill, () => redis.start(), /is away \([A-Z]+|is away \(no connection/);
  });

  it('when it takes connections and never answers', async () => {
    await goesThrough(redis.freeze, redis.thaw, /is away \(TIMEOUT\)/);
  });

  it('when it is slow', async () => {
    await goesThrough(
      () => redis.ask('CLIENT', 'PAUSE', '3000'),
      () => redis.ask('PING'),
      /is away \(TIMEOUT\)/,
    );
  });

  it('when it only reads', async () => {
    await goesThrough(
      () => redis.ask('REPLICAOF', '127.0.0.1', '1'),
      () => redis.ask('REPLICAOF', 'NO', 'ONE'),
      /is away \(READONLY\)/,
    );
  });
});

describeOnRedis('limits go on by node, and come back by themselves as well,', () => {
  beforeAll(async () => {
    await redis.kill();
    await redis.start('--enable-debug-command', 'yes', '--rdbcompression', 'no');
    await start();
  });
  afterAll(stop);
  beforeEach(() => {
    before = allLines().length;
  });

  it('when Redis is full', async () => {
    await goesThrough(
      () => redis.ask('CONFIG', 'SET', 'maxmemory', '1'),
      () => redis.ask('CONFIG', 'SET', 'maxmemory', '0'),
      /is away \(OOM\)/,
    );
  });

  it('when it takes another password', async () => {
    await goesThrough(
      async () => {
        await redis.changePassword('another-password');
        await until(async () => ((await redis.ask('ACL', 'LOG')) as unknown[]).length > 0);
      },
      () => redis.changePassword(REDIS_PASSWORD),
      /is away \(WRONGPASS\)/,
    );
  });

  it('when it loads what it holds, after a restart', async () => {
    await goesThrough(
      async () => {
        await redis.ask('CONFIG', 'SET', 'maxmemory', '0');
        await redis.ask('DEBUG', 'POPULATE', '40', 'heavy', '5000');
        await redis.ask('SAVE');
        await redis.kill();
        await redis.start(...SLOW_LOADING);
        expect(await redis.ask('INFO', 'persistence')).toContain('loading:1');
      },
      () => undefined,
      /is away \(/,
    );
  });

  it('when it comes and goes, with few lines in the log', async () => {
    const token = await limited(100_000);
    const end = Date.now() + 4_000;
    while (Date.now() < end) {
      redis.freeze();
      expect((await ask(token)).status).toBe(200);
      redis.thaw();
    }

    expect(lines().length).toBeGreaterThan(0);
    // Each time it is left alone for twice as long: 100 ms, 200 ms, …
    expect(lines().length).toBeLessThan(2 * 8);
    await isBack();
  });
});
