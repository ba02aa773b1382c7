/** Makes two nodes meet in one statement, which their own pace would hardly ever bring about. */
import { setTimeout as sleep } from 'node:timers/promises';

import { type Knex } from 'knex';

const MEETING_MS = 60_000;

/** How many sessions of this database wait for a lock; PostgreSQL alone is asked. */
const waiting = async (db: Knex): Promise<number> => {
  const { rows } = await db.raw<{ rows: { total: string }[] }>(
    "select count(*) as total from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return Number(rows[0]?.total);
};

/**
 * Runs what two nodes do while something stands in their way, until both wait for it.
 *
 * @param obstruct - Takes, in a transaction that is undone, what both are going to need.
 */
export const meet = async <T>(
  db: Knex,
  obstruct: (obstacle: Knex.Transaction) => PromiseLike<unknown>,
  start: () => Promise<T>,
): Promise<T> => {
  const obstacle = await db.transaction();
  await obstruct(obstacle);
  const started = start();
  const end = Date.now() + MEETING_MS;
  while ((await waiting(db)) < 2 && Date.now() < end) await sleep(100);
  const met = await waiting(db);
  await obstacle.rollback();
  expect(met).toBe(2);
  return started;
};
