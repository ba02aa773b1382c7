/**
 * What is asked of the table of keys and of the content manager's list: the same sort or a like
 * one, a filter that as many rows pass, the same page. Where keys have what articles have not, the
 * peer filters by an instant of its own, which is the cheapest filter that there is.
 */
const PAGES = ['first', 'middle', 'last'];

/** Articles that were edited in the latest share of the time. */
const latest = (seeded, rows, share) => ({
  'filters[$and][0][updatedAt][$gt]': new Date(seeded.now - rows * 500 * share).toISOString(),
});

const category = (seeded, groups) =>
  Object.fromEntries(
    groups.map((group, at) => [
      `filters[$and][0][category][documentId][$in][${at}]`,
      seeded.categories[group],
    ]),
  );

const SORTS = {
  name: 'title',
  accessId: 'slug',
  createdAt: 'createdAt',
  updatedAt: 'updatedAt',
  expiresAt: 'updatedAt',
  lastUsedAt: 'updatedAt',
  usageCount: 'updatedAt',
};

const sorts = () =>
  Object.entries(SORTS).flatMap(([own, peer]) =>
    ['asc', 'desc'].flatMap((direction) =>
      PAGES.map((page) => ({
        label: `sorted by ${own}:${direction}, ${page} page`,
        page,
        query: { sort: `${own}:${direction}` },
        peerQuery: { sort: `${peer}:${direction.toUpperCase()}` },
      })),
    ),
  );

const filters = (seeded, rows) => {
  const share = (part) => latest(seeded, rows, part);
  const groups = Array.from({ length: 20 }, (_, n) => n);
  return [
    ['status active', { status: 'active' }, share(0.8)],
    ['status expired', { status: 'expired' }, share(0.05)],
    ['status revoked', { status: 'revoked' }, share(0.1)],
    ['status suspended', { status: 'suspended' }, share(-1)],
    ['every status', { status: ['active', 'expired', 'revoked', 'suspended'] }, share(1)],
    ['status active or revoked', { status: ['active', 'revoked'] }, share(0.9)],
    ['type personal', { type: 'personal' }, share(0.05)],
    ['both types', { type: ['personal', 'api-key'] }, share(1)],
    ['role of nearly all', { roles: seeded.role }, category(seeded, groups.slice(1))],
    ['role of few', { roles: seeded.full }, category(seeded, [0])],
    ['tag', { tags: seeded.tags[7] }, category(seeded, [7])],
    ['two tags', { tags: [seeded.tags[7], seeded.tags[8]] }, category(seeded, [7, 8])],
    [
      'author of nearly all',
      { author: seeded.admin },
      { 'filters[$and][0][createdBy][id][$eq]': seeded.adminId },
    ],
    [
      'author of few',
      { author: seeded.author },
      { 'filters[$and][0][createdBy][id][$eq]': seeded.authorId },
    ],
    ['issued by', { issuedBy: 'Person 7' }, share(0.02)],
    ['expires soon', { quick: 'expires-soon' }, share(0.03)],
    ['unused for 90 days', { quick: 'unused-90-days' }, share(0.5)],
    ['never used', { quick: 'never-used' }, share(0.3)],
    ['no expiry', { quick: 'no-expiry' }, share(0.2)],
    ['full access', { quick: 'full-access' }, category(seeded, [0])],
    ['no author', { quick: 'no-author' }, { 'filters[$and][0][category][id][$null]': 'true' }],
    [
      'tag, role, active',
      { tags: seeded.tags[7], roles: seeded.role, status: 'active' },
      { ...category(seeded, [7]), ...second(share(0.8)) },
    ],
    [
      'tag, issued by, never used',
      { tags: seeded.tags[7], issuedBy: 'Person 7', quick: 'never-used' },
      { ...category(seeded, [7]), ...second(share(0.02)) },
    ],
  ];
};

/** The same filter behind another one. */
const second = (filter) =>
  Object.fromEntries(
    Object.entries(filter).map(([key, value]) => [key.replace('[0]', '[1]'), value]),
  );

