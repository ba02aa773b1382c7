import { keyEndpoints, type Key } from '../../contracts';
import { answerOf } from '../support/admin-api';
import { bearer, makeKey, refusalOf, send } from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

const MINUTE_MS = 60_000;

let playground: Playground;

/** Moves the clock alone: everything that waits goes on waiting in real time. */
const setTime = (now: number) => {
  jest.useFakeTimers({
    now,
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
};

beforeAll(async () => {
  playground = await startPlayground();
});

afterEach(() => {
  jest.useRealTimers();
});

afterAll(async () => {
  await playground.stop();
});

const use = (token: string) => send(`${playground.url}/api/articles`, bearer(token));
const read = async (id: string): Promise<Key> =>
  (await answerOf(playground.admin, keyEndpoints.read, { id })).data;
const named = async (query: object) =>
  (await answerOf(playground.admin, keyEndpoints.list, { query: { ...query } })).data.map(
    ({ name }) => name,
  );

describe('a key that expires', () => {
  it('works to the last millisecond and not one longer, wherever one looks', async () => {
    const end = Date.now() + 10 * MINUTE_MS;
    const { data, token } = await makeKey(playground.strapi, {
      name: 'ending',
      roles: ['read-only'],
      expiresAt: new Date(end).toISOString(),
    });

    setTime(end - 1);
    expect((await use(token)).status).toBe(200);
    expect((await read(data.id)).status).toBe('active');
    expect(await named({ status: 'active' })).toEqual(['ending']);
    expect(await named({ quick: 'expires-soon' })).toEqual(['ending']);

    setTime(end);
    const refused = await use(token);
    expect([refused.status, refusalOf(refused).details.code]).toEqual([401, 'expired_token']);
    expect((await read(data.id)).status).toBe('expired');
    expect(await named({ status: 'active' })).toEqual([]);
    expect(await named({ status: 'expired' })).toEqual(['ending']);
    expect(await named({ quick: 'expires-soon' })).toEqual([]);
  });

  it('can be regenerated after its end, for a time from then on', async () => {
    const start = Date.now();
    const { data, token: old } = await makeKey(playground.strapi, {
      name: 'renewed',
      roles: ['read-only'],
      expiresAt: new Date(start + MINUTE_MS).toISOString(),
    });

    setTime(start + 5 * MINUTE_MS);
    const { data: after, token } = await answerOf(playground.admin, keyEndpoints.regenerate, {
      id: data.id,
      body: { expiresAt: new Date(start + 6 * MINUTE_MS).toISOString(), revision: 0 },
    });
    expect(after.issuedAt).toBe(new Date(start + 5 * MINUTE_MS).toISOString());
    expect([(await use(old)).status, (await use(token)).status]).toEqual([401, 200]);

    setTime(start + 6 * MINUTE_MS);
    expect((await use(token)).status).toBe(401);
  });
});
