/** The same route over HTTP: open, with a built-in custom token, with ours. */
import { databasesThere, titleOf } from '../lib/databases.mjs';
import { startLoad } from '../lib/load.mjs';
import { interleaved, spreadOf } from '../lib/rounds.mjs';
import { startApp } from '../lib/start-app.mjs';
import { spread } from '../lib/statistics.mjs';

export const name = 'http';
export const title = 'the same route open, with a built-in custom token, with ours';

const QUERY = '?pagination[pageSize]=1';
const OPEN = 'open route';
const BUILT_IN = 'built-in custom token';
/** Connections at which the bounds hold. */
const JUDGED = 16;
const MOST_OF_BUILT_IN = 1 / 5;
const LEAST_OF_OPEN = 0.9;

/** Milliseconds that a token adds to a request, round by round: what its throughput lacks of the open route's. */
const addedMs = (samples, open) =>
  spread(samples.map(({ rps }, round) => 1000 / rps - 1000 / open[round].rps));

const figuresOf = (samples, label, connections) => {
  const { ours, [OPEN]: open, [BUILT_IN]: builtIn } = samples;
  const isJudged = connections === JUDGED;
  const of = (field) => ({
    ours: spreadOf(ours, field),
    peers: { [OPEN]: spreadOf(open, field), [BUILT_IN]: spreadOf(builtIn, field) },
  });
  return [
    {
      name: `${label}, throughput`,
      unit: 'requests/s',
      ...of(({ rps }) => rps),
      bounds: isJudged ? { [OPEN]: { least: LEAST_OF_OPEN } } : {},
    },
    {
      name: `${label}, time that a key adds`,
      unit: 'ms',
      ours: addedMs(ours, open),
      peers: { [BUILT_IN]: addedMs(builtIn, open) },
      bounds: isJudged ? { [BUILT_IN]: { most: MOST_OF_BUILT_IN } } : {},
    },
    { name: `${label}, p99`, unit: 'ms', ...of(({ p99 }) => p99) },
  ];
};

const measure = async ({ app, load, label, connections, isQuick }) => {
  const much = isQuick ? { amount: 4 * connections } : { seconds: 2 };
  const on = (path, token) => () =>
    load.closed({ url: `${app.url}${path}${QUERY}`, token, connections, ...much });
  const samples = await interleaved(
    {
      ours: on('/api/articles', app.ours),
      [OPEN]: on('/api/articles-open'),
      [BUILT_IN]: on('/api/articles', app['built-in']),
    },
    { rounds: isQuick ? 1 : 7, warmUps: isQuick ? 0 : 1 },
  );
  return figuresOf(samples, `${label}, ${connections} conn.`, connections);
};

export const run = async ({ isQuick, say }) => {
  const { there, missing } = await databasesThere(['sqlite', 'postgres'], 'GET /api/articles');
  const load = await startLoad();
  const figures = [];
  for (const on of there) {
    const app = await startApp({}, { on });
    for (const connections of [1, JUDGED, 64]) {
      say(`${titleOf(on)}, ${connections} connections`);
      const label = `GET /api/articles, ${titleOf(on)}`;
      figures.push(...(await measure({ app, load, label, connections, isQuick })));
    }
    await app.stop();
  }
  await load.stop();
  return [...figures, ...missing];
};
