import { type Key, type ListKeysQuery, listKeysQuery } from '../../contracts';
import { formatToken } from '../../server/src/domain/token';
import {
  bearer,
  CREDENTIALS,
  expire,
  makeKey,
  makeKeyWith,
  makeRole,
  partsOf,
  refusalOf,
  revoke,
  send,
  serviceOf,
} from '../support/consumers';
import {
  describeOn,
  type FreshDatabase,
  freshDatabase,
  type ServerName,
} from '../support/database-servers';
import { captureLog } from '../support/log-capture';
import { type Playground, startPlayground } from '../support/playground';

let playground: Playground;

const keys = () => serviceOf(playground.strapi, 'keys');
const ask = (token: string, method = 'GET') =>
  send(
    `${playground.url}/api/articles`,
    bearer(token),
    method === 'GET' ? {} : { method, body: { data: {} } },
  );
const statusOf = async (token: string) => (await ask(token)).status;

const list = async (query: Partial<ListKeysQuery>): Promise<Key[]> =>
  (await keys().list(listKeysQuery.parse(query))).data;
const names = async (query: Partial<ListKeysQuery>) => (await list(query)).map(({ name }) => name);

const codeOf = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
};

const otherCase = (text: string) =>
  Array.from(text, (c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase())).join('');

