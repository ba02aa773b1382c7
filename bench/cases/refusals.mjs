/** What is refused: no token at all, nobody's key, somebody's key with a wrong secret. */
import { startLoad } from '../lib/load.mjs';
import { interleaved, spreadOf } from '../lib/rounds.mjs';
import { startApp, startAppWithoutPlugin } from '../lib/start-app.mjs';
import { median } from '../lib/statistics.mjs';

export const name = 'refusals';
export const title = "what is refused, beside the built-in strategy's unknown token";

const CONNECTIONS = 16;
const PEER = "built-in's unknown token, without the plugin";
/** As long as Strapi's own. */
const UNKNOWN_TOKEN = '0123456789abcdef'.repeat(16);
const UNKNOWN_ACCESS_ID = 'nobodysKey00';

/** Who is asked with what. The peer is an app that has never heard of the plugin. */
const contendersOf = async (app, without) => {
  const [unknown, forged] = await app.ask('forge', {
    accessIds: [UNKNOWN_ACCESS_ID, app.accessId],
  });
  return {
    'garbage bearer': { app, token: UNKNOWN_TOKEN },
    'unknown key': { app, token: unknown },
    'forged secret of a known Access ID': { app, token: forged },
    [PEER]: { app: without, token: UNKNOWN_TOKEN },
  };
};

const mapValues = (of, change) =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, change(value)]));

const figuresOf = (samples, what, unit, field) => {
  const { [PEER]: peer, ...ours } = samples;
  return Object.entries(ours).map(([label, taken]) => ({
    name: `${label}, ${what}`,
    unit,
    ours: spreadOf(taken, field),
    peers: { [PEER]: spreadOf(peer, field) },
  }));
};

export const run = async ({ isQuick, say }) => {
  const [app, without, load] = await Promise.all([
    startApp(),
    startAppWithoutPlugin(),
    startLoad(),
  ]);
  const contenders = await contendersOf(app, without);
  const rounds = isQuick ? 2 : 7;
  const count = isQuick ? 20 : 400;
  say('in the process');
  const inProcess = await interleaved(
    mapValues(
      contenders,
      ({ app: asked, token }) =>
        async () =>
          median(await asked.ask('refuse', { token, count })),
    ),
    { rounds },
  );
  say(`over HTTP, ${CONNECTIONS} connections`);
  const much = isQuick ? { amount: 100 } : { seconds: 2 };
  const overHttp = await interleaved(
    mapValues(
      contenders,
      ({ app: { url }, token }) =>
        () =>
          load.closed({
            url: `${url}/api/articles`,
            token,
            connections: CONNECTIONS,
            status: 401,
            ...much,
          }),
    ),
    { rounds },
  );
  const runs = await app.ask('argon2Runs');
  for (const each of [app, without, load]) await each.stop();
  return [
    ...figuresOf(inProcess, 'in the process, p50', 'µs'),
    ...figuresOf(overHttp, 'HTTP', 'requests/s', ({ rps }) => rps),
    ...figuresOf(overHttp, 'HTTP, p99', 'ms', ({ p99 }) => p99),
    {
      name: 'argon2 runs of all refusals together',
      unit: 'runs',
      // Two are the hashes of the key that was issued and of the forged ones.
      ours: runs - 2,
      limit: { most: 0 },
    },
  ];
};
