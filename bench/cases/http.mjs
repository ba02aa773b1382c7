/** The same route over HTTP: open, with a built-in custom token, with ours. */
import { createRequire } from 'node:module';

import { startApp } from '../lib/start-app.mjs';
import { median } from '../lib/statistics.mjs';

const autocannon = createRequire(import.meta.url)('autocannon');

export const name = 'http';

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = [1, 16];
const QUERY = '?pagination[pageSize]=1';

const load = async (url, token, connections) => {
  const result = await autocannon({
    url,
    connections,
    duration: SECONDS,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`A benchmark met refusals at ${url}.`);
  return { rps: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
};

/** Each contender once a round, so that a slow moment of the machine meets all alike. */
const measure = async (contenders, connections) => {
  const rounds = Object.fromEntries(Object.keys(contenders).map((each) => [each, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [each, { url, token }] of Object.entries(contenders)) {
      rounds[each].push(await load(url, token, connections));
    }
  }
  return (field) =>
    Object.fromEntries(
      Object.entries(rounds).map(([each, results]) => [
        each,
        median(results.map((one) => one[field])),
      ]),
    );
};

export const run = async () => {
  const first = await startApp({ precedence: 'first' });
  const last = await startApp({ precedence: 'last' });
  const contenders = {
    ours: { url: `${first.url}/api/articles${QUERY}`, token: first.ours },
    'open route': { url: `${first.url}/api/articles-open${QUERY}` },
    'built-in custom token': { url: `${first.url}/api/articles${QUERY}`, token: first['built-in'] },
    'ours behind the core': { url: `${last.url}/api/articles${QUERY}`, token: last.ours },
  };
  const results = [];
  for (const { url, token } of Object.values(contenders)) await load(url, token, 4);
  for (const connections of CONNECTIONS) {
    const values = await measure(contenders, connections);
    for (const [field, unit] of [
      ['rps', 'requests/s'],
      ['p50', 'ms'],
      ['p99', 'ms'],
    ]) {
      const { ours, ...peers } = values(field);
      results.push({
        name: `GET /api/articles, ${connections} connections, ${field}`,
        unit,
        ours,
        peers,
      });
    }
  }
  await first.stop();
  await last.stop();
  return results;
};
