import { usageEndpoints } from '../../contracts';
import { createUsage, type Usage } from '../../server/src/services/usage';
import { answerOf, credentialOf } from '../support/admin-api';
import {
  apiKey,
  ARTICLE_CREATE,
  ARTICLE_FIND,
  bearer,
  CATEGORY_FIND,
  expire,
  forged,
  makeKey,
  makeKeyWith,
  send,
  serviceOf,
} from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';
import { countsOf, denialsOf, usedBy } from '../support/usage-records';

let playground: Playground;

const start = async () => {
  playground = await startPlayground({
    env: { LOG_LEVEL: 'fatal' },
    apiAccess: { flushIntervalMs: 600_000 },
  });
};

const ask = (token: string, path = '/articles', method = 'GET') =>
  send(
    `${playground.url}/api${path}`,
    bearer(token),
    method === 'GET' ? {} : { method, body: { data: {} } },
  );

const usage = (): Usage => serviceOf(playground.strapi, 'usage');

const recording = (): void => {
  it('why a key was denied is on record, by reason and by action', async () => {
    const key = await makeKeyWith(playground.strapi);
    for (let i = 0; i < 3; i += 1) await ask(key.token, '/articles', 'POST');
    await ask(key.token, '/categories');
    await ask(key.token, '/articles?status=draft');
    await ask(key.token, '/guarded/editors');
    expect(await denialsOf(playground, key)).toEqual([
      'drafts_not_allowed - 1',
      `insufficient_scope ${ARTICLE_CREATE} 3`,
      `insufficient_scope ${CATEGORY_FIND} 1`,
      'missing_role - 1',
    ]);

    await expire(playground.strapi, key.data.accessId);
    await ask(key.token);
    await ask(key.token, '/articles', 'POST');
    expect(await denialsOf(playground, key)).toContain('expired_token - 2');
    expect(await countsOf(playground, key)).toEqual({ allowed: 0, denied: 8 });
  });

  it('the latest denial is told with its time and the address it came from', async () => {
    const key = await makeKeyWith(playground.strapi);
    const before = Date.now();
    await ask(key.token, '/categories');
    await usage().flush();
    const [first] = (await answerOf(playground.admin, usageEndpoints.denials, { id: key.data.id }))
      .data;
    await ask(key.token, '/categories');
    await usage().flush();

    const [latest] = (await answerOf(playground.admin, usageEndpoints.denials, { id: key.data.id }))
      .data;

    expect(first?.lastAddress).toMatch(/127\.0\.0\.1$/);
    expect(Date.parse(first?.lastAt ?? '')).toBeGreaterThanOrEqual(before);
    expect(Date.parse(latest?.lastAt ?? '')).toBeGreaterThan(Date.parse(first?.lastAt ?? ''));
  });

  it('whoever does not hold the true secret leaves no trace', async () => {
    const key = await makeKeyWith(playground.strapi);
    for (let i = 0; i < 5; i += 1) await ask(forged(key.token), '/categories');
    await usage().flush();

    expect(await denialsOf(playground, key)).toEqual([]);
    expect(await countsOf(playground, key)).toEqual({ allowed: 0, denied: 0 });
  });

  it('permissions count as used where a request with them was let in', async () => {
    const key = await makeKeyWith(playground.strapi, {
      permissions: [ARTICLE_FIND, CATEGORY_FIND],
    });
    await ask(key.token, '/articles?status=draft');
    expect(await usedBy(playground, key)).toEqual([]);

    await ask(key.token);
    expect(await usedBy(playground, key)).toEqual([ARTICLE_FIND]);
  });

  it('permissions that an answer’s relations need count as used as well', async () => {
    const key = await makeKeyWith(playground.strapi, {
      permissions: [ARTICLE_FIND, CATEGORY_FIND],
    });

    await ask(key.token, '/articles?populate=category');

    expect(await usedBy(playground, key)).toEqual([ARTICLE_FIND, CATEGORY_FIND]);
  });

  it('nodes that write the same keys at once add up, and none waits for another for ever', async () => {
    const { strapi } = playground;
    const keys = await Promise.all(Array.from({ length: 8 }, () => makeKeyWith(strapi)));
    const ids = await Promise.all(
      keys.map(async ({ data }) => (await credentialOf(strapi, data.accessId)).key_id),
    );
    const nodes = Array.from({ length: 3 }, () => createUsage({ strapi }));
    const ROUNDS = 5;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [at, node] of nodes.entries()) {
        for (const id of at % 2 === 0 ? ids : [...ids].reverse()) {
          node.countDenied(id, { code: 'insufficient_scope', required: ['x', 'y'] }, '192.0.2.1');
          node.countAllowed(id, [ARTICLE_FIND, 'x'], null);
        }
      }
      await Promise.all(nodes.map((node) => node.flush()));
    }
    // What met a deadlock was put back, and is written now.
    for (const node of nodes) await node.flush();

    const all = nodes.length * ROUNDS;
    for (const key of keys) {
      expect(await countsOf(playground, key)).toEqual({ allowed: all, denied: all });
      expect(await denialsOf(playground, key)).toEqual([
        `insufficient_scope x ${String(all)}`,
        `insufficient_scope y ${String(all)}`,
      ]);
      expect(await usedBy(playground, key)).toEqual([ARTICLE_FIND]);
    }
  });

  it('what belongs to a key that was deleted meanwhile is left out, and the rest is written', async () => {
    const gone = await makeKeyWith(playground.strapi);
    const stays = await makeKeyWith(playground.strapi);
    const { key_id: goneId } = await credentialOf(playground.strapi, gone.data.accessId);
    for (const { token } of [gone, stays]) {
      await ask(token);
      await ask(token, '/categories');
    }
    await serviceOf(playground.strapi, 'keys').delete(gone.data.id);

    expect(await denialsOf(playground, stays)).toEqual([`insufficient_scope ${CATEGORY_FIND} 1`]);
    for (const name of ['denials', 'permission_uses', 'usage_days', 'usage_totals']) {
      const rows: unknown[] = await playground.strapi.db
        .connection(`api_access_${name}`)
        .where({ key_id: goneId });
      expect({ name, rows }).toEqual({ name, rows: [] });
    }
  });
};

