import { type Knex } from 'knex';

import { keyEndpoints } from '../../contracts';
import { answerOf, credentialOf } from '../support/admin-api';
import { makeKey, serviceOf } from '../support/consumers';
import {
  describeOn,
  type FreshDatabase,
  freshDatabase,
  type ServerName,
} from '../support/database-servers';
import { captureLog } from '../support/log-capture';
import { type Playground, startPlayground } from '../support/playground';
import { during } from '../support/transactions';

/** Each race is run so often; one alone may happen to be none. */
const ROUNDS = 6;

let playground: Playground;

const usageOn = (server: ServerName) => () => {
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await freshDatabase(server);
    // On MySQL knex speaks of each table that Strapi makes within a transaction.
    const log = captureLog();
    playground = await startPlayground({
      database,
      apiAccess: { flushIntervalMs: 600_000 },
    });
    log.stop();
  });

  afterAll(async () => {
    await playground.stop();
    await database.drop();
  });

  it('is written while keys are revoked and deleted, and nothing of either is lost', async () => {
    const { strapi, admin } = playground;
    const usage = serviceOf(strapi, 'usage');
    for (let round = 0; round < ROUNDS; round += 1) {
      const revoked = await makeKey(strapi);
      const deleted = await makeKey(strapi);
      const used = await makeKey(strapi);
      for (const { data } of [used, deleted, revoked]) {
        const { key_id: keyId } = await credentialOf(strapi, data.accessId);
        usage.countAllowed(keyId, [], null);
      }
      const body = { revision: 0 };
      await Promise.all([
        usage.flush(),
        answerOf(admin, keyEndpoints.revoke, { id: revoked.data.id, body }),
        answerOf(admin, keyEndpoints.delete, { id: deleted.data.id }),
      ]);
      await usage.flush();

      const key = await serviceOf(strapi, 'keys').read(revoked.data.id);
      expect([key.status, key.usage.allowed]).toEqual(['revoked', 1]);
      const query = { sort: 'lastUsedAt:desc', search: used.data.accessId };
      const { data } = await answerOf(admin, keyEndpoints.list, { query });
      expect(data).toMatchObject([{ id: used.data.id, usage: { allowed: 1 } }]);
    }
  });

  it.each(['asc', 'desc'])('sorts keys %s, those that nobody used last', async (direction) => {
    const { strapi, admin } = playground;
    const usage = serviceOf(strapi, 'usage');
    for (const name of ['first', 'second', 'third']) {
      const { data } = await makeKey(strapi, { name: `${direction} ${name}` });
      if (name === 'third') continue;
      const { key_id: keyId } = await credentialOf(strapi, data.accessId);
      usage.countAllowed(keyId, [], null);
      await usage.flush();
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const query = { sort: `lastUsedAt:${direction}`, search: direction };
    const { data } = await answerOf(admin, keyEndpoints.list, { query });
    const order = direction === 'asc' ? ['first', 'second'] : ['second', 'first'];

    expect(data.map(({ name }) => name)).toEqual(
      [...order, 'third'].map((name) => `${direction} ${name}`),
    );
  });
};

describeOn('postgres', 'usage', () => {
  usageOn('postgres')();

  it('is lost, told so and never written twice where the database refuses the COMMIT', async () => {
    const { strapi } = playground;
    const { connection } = strapi.db;
    const { data } = await makeKey(strapi);
    const { key_id: keyId } = await credentialOf(strapi, data.accessId);
    const warn = jest.spyOn(strapi.log, 'warn').mockImplementation();
    await connection.raw(
      'create table refusing (id int primary key, other int references refusing deferrable initially deferred)',
    );
    const usage = serviceOf(strapi, 'usage');
    usage.countAllowed(keyId, [], null);
    await during(
      strapi,
      async () => {
        const trx: Knex.Transaction = await connection.transaction();
        await trx.raw('insert into refusing values (1, 2)');
        return trx;
      },
      () => usage.flush(),
    );
    await usage.flush();

    expect(warn).toHaveBeenCalledWith(expect.stringContaining('was lost'));
    warn.mockRestore();
    expect((await serviceOf(strapi, 'keys').read(data.id)).usage.allowed).toBe(0);
  });
});
describeOn('mysql', 'usage', usageOn('mysql'));
