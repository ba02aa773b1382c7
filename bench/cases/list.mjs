/** The table of keys beside the content manager's list of articles: as many rows, the same page. */
import { startApp } from '../lib/start-app.mjs';
import { median } from '../lib/statistics.mjs';

export const name = 'list';

const ROWS = Number(process.env.BENCH_ROWS ?? 100_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);
const LAST = ROWS / 10;

const PAIRS = [
  ['first page', { sort: 'createdAt:desc' }, { sort: 'createdAt:DESC' }],
  [
    'page in the middle',
    { sort: 'createdAt:desc', page: LAST / 2 },
    { sort: 'createdAt:DESC', page: LAST / 2 },
  ],
  [
    'last page',
    { sort: 'createdAt:desc', page: Math.floor(LAST * 0.9) },
    { sort: 'createdAt:DESC', page: LAST },
  ],
  ['100 rows', { pageSize: 100 }, { sort: 'createdAt:DESC', pageSize: 100 }],
  ['sorted by name', { sort: 'name:asc' }, { sort: 'title:ASC' }],
  ['sorted by Access ID', { sort: 'accessId:desc' }, { sort: 'slug:DESC' }],
  ['sorted by edit', { sort: 'updatedAt:asc' }, { sort: 'updatedAt:ASC' }],
  ['sorted by expiry', { sort: 'expiresAt:asc' }, { sort: 'updatedAt:ASC' }],
  ['sorted by last use', { sort: 'lastUsedAt:desc' }, { sort: 'updatedAt:DESC' }],
  ['sorted by usage', { sort: 'usageCount:desc' }, { sort: 'updatedAt:DESC' }],
  ['search that finds one', { search: 'number 4711' }, { _q: 'number 4711' }],
  ['search that finds all', { search: 'purpose' }, { _q: 'purpose' }],
  ['search that finds nothing', { search: 'nowhere' }, { _q: 'nowhere' }],
  [
    'search, sorted by name',
    { search: 'number 1', sort: 'name:asc' },
    { _q: 'number 1', sort: 'title:ASC' },
  ],
  [
    'filter by status',
    { status: 'expired' },
    { 'filters[$and][0][updatedAt][$lt]': new Date().toISOString() },
  ],
  ['filter by tag', { tags: 'tag' }, { 'filters[$and][0][category][name][$eq]': 'Tag 7' }],
  ['expires soon', { quick: 'expires-soon' }, { 'filters[$and][0][title][$contains]': '00' }],
  [
    'unused for 90 days',
    { quick: 'unused-90-days' },
    { 'filters[$and][0][title][$contains]': '1' },
  ],
  ['never used', { quick: 'never-used' }, { 'filters[$and][0][title][$contains]': '1' }],
  ['no author', { quick: 'no-author' }, { 'filters[$and][0][category][id][$null]': 'true' }],
];

const OURS = '/api-access/keys';
const PEER = '/content-manager/collection-types/api::article.article';

const asker = (url, token) => async (path, query) => {
  const address = `${url}${path}?${new URLSearchParams({ page: 1, pageSize: 10, ...query })}`;
  const start = performance.now();
  const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  const body = await response.text();
  const took = performance.now() - start;
  if (response.status !== 200) throw new Error(`${address} answered ${response.status}: ${body}`);
  return took;
};

/** Interleaved, so that a slow moment of the machine meets both alike. */
export const run = async () => {
  const app = await startApp();
  const { token, tag } = await app.ask('list', { count: ROWS });
  const ask = asker(app.url, token);
  const results = [];
  for (const [label, query, peerQuery] of PAIRS) {
    const ours = [];
    const peer = [];
    const asked = 'tags' in query ? { ...query, tags: tag } : query;
    for (let round = -1; round < ROUNDS; round += 1) {
      const own = await ask(OURS, asked);
      const theirs = await ask(PEER, peerQuery);
      if (round < 0) continue;
      ours.push(own);
      peer.push(theirs);
    }
    results.push({
      name: `${ROWS} rows, ${label}, p50`,
      unit: 'ms',
      ours: median(ours),
      peers: { 'content manager': median(peer) },
    });
  }
  await app.stop();
  return results;
};