describe('what is recorded of requests', () => {
  beforeAll(() => start());

  afterAll(async () => {
    await playground.stop();
  });

  recording();

  it('costs one row a day for each permission, however many requests there are', async () => {
    const { data, token } = await makeKeyWith(playground.strapi);
    const statements: string[] = [];
    const listen = ({ sql }: { sql: string }) => void statements.push(sql);
    await ask(token);
    await usage().flush();
    playground.strapi.db.connection.on('query', listen);
    for (let i = 0; i < 5; i += 1) await ask(token);
    await usage().flush();
    playground.strapi.db.connection.removeListener('query', listen);

    // Unless midnight (UTC) came in between.
    expect(statements.filter((sql) => sql.includes('permission_uses')).length).toBeLessThan(2);
    expect(
      statements.filter((sql) => /^insert into \S*api_access_usage_totals/.test(sql)),
    ).toHaveLength(1);
    const answer = await answerOf(playground.admin, usageEndpoints.permissions, { id: data.id });
    expect(answer.data.granted).toHaveLength(1);
  });

  it('holds no address that is none, and no action that is too long for its column', async () => {
    const { data } = await makeKey(playground.strapi);
    const { key_id: keyId } = await credentialOf(playground.strapi, data.accessId);
    const required = ['api::long.'.padEnd(400, 'x')];
    usage().countDenied(keyId, { code: 'insufficient_scope', required }, 'x'.repeat(500));
    await usage().flush();

    const [denial] = (await answerOf(playground.admin, usageEndpoints.denials, { id: data.id }))
      .data;

    expect(denial).toMatchObject({ action: required[0]?.slice(0, 255), lastAddress: null });
  });

  it('is the same for a key in the other header', async () => {
    const key = await makeKeyWith(playground.strapi);
    await send(`${playground.url}/api/categories`, apiKey(key.token));

    expect(await denialsOf(playground, key)).toEqual([`insufficient_scope ${CATEGORY_FIND} 1`]);
  });
});