const mainFlow = (server: ServerName) => () => {
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await freshDatabase(server);
    // On MySQL knex speaks of each table that Strapi makes within a transaction.
    const log = captureLog();
    playground = await startPlayground({ database });
    log.stop();
    expect(playground.strapi.db.dialect.client).toBe(server);
  });

  afterAll(async () => {
    await playground.stop();
    await database.drop();
  });

  it('a key opens what its role allows, until it is regenerated, revoked or expired', async () => {
    const { token, data } = await makeKeyWith(playground.strapi);
    expect(await statusOf(token)).toBe(200);
    expect((await ask(token, 'POST')).status).toBe(403);

    const fresh = await keys().regenerate(data.id, { expiresAt: null, revision: data.revision });
    expect([await statusOf(token), await statusOf(fresh.token)]).toEqual([401, 200]);

    await revoke(playground.strapi, fresh);
    expect(refusalOf(await ask(fresh.token)).details.code).toBe('revoked_token');

    const ending = await makeKeyWith(playground.strapi);
    await expire(playground.strapi, ending.data.accessId);
    expect(refusalOf(await ask(ending.token)).details.code).toBe('expired_token');
    expect(await names({ status: ['revoked'], search: data.accessId })).toEqual([data.name]);
  });

  it('names differ by emoji and accent, not by case; so do tags and API roles', async () => {
    const { strapi } = playground;
    for (const name of ['key 🚀', 'key 🎉', 'cafe', 'café', 'Straße']) {
      expect((await makeKey(strapi, { name, tags: [`tag of ${name}`] })).data.name).toBe(name);
      await makeRole(strapi, { name, code: `r${Buffer.from(name).toString('hex')}` });
    }

    for (const name of ['KEY 🚀', 'Café', 'STRASSE']) {
      expect(await codeOf(makeKey(strapi, { name }))).toBe('name_taken');
      expect(await codeOf(makeRole(strapi, { name }))).toBe('role_name_taken');
      expect(await codeOf(serviceOf(strapi, 'tags').create({ name: `TAG of ${name}` }))).toBe(
        'tag_name_taken',
      );
    }
    expect(await codeOf(makeRole(strapi, { code: 'read-only' }))).toBe('role_code_taken');
    const tags = await serviceOf(strapi, 'tags').list({ page: 1, pageSize: 50, search: '🎉' });
    // MariaDB takes emoji for each other when it searches; never when it decides who is who.
    expect(tags.data).toContainEqual(
      expect.objectContaining({ name: 'tag of key 🎉', keyCount: 1 }),
    );
  });

  it('Access IDs differ by case', async () => {
    const { strapi } = playground;
    const { token, data } = await makeKeyWith(strapi);
    const accessId = otherCase(data.accessId);
    const table = () => strapi.db.connection(CREDENTIALS);

    expect(await statusOf(formatToken({ ...partsOf(token), accessId }))).toBe(401);

    const row = (await table().where({ access_id: data.accessId }).first()) as object;
    await table().insert({ ...row, key_id: 987_654, access_id: accessId, name_key: 'case' });
    expect(await table().where({ access_id: accessId })).toHaveLength(1);
    expect(await statusOf(token)).toBe(200);
    await table().where({ key_id: 987_654 }).delete();
  });

  it('the list searches, filters and sorts, with what never happens last', async () => {
    const { strapi } = playground;
    const tags = ['Billing 50%'];
    const later = { expiresAt: '2098-01-01T00:00:00.000Z' };
    const sooner = { expiresAt: '2097-01-01T00:00:00.000Z' };
    await makeKey(strapi, { name: 'List B', tags, ...later });
    await makeKey(strapi, { name: 'list A', description: 'About_underscores', ...sooner });
    const c = await makeKey(strapi, { name: 'LIST C', roles: ['full-access'], expiresAt: null });

    const search = 'list ';
    expect(await names({ search, sort: 'expiresAt:asc' })).toEqual(['list A', 'List B', 'LIST C']);
    expect(await names({ search, sort: 'expiresAt:desc' })).toEqual(['List B', 'list A', 'LIST C']);
    expect(await names({ search: 'BILLING 50%' })).toEqual(['List B']);
    expect(await names({ search: 'about_' })).toEqual(['list A']);
    expect(await names({ search: '50_' })).toEqual([]);
    expect(await names({ search: c.data.displayId })).toEqual(['LIST C']);
    expect(await names({ search, quick: 'full-access' })).toEqual(['LIST C']);
    expect(await names({ search, quick: 'no-expiry' })).toEqual(['LIST C']);
    expect(await names({ search, page: 2, pageSize: 2, sort: 'createdAt:asc' })).toEqual([
      'LIST C',
    ]);
  });

  it('uses are counted exactly, also where several are written at once', async () => {
    const { strapi } = playground;
    const { token, data } = await makeKeyWith(strapi);
    const usage = serviceOf(strapi, 'usage');
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(Array.from({ length: 5 }, () => ask(token)));
      await Promise.all([usage.flush(), ask(token, 'POST'), usage.flush()]);
    }
    await usage.flush();

    const [listed] = await list({ search: data.accessId });
    expect(listed?.usage).toMatchObject({ allowed: 15, denied: 3 });
    expect(Date.parse(listed?.usage.lastUsedAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
    const days = await strapi.db.connection('api_access_usage_days').sum({ allowed: 'allowed' });
    expect(Number((days as { allowed: unknown }[])[0]?.allowed)).toBeGreaterThanOrEqual(15);
  });

  it('tags merge, and a deleted API role takes its permissions along', async () => {
    const { strapi } = playground;
    const tags = serviceOf(strapi, 'tags');
    const one = await makeKeyWith(strapi, {}, { tags: ['from', 'into'] });
    const two = await makeKeyWith(strapi, {}, { tags: ['from'] });
    const { data } = await tags.list({ page: 1, pageSize: 100 });
    const [from, into] = ['from', 'into'].map((name) => data.find((tag) => tag.name === name));

    expect(await tags.merge(from?.id ?? '', into?.id ?? '')).toMatchObject({ keyCount: 2 });
    for (const { data: key } of [one, two]) {
      expect((await keys().read(key.id)).tags).toMatchObject([{ name: 'into' }]);
    }

    expect(await statusOf(two.token)).toBe(200);
    await serviceOf(strapi, 'roles').delete(two.role.id);
    expect(await statusOf(two.token)).toBe(403);
    expect(await statusOf(one.token)).toBe(200);
    expect((await keys().read(two.data.id)).roles).toEqual([]);
  });

  it('of two at once one wins, and nothing is half done', async () => {
    const { data, token } = await makeKeyWith(playground.strapi);
    const { revision } = data;
    const regenerate = () => keys().regenerate(data.id, { expiresAt: null, revision });

    const outcomes = await Promise.allSettled([regenerate(), regenerate(), regenerate()]);

    const won = outcomes.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const lost = outcomes.flatMap((each) =>
      each.status === 'rejected' ? [each.reason as object] : [],
    );
    expect(lost).toMatchObject([{ code: 'revision_conflict' }, { code: 'revision_conflict' }]);
    expect(await Promise.all(won.map((each) => statusOf(each.token)))).toEqual([200]);
    expect(await statusOf(token)).toBe(401);

    const name = 'Made twice at once';
    const made = await Promise.all([
      codeOf(makeKey(playground.strapi, { name })),
      codeOf(makeKey(playground.strapi, { name })),
    ]);
    expect(made.sort()).toEqual(['done', 'name_taken']);
    expect(await names({ search: name })).toEqual([name]);
  });

  it('a deleted key is gone with all that was counted of it', async () => {
    const { data, token } = await makeKeyWith(playground.strapi);
    await ask(token);
    await serviceOf(playground.strapi, 'usage').flush();

    await keys().delete(data.id);

    expect(await codeOf(keys().read(data.id))).toBe('not_found');
    expect(await statusOf(token)).toBe(401);
  });
};

describeOn('postgres', 'the main flow', mainFlow('postgres'));
describeOn('mysql', 'the main flow', mainFlow('mysql'));
