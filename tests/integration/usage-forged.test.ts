import { attentionEndpoint, keyEndpoints, usageEndpoints } from '../../contracts';
import { MAX_PENDING_FORGERIES } from '../../server/src/domain/forged-uses';
import { answerOf, credentialOf } from '../support/admin-api';
import {
  bearer,
  damaged,
  expire,
  forged,
  type KeyOptions,
  makeKeyWith,
  refusalOf,
  send,
  serviceOf,
  unknown,
} from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';
import { countsOf, denialsOf } from '../support/usage-records';

const DAY_MS = 86_400_000;
const FORGED = 'api_access_forged_uses';

let playground: Playground;

const start = async () => {
  playground = await startPlayground({
    env: { LOG_LEVEL: 'fatal' },
    apiAccess: { flushIntervalMs: 600_000 },
  });
};

afterEach(() => {
  jest.restoreAllMocks();
});

const usage = () => serviceOf(playground.strapi, 'usage');
const ask = (token: string) => send(`${playground.url}/api/articles`, bearer(token));
const rows = () => playground.strapi.db.connection(FORGED);

const makeCounted = async (options: KeyOptions = {}) => {
  const key = await makeKeyWith(playground.strapi, {}, options);
  const { key_id: keyId } = await credentialOf(playground.strapi, key.data.accessId);
  return { ...key, keyId };
};

/** What a key's page says of wrong secrets. */
const wrongSecretsOf = async (id: string) => {
  await usage().flush();
  return (await answerOf(playground.admin, usageEndpoints.usage, { id })).data.wrongSecrets;
};

const wrongSecrets = (): void => {
  it('are counted with the time of the last, over 30 days', async () => {
    const { data, token } = await makeCounted();
    expect(await wrongSecretsOf(data.id)).toEqual({ count: 0, lastAt: null });
    const now = jest.spyOn(serviceOf(playground.strapi, 'clock'), 'now');
    const today = Date.now();
    for (const days of [31, 29, 1, 1, 0]) {
      now.mockReturnValue(today - days * DAY_MS);
      await ask(forged(token));
      await usage().flush();
    }

    expect(await wrongSecretsOf(data.id)).toEqual({
      count: 4,
      lastAt: new Date(today).toISOString(),
    });
  });

  it('add up over batches in one row a day', async () => {
    const { data, token, keyId } = await makeCounted();
    for (let batch = 0; batch < 3; batch += 1) {
      for (let i = 0; i < 4; i += 1) await ask(forged(token));
      await usage().flush();
    }

    // Unless midnight (UTC) came in between.
    expect(await rows().where({ key_id: keyId })).toHaveLength(1);
    expect(await wrongSecretsOf(data.id)).toMatchObject({ count: 12 });
  });

  it('change nothing of what is told of the key itself', async () => {
    const key = await makeCounted();
    await ask(key.token);
    await usage().flush();
    const read = async () =>
      (await answerOf(playground.admin, keyEndpoints.read, { id: key.data.id })).data;
    const before = await read();
    for (let i = 0; i < 5; i += 1) {
      expect(refusalOf(await ask(forged(key.token))).details).not.toHaveProperty('accessId');
    }

    expect(await denialsOf(playground, key)).toEqual([]);
    expect(await countsOf(playground, key)).toEqual({ allowed: 1, denied: 0 });
    expect(await read()).toEqual(before);
    expect(await wrongSecretsOf(key.data.id)).toMatchObject({ count: 5 });
  });

  it('leave with the key', async () => {
    const { data, token, keyId } = await makeCounted();
    await ask(forged(token));
    await usage().flush();
    await ask(forged(token));
    await serviceOf(playground.strapi, 'keys').delete(data.id);
    await usage().flush();

    expect(await rows().where({ key_id: keyId })).toEqual([]);
  });
};

describe('requests with the Access ID of a key and a wrong secret', () => {
  beforeAll(() => start());

  afterAll(async () => {
    await playground.stop();
  });

  wrongSecrets();

  it('call nobody to an expired key', async () => {
    const { data, token } = await makeCounted();
    await expire(playground.strapi, data.accessId);
    await ask(forged(token));
    await usage().flush();
    const { expiredInUse } = (await answerOf(playground.admin, attentionEndpoint)).data;

    expect(expiredInUse.total).toBe(0);
  });

  it('leave no trace where no key has the Access ID, or the token is damaged', async () => {
    const { token } = await makeCounted();
    const before: unknown[] = await rows();
    await ask(unknown(token));
    await ask(damaged(token));
    await usage().flush();

    expect(await rows()).toEqual(before);
  });

  it('are the old token of a key that was regenerated', async () => {
    const { data, token } = await makeCounted();
    await serviceOf(playground.strapi, 'keys').regenerate(data.id, {
      expiresAt: null,
      revision: 0,
    });
    await ask(token);

    expect(await wrongSecretsOf(data.id)).toMatchObject({ count: 1 });
  });

  it('write nothing to the database before a flush', async () => {
    const { token } = await makeCounted();
    const statements: string[] = [];
    const listen = ({ sql }: { sql: string }) => void statements.push(sql);
    playground.strapi.db.connection.on('query', listen);
    for (let i = 0; i < 5; i += 1) await ask(forged(token));
    playground.strapi.db.connection.removeListener('query', listen);

    expect(statements).toHaveLength(5);
    expect(statements.every((sql) => sql.startsWith('select'))).toBe(true);
  });

  it('fill no memory: of a flood over more keys than a batch holds, the rest is let go', async () => {
    const { data, keyId } = await makeCounted();
    await usage().flush();
    for (let id = 1; id < MAX_PENDING_FORGERIES; id += 1) usage().countForged(1_000_000 + id);
    usage().countForged(keyId);
    const late = await makeCounted();
    usage().countForged(late.keyId);
    usage().countForged(keyId);

    expect(await wrongSecretsOf(data.id)).toMatchObject({ count: 2 });
    expect(await wrongSecretsOf(late.data.id)).toMatchObject({ count: 0 });
  });
});
