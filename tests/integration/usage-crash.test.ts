import { setTimeout as sleep } from 'node:timers/promises';

import { type IssuedKey } from '../../contracts';
import { bearer } from '../support/consumers';
import { type FreshDatabase, freshDatabase } from '../support/database-servers';
import { startLoad } from '../support/load';
import { type PlaygroundProcess, startPlaygroundProcess } from '../support/playground-process';
import { remoteAdmin } from '../support/remote-admin';
import { readUsage } from '../support/stored-usage';

const INTERVAL_MS = 2000;
/** What a flush itself may take on a busy machine, with its timer waiting for its turn. */
const WRITING_MS = 500;
/** For so long a process that is asked to end goes on answering. */
const ENDING_MS = 1000;
const LOAD_MS = 3 * INTERVAL_MS + INTERVAL_MS / 2;

describe('the count of a process that is ended in the middle of its work', () => {
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await freshDatabase();
  });

  afterAll(async () => {
    await database.drop();
  });

  /** Answers until a signal ends the process, and what is stored then. */
  const endWith = async (signal: 'SIGKILL' | 'SIGTERM') => {
    const node: PlaygroundProcess = await startPlaygroundProcess({
      database,
      env: { PLAYGROUND_ENDING_MS: String(ENDING_MS) },
      apiAccess: { flushIntervalMs: INTERVAL_MS },
    });
    try {
      const admin = await remoteAdmin(node.url);
      const body = { name: `Ended by ${signal}`, expiresAt: null, roles: [] };
      const { data, token } = (await admin('/keys', 'POST', body)).body as IssuedKey;
      const load = startLoad({
        url: `${node.url}/api/api-access/whoami`,
        duration: 60,
        headers: bearer(token),
      });
      await sleep(LOAD_MS);
      process.kill(node.pid, signal);
      const endedAt = Date.now();
      await node.stop();
      load.stop();
      const { sent } = await load.done;
      const db = database.connect();
      const stored = await readUsage(db, data.accessId);
      await db.destroy();
      const times = load.answers.filter(({ status }) => status === 200).map(({ at }) => at);
      return { sent, answered: times.length, times, endedAt, stored };
    } finally {
      await node.stop();
    }
  };

  it('is short by one flush interval at most after a kill -9, and never over', async () => {
    const { sent, answered, times, endedAt, stored } = await endWith('SIGKILL');
    const recent = times.filter((at) => at >= endedAt - INTERVAL_MS - WRITING_MS).length;

    expect(stored.days).toEqual(stored.totals);
    expect(stored.uses).toBe(stored.totals.allowed);
    expect(stored.totals.denied).toBe(0);
    expect(stored.totals.allowed).toBeGreaterThan(0);
    expect(stored.totals.allowed).toBeLessThanOrEqual(sent);
    expect(answered - stored.totals.allowed).toBeLessThanOrEqual(recent);
  });

  it('lacks nothing that was answered after a SIGTERM, and is never over', async () => {
    const { sent, answered, stored } = await endWith('SIGTERM');

    expect(stored.days).toEqual(stored.totals);
    expect(stored.uses).toBe(stored.totals.allowed);
    expect(stored.totals.allowed).toBeGreaterThanOrEqual(answered);
    expect(stored.totals.allowed).toBeLessThanOrEqual(sent);
  });
});
