/** Honest traffic while a second process floods: keys with forged secrets, or unknown tokens. */
import { startLoad } from '../lib/load.mjs';
import { interleaved, spreadOf } from '../lib/rounds.mjs';
import { startApp, startAppWithoutPlugin } from '../lib/start-app.mjs';
import { spread } from '../lib/statistics.mjs';

export const name = 'flood';
export const title = "honest traffic's p99 under a flood of forgeries";

const FLOOD_PER_SECOND = 500;
const HONEST_PER_SECOND = 100;
const KNOWN_KEYS = 100;
const UNDER_UNKNOWN = 'built-in, flood of unknown tokens';

const unknownTokens = Array.from({ length: KNOWN_KEYS }, (_, n) =>
  String(n).padStart(4, '0').repeat(64),
);

/** Forgeries for known keys; of half of them the mac is of another server secret, as argon2 would like. */
const forgeriesOn = async (app) => {
  const { accessIds } = await app.ask('seedKeys', {
    like: app.accessId,
    count: KNOWN_KEYS,
    usable: KNOWN_KEYS,
  });
  const tokens = await app.ask('forge', { accessIds });
  await app.ask('forgetMacs', { accessIds: accessIds.filter((_, n) => n % 2 === 1) });
  return tokens;
};

export const run = async ({ isQuick, say }) => {
  const [app, without, honest, flood] = await Promise.all([
    startApp(),
    startAppWithoutPlugin(),
    startLoad(),
    startLoad(),
  ]);
  const forgeries = await forgeriesOn(app);
  const seconds = isQuick ? 0.5 : 6;

  const traffic = (url, token) =>
    honest.open({
      url: `${url}/api/articles?pagination[pageSize]=1`,
      tokens: [token],
      perSecond: HONEST_PER_SECOND,
      seconds,
    });
  const under = async (traffic, url, tokens) => {
    const flooding = flood.open({
      url: `${url}/api/articles`,
      tokens,
      perSecond: FLOOD_PER_SECOND,
      seconds,
      status: 401,
    });
    const [met, sent] = await Promise.all([traffic, flooding]);
    return { ...met, flood: sent };
  };

  const rounds = isQuick ? 1 : 5;
  say(`${rounds} rounds of ${seconds} s, ${FLOOD_PER_SECOND} forgeries a second`);
  const before = await app.ask('argon2Runs');
  const samples = await interleaved(
    {
      ours: () => under(traffic(app.url, app.ours), app.url, forgeries),
      [UNDER_UNKNOWN]: () =>
        under(traffic(without.url, without['built-in']), without.url, unknownTokens),
      'ours, no flood': () => traffic(app.url, app.ours),
      'built-in, no flood': () => traffic(without.url, without['built-in']),
    },
    { rounds },
  );
  const runs = (await app.ask('argon2Runs')) - before;
  for (const each of [app, without, honest, flood]) await each.stop();

  const { ours, ...peers } = samples;
  const of = (field) => ({
    ours: spreadOf(ours, field),
    peers: Object.fromEntries(
      Object.entries(peers).map(([peer, taken]) => [peer, spreadOf(taken, field)]),
    ),
  });
  const wrong = [...ours, ...samples['ours, no flood']].map(
    ({ unexpected, flood: flooding }) => unexpected + (flooding?.unexpected ?? 0),
  );
  return [
    {
      name: `honest traffic, ${HONEST_PER_SECOND}/s, flood of forgeries, p99`,
      unit: 'ms',
      ...of(({ p99 }) => p99),
      bounds: { [UNDER_UNKNOWN]: { most: 1 } },
    },
    {
      name: `honest traffic, ${HONEST_PER_SECOND}/s, flood of forgeries, p50`,
      unit: 'ms',
      ...of(({ p50 }) => p50),
    },
    {
      name: 'flood that was sent',
      unit: 'requests/s',
      ours: spreadOf(ours, ({ flood: { perSecond } }) => perSecond),
      peers: {
        [UNDER_UNKNOWN]: spreadOf(samples[UNDER_UNKNOWN], (one) => one.flood.perSecond),
      },
    },
    { name: 'argon2 runs under the flood', unit: 'runs', ours: runs, limit: { most: 0 } },
    {
      name: 'honest requests refused, or forgeries let in, a round',
      unit: 'requests',
      ours: spread(wrong),
      limit: { most: 0 },
    },
  ];
};
