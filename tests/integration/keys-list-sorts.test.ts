import { KEY_SORTS, keyEndpoints } from '../../contracts';
import { answerOf, credentialOf, refusalOf } from '../support/admin-api';
import { makeKey } from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';
import { storeUsage } from '../support/stored-usage';

const NOW = Date.parse('2026-11-21T12:00:00Z');

/** Each key differs from the others in every column, and no two columns agree on the order. */
const KEYS = [
  { name: 'b', access: 'CCCCCCCCCCCC', created: 2, updated: 9, expires: null, used: 7, allowed: 3 },
  {
    name: 'a',
    access: 'DDDDDDDDDDDD',
    created: 4,
    updated: 6,
    expires: 50,
    used: null,
    allowed: null,
  },
  { name: 'd', access: 'AAAAAAAAAAAA', created: 3, updated: 8, expires: 40, used: 9, allowed: 10 },
  { name: 'c', access: 'BBBBBBBBBBBB', created: 1, updated: 7, expires: 60, used: 8, allowed: 2 },
];

/** Keys by name, first to last in ascending order; what never happens stands last either way. */
const ORDER: Record<(typeof KEY_SORTS)[number], { asc: string; desc: string }> = {
  name: { asc: 'abcd', desc: 'dcba' },
  accessId: { asc: 'dcba', desc: 'abcd' },
  createdAt: { asc: 'cbda', desc: 'adbc' },
  updatedAt: { asc: 'acdb', desc: 'bdca' },
  expiresAt: { asc: 'dacb', desc: 'cadb' },
  lastUsedAt: { asc: 'bcda', desc: 'dcba' },
  usageCount: { asc: 'acbd', desc: 'dbca' },
};

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground();
  const { db } = playground.strapi;
  for (const { name, access, created, updated, expires, used, allowed } of KEYS) {
    const { data } = await makeKey(playground.strapi, { name });
    const row = await credentialOf(playground.strapi, data.accessId);
    await db
      .connection('api_access_credentials')
      .where(row)
      .update({ access_id: access, expires_at: expires === null ? null : NOW + expires * 864e5 });
    await db
      .connection(db.metadata.get('admin::api-access').tableName)
      .where({ id: row.key_id })
      .update({ created_at: new Date(NOW + created), updated_at: new Date(NOW + updated) });
    if (allowed === null) continue;
    await storeUsage(playground.strapi, row, { allowed, lastUsedAt: NOW + used });
  }
});

afterAll(async () => {
  await playground.stop();
});

const list = (query: Record<string, unknown>) =>
  answerOf(playground.admin, keyEndpoints.list, { query });
const names = async (query: Record<string, unknown>) =>
  (await list(query)).data.map(({ name }) => name).join('');

describe('the list of keys', () => {
  it.each(KEY_SORTS.flatMap((field) => [[field, 'asc'] as const, [field, 'desc'] as const]))(
    'can be sorted by %s:%s',
    async (field, direction) => {
      expect(await names({ sort: `${field}:${direction}` })).toBe(ORDER[field][direction]);
    },
  );

  it('begins with the newest', async () => {
    expect(await names({})).toBe(ORDER.createdAt.desc);
  });

  it('holds together a page at a time', async () => {
    const pages = [];
    for (const page of [1, 2, 3]) {
      const { data, meta } = await list({ sort: 'name:asc', page, pageSize: 3 });
      expect(meta.pagination).toEqual({
        page,
        pageSize: 3,
        pageCount: 2,
        total: 4,
        isTotalExact: true,
      });
      pages.push(data.map(({ name }) => name).join(''));
    }

    expect(pages).toEqual(['abc', 'd', '']);
  });

  it('repeats and loses none where the sort leaves many equal', async () => {
    const { db } = playground.strapi;
    await db.connection('api_access_credentials').update({ uses: 5 });
    for (const sort of ['usageCount:asc', 'usageCount:desc']) {
      let seen = '';
      for (const page of [1, 2, 3, 4]) seen += await names({ sort, page, pageSize: 1 });
      expect(Array.from(seen).sort().join('')).toBe('abcd');
    }
  });

  it('gives a hundred at most', async () => {
    expect((await list({ pageSize: 100 })).data).toHaveLength(4);
    for (const pageSize of [101, 1_000_000]) {
      expect(
        await refusalOf(playground.admin, keyEndpoints.list, { query: { pageSize } }),
      ).toMatchObject({ status: 400, fields: ['pageSize: invalid_input'] });
    }
  });
});

describe('a list of keys that cannot be given', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['a page size of a million', { pageSize: 1_000_000 }, 'pageSize'],
    ['a page size of 101', { pageSize: 101 }, 'pageSize'],
    ['a page size of nothing', { pageSize: '' }, 'pageSize'],
    ['half a page', { page: 1.5 }, 'page'],
    ['page zero', { page: 0 }, 'page'],
    ['a page before the first', { page: -1 }, 'page'],
    ['a page that is a word', { page: 'last' }, 'page'],
    ['an unknown status', { status: 'paused' }, 'status.0'],
    ['an unknown sort', { sort: 'secretHash:asc' }, 'sort'],
    ['a sort without direction', { sort: 'name' }, 'sort'],
    ['an unknown quick filter', { quick: 'mine' }, 'quick'],
    ['an over-long search', { search: 'a'.repeat(201) }, 'search'],
    ['a search that is a map', { 'search[$eq]': 'a' }, 'search'],
    ['an unknown filter', { filters: 'x' }, 'filters'],
    ['populate', { populate: '*' }, 'populate'],
  ])('is refused for %s', async (_, query, field) => {
    expect(await refusalOf(playground.admin, keyEndpoints.list, { query })).toMatchObject({
      status: 400,
      code: 'invalid_input',
      fields: [`${field}: invalid_input`],
    });
  });
});
