/** Pages of the list beside a model of it in memory: filters, sorts, ties, and what is empty. */
import type { Core } from '@strapi/types';
import fc from 'fast-check';

import {
  KEY_SORTS,
  type KeyFilter,
  keyEndpoints,
  type ListKeysQuery,
  MAX_COUNTED,
} from '../../contracts';
import { answerOf } from '../support/admin-api';
import { type Playground, startPlayground } from '../support/playground';

/** More than are counted, so that filters find both few and more than that. */
const COUNT = MAX_COUNTED + 700;
const RUNS = 40;
const NOW = Date.now();
const DAY_MS = 86_400_000;
const BATCH = 500;

interface Modelled {
  id: number;
  name: string;
  description: string | null;
  accessId: string;
  createdAt: number;
  updatedAt: number;
  expiresAt: number | null;
  lastUsedAt: number | null;
  usageCount: number;
  isRevoked: boolean;
  issuedBy: string;
}

/** Many ties in every column but the Access ID, and no two columns agree on the order. */
const KEYS: readonly Modelled[] = Array.from({ length: COUNT }, (_, n) => ({
  id: n + 1,
  name: `key ${String((n * 7919) % 300).padStart(3, '0')}`,
  description: n % 4 === 0 ? null : `Purpose ${String(n % 1000)}`,
  accessId: `Mo${String((n * 104_729) % 1_000_003).padStart(10, '0')}`,
  createdAt: NOW - ((n * 31) % 900) * 60_000,
  updatedAt: NOW - ((n * 17) % 700) * 60_000,
  expiresAt: n % 3 === 0 ? null : NOW + (((n * 13) % 80) - 20.5) * DAY_MS,
  lastUsedAt: n % 5 === 0 ? null : NOW - ((n * 11) % 150) * DAY_MS,
  usageCount: n % 5 === 0 ? 0 : (n * 3) % 50,
  isRevoked: n % 97 === 5,
  issuedBy: `Person ${String(n % 7)}`,
}));

const store = async ({ db }: Core.Strapi): Promise<void> => {
  const isSqlite = db.dialect.client === 'sqlite';
  const instant = (ms: number) => (isSqlite ? ms : new Date(ms));
  for (let at = 0; at < KEYS.length; at += BATCH) {
    const some = KEYS.slice(at, at + BATCH);
    await db.connection('api_access_keys').insert(
      some.map((key) => ({
        id: key.id,
        document_id: `model${String(key.id)}`,
        name: key.name,
        description: key.description,
        type: 'api-key',
        revision: 0,
        last_issued_by: key.issuedBy,
        created_at: instant(key.createdAt),
        updated_at: instant(key.updatedAt),
      })),
    );
    await db.connection('api_access_credentials').insert(
      some.map((key) => ({
        key_id: key.id,
        access_id: key.accessId,
        prefix: 'sak',
        secret_hash: 'x',
        mac: 'x',
        mac_key_id: 'x',
        secret_tag: 'x',
        hint: 'x',
        issued_at: NOW - 100 * DAY_MS,
        expires_at: key.expiresAt,
        revoked_at: key.isRevoked ? NOW : null,
        role_set: '1',
        last_used_at: key.lastUsedAt,
        uses: key.usageCount,
      })),
    );
  }
};

type Filter = Pick<KeyFilter, 'search' | 'status' | 'issuedBy' | 'quick'>;

const isExpired = ({ expiresAt }: Modelled) => expiresAt !== null && expiresAt <= NOW;

const statusOf = (key: Modelled) => {
  if (key.isRevoked) return 'revoked';
  return isExpired(key) ? 'expired' : 'active';
};

const QUICK: Partial<Record<NonNullable<Filter['quick']>, (key: Modelled) => boolean>> = {
  'never-used': (key) => key.lastUsedAt === null,
  'no-expiry': (key) => key.expiresAt === null,
  'no-author': () => true,
  'full-access': () => false,
  'unused-90-days': (key) => (key.lastUsedAt ?? 0) < NOW - 90 * DAY_MS,
};

const matches = (key: Modelled, { search, status, issuedBy, quick }: Filter): boolean => {
  const text = (search ?? '').toLowerCase();
  const holds = [key.name, key.description ?? '', key.accessId].some((value) =>
    value.toLowerCase().includes(text),
  );
  return (
    (status ?? ['active', 'expired', 'suspended']).includes(statusOf(key)) &&
    (issuedBy?.includes(key.issuedBy) ?? true) &&
    (quick === undefined || (QUICK[quick]?.(key) ?? false)) &&
    holds
  );
};

type Field = (typeof KEY_SORTS)[number];

/** What is empty stands last in either direction; of equal ones the model says nothing. */
const rankOf = (key: Modelled, sort: ListKeysQuery['sort']): string | number => {
  const value = key[sort.split(':')[0] as Field];
  if (value === null) return 'empty';
  return value;
};

