/** What the plugin holds in memory at most, and what writing it costs. */
import { databasesThere, freshDatabase, titleOf } from '../lib/databases.mjs';
import { spreadOf } from '../lib/rounds.mjs';
import { startApp } from '../lib/start-app.mjs';

export const name = 'memory';
export const title = 'caches full, and counters of 100,000 keys waiting for a flush';

/** So many role sets `abilityCacheSize` keeps, and so many confirmed secrets the verifier. */
const FULL = { roleSets: 1000, confirmed: 10_000, counted: 100_000 };
const QUICK = { roleSets: 20, confirmed: 50, counted: 1000 };
const ROLES = 10;
const IDLE = 'the same process idle';
/** Longer than the run: what is counted waits until it is asked to be written. */
const NO_FLUSH = { flushIntervalMs: 600_000 };
const OPTIONS = { execArgv: ['--expose-gc'] };

const seedOn = async (database, { roleSets, confirmed, counted }) => {
  const app = await startApp(NO_FLUSH, { ...OPTIONS, database });
  const all = await app.ask('seedRoleSets', { roles: ROLES, sets: roleSets });
  const seeded = await app.ask('seedKeys', {
    like: app.accessId,
    count: counted,
    usable: confirmed,
    roleSets: all.slice(0, roleSets),
  });
  await app.stop();
  return seeded;
};

/** One life of a process, from idle to everything full and written. */
const lifeOn = async (database, seeded, { roleSets, counted }) => {
  const app = await startApp(NO_FLUSH, { ...OPTIONS, database, isSeeded: false });
  // What Strapi itself fills at the first requests is none of the plugin's.
  await app.ask('use', { tokens: seeded.tokens.slice(0, 20) });
  const idle = await app.ask('held');
  const abilities = await app.ask('use', { tokens: seeded.tokens.slice(0, roleSets) });
  await app.ask('forgetMacs', { accessIds: seeded.accessIds });
  const confirmed = await app.ask('confirm', { tokens: seeded.tokens });
  const counters = await app.ask('count', { firstId: seeded.firstId, count: counted });
  const flush = await app.ask('flush');
  await app.stop();
  return { idle, abilities, confirmed, counters, flush };
};

const figuresOf = (lives, { roleSets, confirmed, counted }, label) => {
  const held = (what, step) =>
    [
      ['heap', 'heapMb'],
      ['RSS', 'rssMb'],
    ].map(([kind, field]) => ({
      name: `${label}, ${what}, ${kind}`,
      unit: 'MB',
      ours: spreadOf(lives, (life) => life[step][field]),
      peers: { [IDLE]: spreadOf(lives, ({ idle }) => idle[field]) },
    }));
  return [
    ...held(`${roleSets} role sets compiled`, 'abilities'),
    ...held(`and ${confirmed} secrets confirmed`, 'confirmed'),
    ...held(`and counters of ${counted} keys waiting`, 'counters'),
    ...held('after the flush of these', 'flush'),
    {
      name: `${label}, flush of ${counted} keys`,
      unit: 'ms',
      ours: spreadOf(lives, ({ flush }) => flush.ms),
    },
    {
      name: `${label}, event loop blocked by it at most`,
      unit: 'ms',
      ours: spreadOf(lives, ({ flush }) => flush.blockedMs),
    },
  ];
};

export const run = async ({ isQuick, say }) => {
  const sizes = isQuick ? QUICK : FULL;
  const rounds = isQuick ? 1 : 5;
  const { there, missing } = await databasesThere(['sqlite', 'postgres'], 'memory');
  const sides = [];
  for (const on of there) {
    say(`${titleOf(on)}, writing ${sizes.counted} keys`);
    const database = await freshDatabase(on);
    sides.push({ on, database, seeded: await seedOn(database, sizes), lives: [] });
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { on, database, seeded, lives } of sides) {
      say(`${titleOf(on)}, process ${round + 1} of ${rounds}`);
      lives.push(await lifeOn(database, seeded, sizes));
    }
  }
  for (const { database } of sides) await database.drop();
  return [...sides.flatMap(({ on, lives }) => figuresOf(lives, sizes, titleOf(on))), ...missing];
};
