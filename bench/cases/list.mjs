/**
 * The table of keys beside the content manager's list of articles: as many rows, the same page; how
 * long the answer takes, and how long another request waits meanwhile.
 *
 *   BENCH_ROWS=1000000       how many rows; several with commas between
 *   BENCH_DATABASE=postgres  or `mysql`; `sqlite` where absent; several with commas between
 *   BENCH_MATCH=search       pairs whose label matches the regular expression
 */
import { databasesThere, titleOf } from '../lib/databases.mjs';
import { askTimed } from '../lib/list-asker.mjs';
import { pairsOf } from '../lib/list-pairs.mjs';
import { startApp } from '../lib/start-app.mjs';
import { median } from '../lib/statistics.mjs';

export const name = 'list';
export const title = 'the table of keys beside the content manager’s list of as many articles';

const listOf = (value) => value.split(',').map((part) => part.trim());
const SIZES = listOf(process.env.BENCH_ROWS ?? '100000').map(Number);
const DATABASES = listOf(process.env.BENCH_DATABASE ?? 'sqlite');
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const MATCH = process.env.BENCH_MATCH ?? '';
const SESSION_MS = 20 * 60_000;
const PAGE_SIZE = 10;

const OURS = '/api-access';
const PEER = '/content-manager/collection-types/api::article.article';

const pageAt = (place, pageCount) => {
  if (place === 'last') return Math.max(1, pageCount);
  return place === 'middle' ? Math.max(1, Math.floor(pageCount / 2)) : 1;
};

/** The two requests of a pair; where the last page is, the side itself tells. */
const requestsOf = async (app, pair, tokens) => {
  const token = tokens[pair.who ?? 'admin'];
  const side = async (path, query, more = {}) => {
    const ask = (page) =>
      askTimed(app.url, { path, query: { pageSize: PAGE_SIZE, ...query, page }, token, ...more });
    if (pair.page === undefined || pair.page === 'first') return () => ask(1);
    const { body } = await ask(1);
    const { pageCount } = body.pagination ?? body.meta.pagination;
    return () => ask(pageAt(pair.page, pageCount));
  };
  const { path, body, refused } = pair;
  const bare = path === undefined ? {} : { isBare: true, body, refused };
  return [
    await side(`${OURS}${path ?? '/keys'}`, pair.query, bare),
    await side(PEER, pair.peerQuery),
  ];
};

/** Interleaved, so that a slow moment of the machine meets both alike. */
const measure = async ([ours, peer]) => {
  const samples = { ours: [], peer: [] };
  for (let round = -1; round < ROUNDS; round += 1) {
    const own = await ours();
    const theirs = await peer();
    if (round < 0) continue;
    samples.ours.push(own);
    samples.peer.push(theirs);
  }
  const of = (side, what) => median(samples[side].map((sample) => sample[what]));
  return (what) => ({
    ours: of('ours', what),
    peers: { 'content manager': of('peer', what) },
    bounds: { 'content manager': { most: 1 } },
  });
};

/** For those who watch: a run over a million rows takes long. */
const ratios = (of) =>
  ['took', 'waited']
    .map((what) => {
      const { ours, peers } = of(what);
      const peer = peers['content manager'];
      return `${what} ${ours.toFixed(1)} / ${peer.toFixed(1)} ms (${(ours / peer).toFixed(2)})`;
    })
    .join(', ');

const measureAt = async (app, title, rows) => {
  const start = performance.now();
  const seeded = await app.ask('list', { count: rows });
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`  ${title}: ${rows} rows written in ${seconds} s`);
  return measureSeeded(app, title, rows, seeded);
};

const measureSeeded = async (app, title, rows, seeded) => {
  const results = [];
  let tokens;
  let signedInAt = -Infinity;
  for (const pair of pairsOf(seeded, rows).filter(({ label }) => new RegExp(MATCH).test(label))) {
    if (performance.now() - signedInAt > SESSION_MS) {
      tokens = await app.ask('signIn');
      signedInAt = performance.now();
    }
    const of = await measure(await requestsOf(app, pair, tokens));
    const name = `${title}, ${rows} rows, ${pair.label}`;
    console.log(`    ${pair.label}: ${ratios(of)}`);
    results.push({ name: `${name}, p50`, unit: 'ms', ...of('took') });
    results.push({ name: `${name}, another request waits`, unit: 'ms', ...of('waited') });
  }
  return results;
};

export const run = async () => {
  const { there, missing } = await databasesThere(DATABASES, 'list');
  const figures = [];
  for (const on of there) {
    const app = await startApp({}, { on });
    try {
      for (const rows of SIZES) figures.push(...(await measureAt(app, titleOf(on), rows)));
    } finally {
      await app.stop();
    }
  }
  return [...figures, ...missing];
};