const compare =
  (sort: ListKeysQuery['sort']) =>
  (a: Modelled, b: Modelled): number => {
    const [left, right] = [rankOf(a, sort), rankOf(b, sort)];
    if (left === right) return 0;
    if (left === 'empty') return 1;
    if (right === 'empty') return -1;
    return left < right === sort.endsWith(':asc') ? -1 : 1;
  };

const someFilters: fc.Arbitrary<Filter> = fc.record(
  {
    search: fc.constantFrom('key 00', 'PURPOSE', 'purpose 12', 'nowhere', 'Mo00000', 'key'),
    status: fc.subarray(['active', 'expired', 'revoked', 'suspended'] as const, { minLength: 1 }),
    issuedBy: fc.subarray(['Person 1', 'Person 2', 'Nobody'], { minLength: 1 }),
    quick: fc.constantFrom('never-used', 'no-expiry', 'no-author', 'full-access', 'unused-90-days'),
  },
  { requiredKeys: [] },
);

/** The bare list goes its own way, from the nearer end. */
const filters = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Filter>({}) },
  { weight: 2, arbitrary: someFilters },
);

const sorts = fc.constantFrom(
  ...KEY_SORTS.flatMap((field) => [`${field}:asc`, `${field}:desc`] as const),
);

describe('the pages of the list of keys', () => {
  let playground: Playground;

  beforeAll(async () => {
    playground = await startPlayground();
    await store(playground.strapi);
  });

  afterAll(async () => {
    await playground.stop();
  });

  const list = (query: Record<string, unknown>) =>
    answerOf(playground.admin, keyEndpoints.list, { query });
  const idsOf = async (query: Record<string, unknown>) =>
    (await list(query)).data.map(({ id }) => id);
  const byId = new Map(KEYS.map((key) => [`model${String(key.id)}`, key]));

  it('are what a model finds in memory, in its order', async () => {
    await fc.assert(
      fc.asyncProperty(
        filters,
        sorts,
        fc.nat(10_000),
        fc.constantFrom(7, 10, 100),
        async (filter, sort, place, pageSize) => {
          const model = KEYS.filter((key) => matches(key, filter)).sort(compare(sort));
          const pageCount = Math.max(1, Math.ceil(model.length / pageSize));
          // Of all places alike; the first and the last page come oftener than they would.
          const page = place < 1000 ? 1 : place > 9000 ? pageCount : 1 + (place % pageCount);
          const from = (page - 1) * pageSize;

          const { data, meta } = await list({ ...filter, sort, page, pageSize });

          const expected = model.slice(from, from + pageSize).map((key) => rankOf(key, sort));
          const found = data.map(({ id }) => byId.get(id));
          expect(found.map((key) => key && rankOf(key, sort))).toEqual(expected);
          expect(found.every((key) => key && matches(key, filter))).toBe(true);
          const isBare = Object.keys(filter).length === 0;
          const bound = isBare ? Infinity : Math.max(MAX_COUNTED, from + pageSize);
          const total = Math.min(model.length, bound);
          expect(meta.pagination).toEqual({
            page,
            pageSize,
            pageCount: Math.ceil(total / pageSize),
            total,
            isTotalExact: model.length <= bound,
          });
        },
      ),
      { numRuns: RUNS },
    );
  });

  it.each<[string, Filter]>([
    ['all', {}],
    ['more than are counted', { search: 'k' }],
    ['few', { status: ['expired'], issuedBy: ['Person 1'] }],
  ])('hold each key once, of %s, whatever their size', async (_, filter) => {
    const model = KEYS.filter((key) => matches(key, filter));
    for (const sort of ['name:asc', 'lastUsedAt:desc']) {
      const size = 100;
      const pages = Math.ceil(model.length / size);
      const ids: string[] = [];
      for (let page = 1; page <= pages; page += 1)
        ids.push(...(await idsOf({ ...filter, sort, page, pageSize: size })));
      expect(new Set(ids).size).toBe(model.length);
      // A page of another size is a part of the same order, from whichever end it was found.
      for (const page of [2, Math.floor(model.length / 14), Math.ceil(model.length / 7)])
        expect(await idsOf({ ...filter, sort, page, pageSize: 7 })).toEqual(
          ids.slice((page - 1) * 7, page * 7),
        );
    }
  });

  it('end behind the last one, which is told exactly there', async () => {
    const model = KEYS.filter((key) => matches(key, { search: 'k' }));
    const { data, meta } = await list({ search: 'k', page: 1000, pageSize: 100 });
    expect(data).toEqual([]);
    expect(meta.pagination).toMatchObject({ total: model.length, isTotalExact: true });
  });
});
