import { createUsage, type Usage } from '../../server/src/services/usage';
import { attempt } from '../../server/src/services/usage/attempt';
import { type IssuedKey } from '../../contracts';
import { CREDENTIALS, makeKeyWith, serviceOf } from '../support/consumers';
import { type PlaygroundBehindProxy, startBehindProxy, until } from '../support/behind-proxy';
import { describeOn, type ServerName } from '../support/database-servers';
import { readUsage } from '../support/stored-usage';

const COMMIT = /commit/i;
const UPSERT = /api_access_usage_totals/;
/** Shorter than in earnest, where nobody waits for it. */
const STATEMENT_MS = 1_000;
const RECOVERY_MS = 8_000;

const faults = (server: ServerName) => () => {
  let world: PlaygroundBehindProxy;

  beforeAll(async () => {
    world = await startBehindProxy(server, { verifyTimeoutMs: 800, flushIntervalMs: 600_000 });
  });

  afterAll(async () => {
    await world.stop();
  });

  /** Past the proxy, whatever that does just now. */
  const stored = async ({ data }: IssuedKey) => {
    const db = world.database.connect();
    try {
      const { days, totals, uses } = await readUsage(db, data.accessId);
      expect(days).toEqual(totals);
      expect(uses).toBe(totals.allowed);
      return totals.allowed;
    } finally {
      await db.destroy();
    }
  };

  const countedKey = async () => {
    const { strapi } = world.playground;
    const key = await makeKeyWith(strapi);
    const row = await strapi.db
      .connection(CREDENTIALS)
      .where({ access_id: key.data.accessId })
      .first<{ key_id: number | string }>('key_id');
    const keyId = Number(row.key_id);
    const usage = createUsage({ strapi });
    const count = (times: number) => {
      for (let i = 0; i < times; i += 1) usage.countAllowed(keyId, [], null);
    };
    return { key, usage, count, keyId };
  };

  const untilWritten = (usage: Usage, key: IssuedKey, expected: number) =>
    until('the counts are written', RECOVERY_MS, async () => {
      await usage.flush();
      return (await stored(key)) === expected;
    });

  it.each<[string, () => unknown]>([
    ['away', () => world.proxy.refuse()],
    ['reset in the middle of the batch', () => world.proxy.breakNext(UPSERT, 'lost')],
  ])('nothing is lost nor counted twice where the database is %s', async (_, fault) => {
    const { key, usage, count } = await countedKey();
    count(3);
    await fault();
    await usage.flush();
    count(4);
    await world.proxy.mend();

    await untilWritten(usage, key, 7);
    await usage.flush();
    expect(await stored(key)).toBe(7);
  });

  it.each([
    ['never reached the database', 'lost' as const, 0],
    ['was done, and nobody said so', 'answer lost' as const, 3],
  ])('no batch is written twice whose COMMIT %s', async (_, how, written) => {
    const { key, usage, count } = await countedKey();
    count(3);
    world.proxy.breakNext(COMMIT, how);
    await usage.flush();
    expect(await stored(key)).toBe(written);
    count(4);

    await untilWritten(usage, key, written + 4);
  });

  it.each([
    ['a COMMIT', COMMIT, 'doubtful'],
    ['a statement', UPSERT, 'failed'],
  ])('%s that is never answered holds up no later batch', async (_, text, kind) => {
    const { key, usage, count, keyId } = await countedKey();
    const { strapi } = world.playground;
    const { used } = world.pool();
    world.proxy.breakNext(text, 'silent');
    const outcome = await attempt(
      strapi,
      async (trx) => {
        await trx('api_access_usage_totals').insert({ key_id: keyId, allowed: 5, denied: 0 });
      },
      STATEMENT_MS,
    );
    expect(outcome.kind).toBe(kind);
    // Neither is the connection kept for ever.
    await until('it is let go', RECOVERY_MS, () => world.pool().used <= used);

    await serviceOf(strapi, 'usage').flush();
    const db = world.database.connect();
    await db('api_access_usage_totals').where({ key_id: keyId }).delete();
    await db.destroy();
    count(2);
    await untilWritten(usage, key, 2);
  });

  it('Strapi comes to its end though the database is away, and says what was lost', async () => {
    const { strapi } = world.playground;
    const { keyId } = await countedKey();
    serviceOf(strapi, 'usage').countAllowed(keyId, [], null);
    const error = jest.spyOn(strapi.log, 'error').mockImplementation();
    await world.proxy.refuse();
    await world.playground.stop();

    expect(JSON.stringify(error.mock.calls)).toContain('usage counts could not be written');
    error.mockRestore();
  });
};

for (const server of ['postgres', 'mysql'] as const) {
  describeOn(server, 'counts whose database fails them', faults(server));
}
