import { type Pool } from 'tarn';

import { bearer, makeKeyWith, refusalOf, send, serviceOf } from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

const VERIFY_TIMEOUT_MS = 300;
/** What a machine under load may add. */
const SLACK_MS = 2_500;

let playground: Playground;
let token: string;
let id: string;

beforeAll(async () => {
  playground = await startPlayground({
    apiAccess: { verifyTimeoutMs: VERIFY_TIMEOUT_MS, flushIntervalMs: 600_000 },
    env: { LOG_LEVEL: 'fatal' },
  });
  const key = await makeKeyWith(playground.strapi);
  token = key.token;
  ({ id } = key.data);
});

afterAll(async () => {
  await playground.stop();
});

const ask = (path = '/articles') => send(`${playground.url}/api${path}`, bearer(token));

const timed = async <T>(work: Promise<T>): Promise<[T, number]> => {
  const start = performance.now();
  return [await work, performance.now() - start];
};

const waitingForAConnection = (): number =>
  (playground.strapi.db.connection.client as { pool: Pool<unknown> }).pool.numPendingAcquires();

const expectToComeAgain = (answer: Awaited<ReturnType<typeof ask>>) => {
  expect(answer.status).toBe(503);
  expect(answer.headers['retry-after']).toBe('5');
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.headers).not.toHaveProperty('www-authenticate');
  const { name, details } = refusalOf(answer);
  expect({ name, code: details.code }).toEqual({
    name: 'ServiceUnavailableError',
    code: 'verification_unavailable',
  });
  expect(details).not.toHaveProperty('accessId');
};

it('a database that does not answer is waited for no longer than was configured', async () => {
  expect((await ask()).status).toBe(200);
  const { connection } = playground.strapi.db;
  const { max } = (connection.client as { pool: { max: number } }).pool;
  // Whoever holds every connection makes the others wait.
  const holders = await Promise.all(Array.from({ length: max }, () => connection.transaction()));
  try {
    const [answer, took] = await timed(ask());

    expectToComeAgain(answer);
    expect(took).toBeGreaterThanOrEqual(VERIFY_TIMEOUT_MS - 20);
    expect(took).toBeLessThan(VERIFY_TIMEOUT_MS + SLACK_MS);
    expectToComeAgain(await ask('/guarded/open-door'));
    expect(waitingForAConnection()).toBe(0);
  } finally {
    for (const holder of holders) await holder.rollback();
  }

  expect((await ask()).status).toBe(200);
});

it('a database that is gone lets nobody in and throws no key away', async () => {
  await playground.strapi.db.connection.destroy();
  try {
    expectToComeAgain(await ask());
    expectToComeAgain(await ask('/api-access/whoami'));
  } finally {
    playground.strapi.db.connection.initialize();
  }

  expect((await ask()).status).toBe(200);
  expect((await ask('/api-access/whoami')).status).toBe(200);
});

it('uses are counted though the database was away when they were to be written', async () => {
  const usage = serviceOf(playground.strapi, 'usage');
  const allowed = async () => (await serviceOf(playground.strapi, 'keys').read(id)).usage.allowed;
  await usage.flush();
  const before = await allowed();
  await ask();
  await playground.strapi.db.connection.destroy();
  try {
    await usage.flush();
  } finally {
    playground.strapi.db.connection.initialize();
  }
  expect(await allowed()).toBe(before);

  await ask();
  await usage.flush();

  expect(await allowed()).toBe(before + 2);
});
