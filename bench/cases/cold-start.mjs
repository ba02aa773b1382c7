/** A thousand keys that are all used at the same moment, right after a restart. */
import { sqliteDatabase } from '../lib/databases.mjs';
import { startLoad } from '../lib/load.mjs';
import { spreadOf } from '../lib/rounds.mjs';
import { startApp } from '../lib/start-app.mjs';
import { spread } from '../lib/statistics.mjs';

export const name = 'cold-start';
export const title = '1,000 keys first used at once after a restart';

const ROLES = 8;
const SETS_OF_SEVERAL = 20;
const WARM = 'the second time';

const seedOn = async (database, count) => {
  const app = await startApp({}, { database });
  const roleSets = await app.ask('seedRoleSets', { roles: ROLES, sets: SETS_OF_SEVERAL });
  const { tokens } = await app.ask('seedKeys', {
    like: app.accessId,
    count,
    usable: count,
    roleSets,
  });
  await app.stop();
  return tokens;
};

/** Starts the app anew, and sends all requests at once, twice. */
const restarted = async ({ database, load, path, tokens }) => {
  const app = await startApp({}, { database, isSeeded: false });
  const url = `${app.url}${path}?pagination[pageSize]=1`;
  const cold = await load.burst({ url, tokens });
  const warm = await load.burst({ url, tokens });
  const runs = await app.ask('argon2Runs');
  await app.stop();
  return { cold, warm, runs };
};

export const run = async ({ isQuick, say }) => {
  const count = isQuick ? 50 : 1000;
  const database = sqliteDatabase();
  const load = await startLoad();
  const tokens = await seedOn(database, count);
  const keys = [];
  const open = [];
  const rounds = isQuick ? 1 : 5;
  for (let round = 0; round < rounds; round += 1) {
    say(`restart ${round + 1} of ${rounds}, ${count} requests at once`);
    keys.push(await restarted({ database, load, path: '/api/articles', tokens }));
    const none = tokens.map(() => undefined);
    open.push(await restarted({ database, load, path: '/api/articles-open', tokens: none }));
  }
  await load.stop();
  await database.drop();

  const figure = (label, samples, field, bounds) => ({
    name: `${count} requests at once after a restart, ${label}`,
    unit: 'ms',
    ours: spreadOf(samples, ({ cold }) => cold[field]),
    peers: { [WARM]: spreadOf(samples, ({ warm }) => warm[field]) },
    bounds,
  });
  return [
    figure('each with its key, p99', keys, 'p99', { [WARM]: { most: 2 } }),
    figure('each with its key, p50', keys, 'p50'),
    figure('open route (Strapi alone), p99', open, 'p99'),
    {
      name: 'argon2 runs after a restart',
      unit: 'runs',
      ours: spreadOf(keys, ({ runs }) => runs),
      limit: { most: 0 },
    },
    {
      name: 'keys refused after a restart',
      unit: 'requests',
      ours: spread(keys.map(({ cold, warm }) => cold.unexpected + warm.unexpected)),
      limit: { most: 0 },
    },
  ];
};
