import { type Core } from '@strapi/types';
import { type Pool } from 'tarn';

import { bearer, forged, makeKeyWith, refusalOf, send } from '../support/consumers';
import { describeOn, type FreshDatabase, freshDatabase } from '../support/database-servers';
import { type Playground, startPlayground } from '../support/playground';

const VERIFY_TIMEOUT_MS = 500;
const CREDENTIALS = 'api_access_credentials';

interface PgConnection {
  query: (sql: string) => Promise<{ rows: { name: string }[] }>;
}

const poolOf = (strapi: Core.Strapi): Pool<PgConnection> =>
  (strapi.db.connection.client as { pool: Pool<PgConnection> }).pool;

describeOn('postgres', 'the statement that keys are checked by', () => {
  let database: FreshDatabase;
  let playground: Playground;
  let token: string;

  beforeAll(async () => {
    database = await freshDatabase('postgres');
    playground = await startPlayground({
      apiAccess: { verifyTimeoutMs: VERIFY_TIMEOUT_MS, flushIntervalMs: 600_000 },
      // One connection, so that it is surely the one that a request gets.
      env: { ...database.env, DATABASE_POOL_MIN: '1', DATABASE_POOL_MAX: '1', LOG_LEVEL: 'fatal' },
    });
    ({ token } = await makeKeyWith(playground.strapi));
  });

  afterAll(async () => {
    jest.restoreAllMocks();
    await playground.stop();
    await database.drop();
  });

  const ask = (key = token) => send(`${playground.url}/api/api-access/whoami`, bearer(key));

  const onConnection = async <T>(run: (connection: PgConnection) => Promise<T>): Promise<T> => {
    const pool = poolOf(playground.strapi);
    const connection = await pool.acquire().promise;
    try {
      return await run(connection);
    } finally {
      pool.release(connection);
    }
  };

  const prepared = () =>
    onConnection(async (connection) =>
      (await connection.query('select name from pg_prepared_statements')).rows.filter(({ name }) =>
        name.startsWith('api_access_'),
      ),
    );

  it('is prepared once a connection, for whatever key', async () => {
    for (const key of [token, forged(token), token]) await ask(key);

    expect(await prepared()).toHaveLength(1);
  });

  it('that hangs costs its connection, and the next request gets another one', async () => {
    const holder = database.connect();
    try {
      const lock = await holder.transaction();
      await lock.raw(`lock table ${CREDENTIALS} in access exclusive mode`);
      const refused = await ask();

      expect([refused.status, refused.headers['retry-after']]).toEqual([503, '5']);
      expect(refusalOf(refused).details.code).toBe('verification_unavailable');
      // Before the lock is gone: nothing waits for it any more.
      const waiting = await lock.raw<{ rows: unknown[] }>(
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and state = 'active'",
      );
      expect(poolOf(playground.strapi).numPendingAcquires()).toBe(0);
      await lock.rollback();
      expect(waiting.rows.length).toBeLessThanOrEqual(1);
    } finally {
      await holder.destroy();
    }

    expect((await ask()).status).toBe(200);
  });

  it('is asked without a name from then on where a pooler has lost it, which is said once', async () => {
    const warn = jest.spyOn(playground.strapi.log, 'warn').mockImplementation();
    await ask();
    // As behind a pooler that hands each transaction another connection.
    await onConnection((connection) => connection.query('deallocate all'));

    expect((await ask()).status).toBe(200);
    expect((await ask(forged(token))).status).toBe(401);
    expect((await ask()).status).toBe(200);

    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('pooler'));
    expect(await prepared()).toEqual([]);
  });
});
