/** One verification in the process: from the header to the decision about the scope. */
import path from 'node:path';

import { startChild } from '../lib/child.mjs';
import { databasesThere, sqliteDatabase, titleOf } from '../lib/databases.mjs';
import { interleaved } from '../lib/rounds.mjs';
import { startApp } from '../lib/start-app.mjs';
import { median, spread } from '../lib/statistics.mjs';

export const name = 'verification';
export const title = 'one verification in the process, warm, beside Strapi and Better Auth';

const BUILT_IN = 'built-in custom token';
const BEHIND = 'ours behind the core';
const BETTER_AUTH = {
  default: 'Better Auth, limits on (default)',
  unlimited: 'Better Auth, limits off',
  wal: 'Better Auth, limits off, WAL',
};
/** What ours may take of the built-in strategy's time. */
const SHARES = { sqlite: 1 / 10, postgres: 1 / 6, mysql: 1 / 6 };
const SHARE_OF_BETTER_AUTH = 1 / 30;

/** The other plugin, or why it is not there: it may not run on this version of Node. */
const startBetterAuth = async () => {
  const { file } = sqliteDatabase();
  try {
    const child = await startChild(path.join(import.meta.dirname, '../lib/better-auth-app.mjs'), {
      env: { BENCH_FOLDER: path.dirname(file) },
    });
    return { child, missing: [] };
  } catch (error) {
    return { missing: [{ name: 'verification, Better Auth', missing: String(error) }] };
  }
};

const contendersOf = ({ apps, last, betterAuth }, count) => {
  const warm = (app, input) => async () => median(await app.ask('warm', { ...input, count }));
  const onEach = apps.flatMap(({ on, app }) => [
    [`ours ${on}`, warm(app, { token: app.ours })],
    [`built-in ${on}`, warm(app, { token: app['built-in'] })],
  ]);
  const others =
    betterAuth === undefined
      ? []
      : Object.keys(BETTER_AUTH).map((variant) => [variant, warm(betterAuth, { variant })]);
  return Object.fromEntries([
    ...onEach,
    ['ours last', warm(last, { token: last.ours })],
    ...others,
  ]);
};

const figureOf = (on, samples) => {
  const peers = { [BUILT_IN]: spread(samples[`built-in ${on}`]) };
  const bounds = { [BUILT_IN]: { most: SHARES[on] } };
  if (on === 'sqlite') {
    peers[BEHIND] = spread(samples['ours last']);
    for (const [variant, peer] of Object.entries(BETTER_AUTH)) {
      if (samples[variant] !== undefined) peers[peer] = spread(samples[variant]);
    }
    bounds[BETTER_AUTH.default] = { most: SHARE_OF_BETTER_AUTH };
  }
  const ours = spread(samples[`ours ${on}`]);
  return { name: `verification, warm, ${titleOf(on)}, p50`, unit: 'µs', ours, peers, bounds };
};

/** What happens once for a role set after a change, and once for a key after a changed secret. */
const coldFigures = async ({ app, samples, rounds, secrets }) => {
  const roles = [];
  for (let round = 0; round < rounds; round += 1)
    roles.push(median(await app.ask('coldRoles', { token: app.ours, count: 10 })));
  const secret = await app.ask('coldSecret', { role: app.role, count: secrets });
  const peers = { [BUILT_IN]: spread(samples['built-in sqlite']) };
  const figure = (what, ours) => ({ name: `verification, ${what}, p50`, unit: 'µs', ours, peers });
  return [
    figure('roles not compiled yet', spread(roles)),
    figure('server secret changed (argon2)', spread(secret)),
  ];
};

export const run = async ({ isQuick, say }) => {
  const { there, missing } = await databasesThere(['sqlite', 'postgres', 'mysql'], 'verification');
  const [rounds, count, secrets] = isQuick ? [2, 20, 2] : [9, 400, 15];
  const [last, better, ...apps] = await Promise.all([
    startApp({ precedence: 'last' }),
    startBetterAuth(),
    ...there.map(async (on) => ({ on, app: await startApp({ precedence: 'first' }, { on }) })),
  ]);
  say(`${there.map(titleOf).join(', ')}: ${rounds} rounds of ${count} verifications`);
  const sides = { apps, last, betterAuth: better.child };
  const samples = await interleaved(contendersOf(sides, count), { rounds });
  const [{ app }] = apps;
  const cold = await coldFigures({ app, samples, rounds, secrets });
  for (const each of [last, ...apps.map((one) => one.app)]) await each.stop();
  await better.child?.stop();
  return [...there.map((on) => figureOf(on, samples)), ...cold, ...missing, ...better.missing];
};
