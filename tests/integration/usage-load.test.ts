import { type IssuedKey } from '../../contracts';
import { bearer } from '../support/consumers';
import { describeOn, type FreshDatabase, freshDatabase } from '../support/database-servers';
import { type Load, startLoad, statusesOf } from '../support/load';
import { type PlaygroundProcess, startPlaygroundProcess } from '../support/playground-process';
import { remoteAdmin } from '../support/remote-admin';
import { readUsage } from '../support/stored-usage';

/** 10,000 requests and a boot, on a machine that does other things too. */
const LOAD_MS = 400_000;

const WHOAMI = '/api/api-access/whoami';
const DENIED = '/api/articles';
const APP = { apiAccess: { flushIntervalMs: 500 } };

/** A key without roles: `whoami` lets it in, and everything else denies it. */
const makeKey = async (node: PlaygroundProcess, name: string): Promise<IssuedKey> => {
  const admin = await remoteAdmin(node.url);
  return (await admin('/keys', 'POST', { name, expiresAt: null, roles: [] })).body as IssuedKey;
};

const load = ({ url }: PlaygroundProcess, { token }: IssuedKey, amount: number, paths: string[]) =>
  startLoad({
    url,
    amount,
    headers: bearer(token),
    requests: paths.map((path) => ({ path })),
  });

const usageIn = async ({ connect }: Pick<FreshDatabase, 'connect'>, { data }: IssuedKey) => {
  const db = connect();
  try {
    return await readUsage(db, data.accessId);
  } finally {
    await db.destroy();
  }
};

const exactly = (allowed: number, denied: number) => ({
  days: { allowed, denied },
  totals: { allowed, denied },
  uses: allowed,
  denials: denied,
});

const finished = async (running: Load) => {
  expect(await running.done).toMatchObject({ errors: 0 });
  return statusesOf(running);
};

describe('requests by 16 connections', () => {
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await freshDatabase();
  });

  afterAll(async () => {
    await database.drop();
  });

  it(
    'are counted exactly, 10,000 of them and a mixture, after a normal stop',
    async () => {
      const node = await startPlaygroundProcess({ database, ...APP });
      const used = await makeKey(node, 'Used');
      const mixed = await makeKey(node, 'Mixed');
      try {
        expect(await finished(load(node, used, 10_000, [WHOAMI]))).toEqual({ 200: 10_000 });
        const statuses = await finished(load(node, mixed, 1600, [WHOAMI, DENIED, DENIED]));
        await node.stop();

        expect(await usageIn(database, used)).toEqual(exactly(10_000, 0));
        const { 200: allowed = 0, 403: denied = 0 } = statuses;
        expect([allowed + denied, denied > allowed]).toEqual([1600, true]);
        expect(await usageIn(database, mixed)).toEqual(exactly(allowed, denied));
      } finally {
        await node.stop();
      }
    },
    LOAD_MS,
  );
});

describeOn('postgres', 'requests to two processes with one database', () => {
  it(
    'add up exactly',
    async () => {
      const database = await freshDatabase('postgres');
      const first = await startPlaygroundProcess({ database, ...APP });
      const second = await startPlaygroundProcess({ database, ...APP });
      const key = await makeKey(first, 'Shared');
      try {
        const loads = [first, second].map((node) => load(node, key, 1600, [WHOAMI, DENIED]));
        const statuses = await Promise.all(loads.map(finished));
        await Promise.all([first.stop(), second.stop()]);

        const all = (status: number) =>
          statuses.reduce((sum, counts) => sum + (counts[status] ?? 0), 0);
        expect(all(200) + all(403)).toBe(3200);
        expect(await usageIn(database, key)).toEqual(exactly(all(200), all(403)));
      } finally {
        await Promise.all([first.stop(), second.stop()]);
        await database.drop();
      }
    },
    LOAD_MS,
  );
});
