import { type IssuedKey } from '../../contracts';
import {
  bearer,
  expire,
  forged,
  makeKey,
  makeKeyWith,
  send,
  serviceOf,
} from '../support/consumers';
import { type FreshDatabase, freshDatabase } from '../support/database-servers';
import { type Playground, startPlayground } from '../support/playground';
import { type PlaygroundProcess, startPlaygroundProcess } from '../support/playground-process';
import { rowsOf } from '../support/stored-rows';

let database: FreshDatabase;
let playground: Playground;

beforeAll(async () => {
  database = await freshDatabase();
});

afterAll(() => database.drop());

const ask = (url: string, token: string, method = 'GET') =>
  send(
    `${url}/api/articles`,
    bearer(token),
    method === 'GET' ? {} : { method, body: { data: {} } },
  );

const times = (count: number, work: () => Promise<unknown>) =>
  Promise.all(Array.from({ length: count }, work));

describe('uses of a key', () => {
  let key: IssuedKey;
  let expired: IssuedKey;
  let unused: IssuedKey;

  beforeAll(async () => {
    playground = await startPlayground({
      database,
      apiAccess: { flushIntervalMs: 50 },
    });
    const { strapi, url } = playground;
    key = await makeKeyWith(strapi);
    expired = await makeKeyWith(strapi);
    unused = await makeKey(strapi);
    await expire(strapi, expired.data.accessId);
    for (let round = 0; round < 4; round += 1) await times(13, () => ask(url, key.token));
    await times(7, () => ask(url, key.token, 'POST'));
    await times(5, () => ask(url, forged(key.token)));
    await times(3, () => ask(url, expired.token));
    await ask(url, key.token);
    await playground.stop();
  });

  const usageOf = async ({ data }: IssuedKey) => {
    const tables = await rowsOf(database);
    const credential = tables.api_access_credentials?.find(
      (row) => row.access_id === data.accessId,
    );
    const own = (name: string) =>
      (tables[name] ?? [])
        .filter((row) => row.key_id === credential?.key_id)
        .map(({ allowed, denied }) => ({ allowed: Number(allowed), denied: Number(denied) }));
    return { totals: own('api_access_usage_totals'), days: own('api_access_usage_days') };
  };

  it('are all on record once the app has ended, allowed and denied apart', async () => {
    const { totals, days } = await usageOf(key);

    expect(totals).toEqual([{ allowed: 53, denied: 7 }]);
    // Two days only where midnight (UTC) came in between.
    expect(days.reduce((sum, { allowed }) => sum + allowed, 0)).toBe(53);
    expect(days.reduce((sum, { denied }) => sum + denied, 0)).toBe(7);
  });

  it('count as denied for a key that has expired', async () => {
    expect((await usageOf(expired)).totals).toEqual([{ allowed: 0, denied: 3 }]);
  });

  it('are none where there were none', async () => {
    expect(await usageOf(unused)).toEqual({ totals: [], days: [] });
  });
});

describe('two nodes on one database', () => {
  let other: PlaygroundProcess;

  beforeAll(async () => {
    playground = await startPlayground({ database });
    other = await startPlaygroundProcess({ database });
  });

  afterAll(async () => {
    await playground.stop();
  });

  const statusThere = async (token: string) => (await ask(other.url, token)).status;

  it('agree at once on a role, a revocation, a regeneration and a deletion', async () => {
    const { strapi } = playground;
    const keys = serviceOf(strapi, 'keys');
    const key = await makeKeyWith(strapi);
    const ended = await makeKeyWith(strapi);
    const deleted = await makeKeyWith(strapi);
    for (const { token } of [key, ended, deleted]) expect(await statusThere(token)).toBe(200);

    const { role } = key;
    await serviceOf(strapi, 'roles').update(role.id, { permissions: [], revision: role.revision });
    expect(await statusThere(key.token)).toBe(403);

    await keys.revoke(ended.data.id, { revision: ended.data.revision });
    expect(await statusThere(ended.token)).toBe(401);

    await keys.delete(deleted.data.id);
    expect(await statusThere(deleted.token)).toBe(401);

    const { revision } = key.data;
    const fresh = await keys.regenerate(key.data.id, { expiresAt: null, revision });
    expect(await statusThere(key.token)).toBe(401);
    expect(await statusThere(fresh.token)).toBe(403);
  });

  it('add up their counts', async () => {
    const { token, data } = await makeKeyWith(playground.strapi);
    await times(4, () => ask(other.url, token));
    await times(3, () => ask(playground.url, token));

    await other.stop();
    await serviceOf(playground.strapi, 'usage').flush();

    const { usage } = await serviceOf(playground.strapi, 'keys').read(data.id);
    expect(usage).toMatchObject({ allowed: 7, denied: 0 });
  });
});
