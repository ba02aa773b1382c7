/** The same verification, and the same page of the table, with ever more keys. */
import { databasesThere, titleOf } from '../lib/databases.mjs';
import { interleaved } from '../lib/rounds.mjs';
import { startApp } from '../lib/start-app.mjs';
import { median, spread } from '../lib/statistics.mjs';

export const name = 'growth';
export const title = 'verification and table request with 100 to 1,000,000 keys';

const SIZES = [100, 10_000, 100_000, 1_000_000];
const QUICK_SIZES = [100, 1000];
/** Keys that are used, all over the table. */
const USED = 50;
const PAGE = '/api-access/keys?page=1&pageSize=10&sort=createdAt:desc';
const ROOM_FOR_GROWTH = 1.2;

const withKeys = (size) => `${size.toLocaleString('en-US')} keys`;

const startWith = async (on, size) => {
  const app = await startApp({}, { on });
  const { tokens } = await app.ask('seedKeys', { like: app.accessId, count: size, usable: USED });
  const { admin } = await app.ask('signIn');
  return { size, app, tokens, admin };
};

const pageOf = async ({ app, admin }) => {
  const start = performance.now();
  const response = await fetch(`${app.url}${PAGE}`, {
    headers: { authorization: `Bearer ${admin}` },
  });
  await response.text();
  if (response.status !== 200) throw new Error(`The table answered ${response.status}.`);
  return performance.now() - start;
};

const pages = async (side, count) => {
  const samples = [];
  for (let n = 0; n < count; n += 1) samples.push(await pageOf(side));
  return median(samples);
};

const figuresOf = (label, unit, sides, samples, bound) => {
  const [{ size: least }] = sides;
  const of = (size) => spread(samples[`${size}`]);
  return sides.slice(1).map(({ size }, at) => ({
    name: `${label}, ${withKeys(size)}, p50`,
    unit,
    ours: of(size),
    peers: { [`with ${withKeys(least)}`]: of(least) },
    bounds:
      bound !== undefined && at === sides.length - 2
        ? { [`with ${withKeys(least)}`]: { most: bound } }
        : {},
  }));
};

const measureOn = async (on, { isQuick, say }) => {
  const sides = [];
  for (const size of isQuick ? QUICK_SIZES : SIZES) {
    say(`${titleOf(on)}, writing ${withKeys(size)}`);
    sides.push(await startWith(on, size));
  }
  const [rounds, count, views] = isQuick ? [2, 50, 1] : [9, 400, 5];
  say(`${titleOf(on)}, ${rounds} rounds of ${count} verifications`);
  const each = (measure) => Object.fromEntries(sides.map((side) => [side.size, measure(side)]));
  const verified = await interleaved(
    each((side) => async () => median(await side.app.ask('warm', { tokens: side.tokens, count }))),
    { rounds },
  );
  const listed = await interleaved(
    each((side) => () => pages(side, views)),
    { rounds },
  );
  for (const { app } of sides) await app.stop();
  return [
    ...figuresOf(`verification, warm, ${titleOf(on)}`, 'µs', sides, verified, ROOM_FOR_GROWTH),
    ...figuresOf(`first page of the table, ${titleOf(on)}`, 'ms', sides, listed),
  ];
};

export const run = async (options) => {
  const { there, missing } = await databasesThere(['sqlite', 'postgres'], 'growth');
  const figures = [];
  for (const on of there) figures.push(...(await measureOn(on, options)));
  return [...figures, ...missing];
};
