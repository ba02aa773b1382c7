import path from 'node:path';

import { keyEndpoints } from '../../contracts';
import { answerOf } from '../support/admin-api';
import { apiKey, bearer, makeKey, send } from '../support/consumers';
import { type FreshDatabase, freshDatabase } from '../support/database-servers';
import { type Playground, startPlayground } from '../support/playground';
import { startPlaygroundProcess } from '../support/playground-process';

const SUPPORT = path.resolve(__dirname, '..', 'support');

describe('a wrong config value', () => {
  it('stops the boot, with the name of the plugin, of the key, and what it takes', async () => {
    await expect(startPlaygroundProcess({ apiAccess: { keyPrefix: 'Bad!' } })).rejects.toThrow(
      /api-access[^]*"keyPrefix" takes 2 to 16 lower-case letters and digits, beginning with a letter/,
    );
  });

  it('may be one of an API role that is declared', async () => {
    const roles = [{ code: 'editor', name: 'Editor' }, { code: 'Editor' }];
    await expect(startPlaygroundProcess({ apiAccess: { roles } })).rejects.toThrow(
      /api-access[^]*"roles\.1\.code": The code starts with a letter[^]*"roles\.1\.name": The name is required/,
    );
  });

  it('is "redis" where its client is not installed, which the error tells', async () => {
    const url = 'redis://:do-not-log-me@127.0.0.1:1';
    const env = { NODE_OPTIONS: `--require ${path.join(SUPPORT, 'without-ioredis.cjs')}` };
    const boot = startPlaygroundProcess({ apiAccess: { redis: { url } }, env });
    const error = await boot.then(
      () => 'It booted.',
      (reason: unknown) => String(reason),
    );

    expect(error).toMatch(/"redis" needs the package "ioredis"[^]*run "npm install ioredis"/);
    expect(error).not.toContain('do-not-log-me');
  });

  it('is none where only a part of a group is given', async () => {
    const playground = await startPlayground({ apiAccess: { expiry: { required: true } } });
    try {
      const { data } = await answerOf(playground.admin, keyEndpoints.policy);
      expect(data.expiry).toEqual({ required: true, defaultDays: 90, maxDays: null });
    } finally {
      await playground.stop();
    }
  });
});

describe('the prefix and the header of keys', () => {
  let playground: Playground;
  let old: string;
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await freshDatabase();
    const first = await startPlayground({ database });
    old = (await makeKey(first.strapi, { roles: ['read-only'] })).token;
    await first.stop();
    playground = await startPlayground({
      database,
      apiAccess: { keyPrefix: 'acme', header: 'x-acme-key' },
    });
  });

  afterAll(async () => {
    await playground.stop();
    await database.drop();
  });

  const statusWith = async (headers: Record<string, string>) =>
    (await send(`${playground.url}/api/articles`, headers)).status;

  it('are those of the config, and tokens with an older prefix stay valid', async () => {
    const { data, token } = await makeKey(playground.strapi, { roles: ['read-only'] });

    expect(token).toMatch(/^acme_/);
    expect(data.displayId).toBe(`acme_${data.accessId}`);
    expect(await statusWith(bearer(token))).toBe(200);
    expect(await statusWith({ 'x-acme-key': token })).toBe(200);
    expect(await statusWith(bearer(old))).toBe(200);
  });

  it('leave the header that is not theirs alone', async () => {
    expect(await statusWith(apiKey(old))).toBe(403);
  });

  it('cannot be given to a key whose prefix is another', async () => {
    const { token } = await makeKey(playground.strapi, { roles: ['read-only'] });

    expect(await statusWith(bearer(token.replace(/^acme/, 'sak')))).toBe(401);
  });

  it('stay with a key until it is regenerated', async () => {
    const found = (await answerOf(playground.admin, keyEndpoints.list)).data.find(({ displayId }) =>
      old.startsWith(displayId),
    );
    const { data, token } = await answerOf(playground.admin, keyEndpoints.regenerate, {
      id: found?.id ?? '',
      body: { expiresAt: null, revision: 0 },
    });

    expect([found?.displayId.slice(0, 4), data.displayId.slice(0, 5)]).toEqual(['sak_', 'acme_']);
    expect([await statusWith(bearer(old)), await statusWith(bearer(token))]).toEqual([401, 200]);
  });
});