const searches = () => [
  ['search that finds all', { search: 'purpose' }, { _q: 'purpose' }],
  ['search that finds many', { search: 'number 1' }, { _q: 'number 1' }],
  ['search that finds few', { search: 'number 4711' }, { _q: 'number 4711' }],
  ['search that finds one by name', { search: 'key 0004711' }, { _q: 'article 0004711' }],
  ['search that finds nothing', { search: 'nowhere' }, { _q: 'nowhere' }],
  ['search for a character', { search: 'q' }, { _q: 'q' }],
  ['search for words with accents', { search: 'é à' }, { _q: 'é à' }],
  ['search by Access ID', { search: 'Key0004711xy' }, { _q: 'article-0004711' }],
  ['search by a part of it', { search: 'y0004711x' }, { _q: 'e-0004711' }],
  ['search by its shown form', { search: 'sak_Key0004711xy' }, { _q: 'article-0004711' }],
  ['search by tag', { search: 'tag 7' }, { _q: 'article 7' }],
];

const named = ([label, query, peerQuery]) => ({ label, query, peerQuery });

const REVERSED = { query: { sort: 'name:desc' }, peerQuery: { sort: 'title:DESC' } };

/** The filters and searches in the order of a sort of ours besides the default, and their last pages. */
const sortedToo = (pairs) =>
  pairs.flatMap((pair) => [
    {
      ...pair,
      query: { sort: 'createdAt:desc', ...pair.query },
      peerQuery: { sort: 'createdAt:DESC', ...pair.peerQuery },
    },
    {
      label: `${pair.label}, by name`,
      query: { ...REVERSED.query, ...pair.query },
      peerQuery: { ...REVERSED.peerQuery, ...pair.peerQuery },
    },
    {
      label: `${pair.label}, by last use`,
      query: { sort: 'lastUsedAt:asc', ...pair.query },
      peerQuery: { sort: 'updatedAt:ASC', ...pair.peerQuery },
    },
    {
      ...pair,
      label: `${pair.label}, last page`,
      page: 'last',
      query: { sort: 'expiresAt:asc', ...pair.query },
      peerQuery: { sort: 'updatedAt:ASC', ...pair.peerQuery },
    },
  ]);

const FIRST = { sort: 'createdAt:DESC' };

const others = () => [
  { label: '100 rows', query: { pageSize: 100 }, peerQuery: { ...FIRST, pageSize: 100 } },
  {
    label: '100 rows, last page',
    page: 'last',
    query: { pageSize: 100 },
    peerQuery: { ...FIRST, pageSize: 100 },
  },
  { label: 'counts of the quick filters', path: '/keys/counts', peerQuery: FIRST },
  { label: 'people of the filter panel', path: '/keys/people', peerQuery: FIRST },
  { label: 'keys that need attention', path: '/keys/attention', peerQuery: FIRST },
  {
    label: 'selection of few',
    path: '/keys/selection',
    body: { filter: { search: 'number 4711' } },
    peerQuery: { ...FIRST, _q: 'number 4711' },
  },
  {
    label: 'selection of too many',
    path: '/keys/selection',
    body: { filter: {} },
    refused: true,
    peerQuery: FIRST,
  },
];

const asAuthor = (seeded, rows) =>
  [
    named(['own, first page', { sort: 'createdAt:desc' }, FIRST]),
    { ...named(['own, last page', { sort: 'createdAt:desc' }, FIRST]), page: 'last' },
    named(['own, by name', { sort: 'name:asc' }, { sort: 'title:ASC' }]),
    named(['own, by usage', { sort: 'usageCount:desc' }, { sort: 'updatedAt:DESC' }]),
    named(['own, never used', { quick: 'never-used' }, { ...FIRST, ...latest(seeded, rows, 0.3) }]),
    named(['own, search that finds nothing', { search: 'nowhere' }, { _q: 'nowhere' }]),
    named(['own, search that finds all', { search: 'purpose' }, { _q: 'purpose' }]),
    { label: 'own, counts of the quick filters', path: '/keys/counts', peerQuery: FIRST },
  ].map((pair) => ({ ...pair, who: 'author' }));

/** Every pair that is measured, of what `seedList` has answered. */
export const pairsOf = (seeded, rows) => [
  ...sorts(),
  ...sortedToo([...filters(seeded, rows), ...searches()].map(named)),
  ...others(),
  ...asAuthor(seeded, rows),
];
