import { type Knex } from 'knex';

import { keyEndpoints } from '../../contracts';
import { createUsage } from '../../server/src/services/usage';
import { answerOf, credentialOf } from '../support/admin-api';
import {
  ARTICLE_FIND,
  bearer,
  CATEGORY_FIND,
  makeKey,
  makeKeyWith,
  send,
  serviceOf,
} from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';
import { changed, during } from '../support/transactions';
import { countsOf, denialsOf, usedBy } from '../support/usage-records';

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground({
    env: { LOG_LEVEL: 'fatal' },
    apiAccess: { flushIntervalMs: 600_000 },
  });
});

afterAll(async () => {
  await playground.stop();
});

const ask = (token: string, path = '/articles') =>
  send(`${playground.url}/api${path}`, bearer(token));

/** Writes what was counted, in a transaction that begins so. */
const flushWith = (begin: () => Promise<Knex.Transaction>) =>
  during(playground.strapi, begin, () => serviceOf(playground.strapi, 'usage').flush());

describe('what is recorded of requests', () => {
  it('orders the list of keys and its quick filters, and outlives a new secret', async () => {
    const { strapi, admin } = playground;
    const names = async (query: object) =>
      (await answerOf(admin, keyEndpoints.list, { query: { search: 'counted', ...query } })).data
        .map(({ name }) => name.slice(-1))
        .join('');
    const [, b, c] = [
      await makeKeyWith(strapi, {}, { name: 'counted a' }),
      await makeKeyWith(strapi, {}, { name: 'counted b' }),
      await makeKeyWith(strapi, {}, { name: 'counted c' }),
    ];
    await ask(b.token);
    await ask(b.token);
    await serviceOf(strapi, 'usage').flush();
    await ask(c.token);
    await ask(c.token, '/categories');
    await serviceOf(strapi, 'usage').flush();
    const seen = async () => ({
      lastUsed: await names({ sort: 'lastUsedAt:desc' }),
      mostUsed: await names({ sort: 'usageCount:desc' }),
      neverUsed: await names({ quick: 'never-used' }),
    });
    const expected = { lastUsed: 'cba', mostUsed: 'bca', neverUsed: 'a' };

    expect(await seen()).toEqual(expected);
    await serviceOf(strapi, 'keys').regenerate(c.data.id, { expiresAt: null, revision: 0 });
    expect(await seen()).toEqual(expected);
  });

  it('is written once though a batch had to be tried again', async () => {
    const key = await makeKeyWith(playground.strapi);
    await ask(key.token);
    await ask(key.token, '/categories');
    await flushWith(() => Promise.reject(new Error('The database is away.')));
    expect(await countsOf(playground, key)).toEqual({ allowed: 0, denied: 0 });

    await ask(key.token, '/categories');

    expect(await denialsOf(playground, key)).toEqual([`insufficient_scope ${CATEGORY_FIND} 2`]);
    expect(await usedBy(playground, key)).toEqual([ARTICLE_FIND]);
    expect(await countsOf(playground, key)).toEqual({ allowed: 1, denied: 2 });
  });

  it.each([
    ['arrived, though nobody said so', true],
    ['did not arrive', false],
  ])('is never written twice: a commit that %s', async (_, arrives) => {
    const key = await makeKeyWith(playground.strapi);
    await ask(key.token);
    await ask(key.token, '/categories');
    const trx: Knex.Transaction = await playground.strapi.db.connection.transaction();
    const doubtful = {
      commit: async () => {
        await (arrives ? trx.commit() : trx.rollback());
        throw new Error('The connection was lost.');
      },
    };
    await flushWith(() => Promise.resolve(changed(trx, doubtful)));
    const once = arrives ? 1 : 0;
    await serviceOf(playground.strapi, 'usage').flush();
    expect(await countsOf(playground, key)).toEqual({ allowed: once, denied: once });

    await ask(key.token);

    expect(await usedBy(playground, key)).toEqual([ARTICLE_FIND]);
    expect(await countsOf(playground, key)).toEqual({ allowed: once + 1, denied: once });
  });

  it('loses nothing and counts nothing twice where the end comes during a flush', async () => {
    const { strapi } = playground;
    const { data } = await makeKey(strapi);
    const { key_id: keyId } = await credentialOf(strapi, data.accessId);
    const usage = createUsage({ strapi });
    const { connection } = strapi.db;
    let stops = 0;
    let ended: Promise<unknown> = Promise.resolve();
    usage.countAllowed(keyId, [], null);
    await during(
      strapi,
      async () => {
        const trx: Knex.Transaction = await connection.transaction();
        if (stops === 0) {
          stops += 1;
          usage.countAllowed(keyId, [], null);
          usage.countDenied(keyId, { code: 'expired_token' }, null);
          ended = usage.stop();
        }
        return trx;
      },
      () => usage.flush(),
    );
    await ended;

    expect(await countsOf(playground, { data })).toEqual({ allowed: 2, denied: 1 });
  });

  it('is tried once more at the end, and what is lost then is told', async () => {
    const { strapi } = playground;
    const { data } = await makeKey(strapi);
    const { key_id: keyId } = await credentialOf(strapi, data.accessId);
    const error = jest.spyOn(strapi.log, 'error').mockImplementation();
    const usage = createUsage({ strapi });
    const { connection } = strapi.db;
    const failing = (times: number) => {
      let begun = 0;
      return (): Promise<Knex.Transaction> => {
        begun += 1;
        if (begun <= times) return Promise.reject(new Error('A deadlock was found.'));
        return connection.transaction();
      };
    };
    usage.countAllowed(keyId, [], null);
    await during(strapi, failing(1), () => usage.stop());
    expect(await countsOf(playground, { data })).toEqual({ allowed: 1, denied: 0 });
    expect(error).not.toHaveBeenCalled();

    usage.countAllowed(keyId, [], null);
    await during(strapi, failing(2), () => usage.stop());
    expect(error).toHaveBeenCalledWith(expect.stringContaining('are lost'));
    error.mockRestore();
  });

  it('waits in one flush, however many are asked for while the database does not answer', async () => {
    const { strapi } = playground;
    const { data } = await makeKey(strapi);
    const { key_id: keyId } = await credentialOf(strapi, data.accessId);
    const usage = createUsage({ strapi });
    let answer: () => void = () => undefined;
    const silence = new Promise<void>((resolve) => (answer = resolve));
    let begun = 0;
    await during(
      strapi,
      async () => {
        begun += 1;
        await silence;
        throw new Error('The database is away.');
      },
      async () => {
        usage.countAllowed(keyId, [], null);
        const asked = Array.from({ length: 50 }, () => usage.flush());
        await new Promise((resolve) => setImmediate(resolve));
        asked.push(...Array.from({ length: 50 }, () => usage.flush()));
        answer();
        await Promise.all(asked);
      },
    );
    expect(begun).toBe(2);

    await usage.flush();
    expect(await countsOf(playground, { data })).toEqual({ allowed: 1, denied: 0 });
  });

  it('never moves the last use back where the clock was set back', async () => {
    const { strapi, admin } = playground;
    const key = await makeKeyWith(strapi);
    const now = jest.spyOn(serviceOf(strapi, 'clock'), 'now');
    const noon = Date.now();
    for (const shift of [0, -3_600_000, -2 * 86_400_000, -1000]) {
      now.mockReturnValue(noon + shift);
      await ask(key.token);
      await ask(key.token, '/categories');
      await serviceOf(strapi, 'usage').flush();
    }
    now.mockRestore();

    const { usage } = (await answerOf(admin, keyEndpoints.read, { id: key.data.id })).data;
    expect(usage).toMatchObject({ allowed: 4, denied: 4 });
    expect(Date.parse(usage.lastUsedAt ?? '')).toBe(noon);
    expect(await countsOf(playground, key)).toEqual({ allowed: 4, denied: 4 });
  });
});
