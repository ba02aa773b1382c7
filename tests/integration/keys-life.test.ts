import { keyEndpoints, type IssuedKey, type Key } from '../../contracts';
import { answerOf, send, storedIn } from '../support/admin-api';
import {
  bearer,
  expire,
  makeKey,
  makeRole,
  refusalOf as consumerRefusal,
  send as consume,
  serviceOf,
} from '../support/consumers';
import { createAdminWith, type SignedInAdmin } from '../support/admins';
import { type Playground, startPlayground } from '../support/playground';

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

let playground: Playground;
let other: SignedInAdmin;
let role: string;

beforeAll(async () => {
  // Uses are written when a test says so, and not in the middle of another.
  playground = await startPlayground({ apiAccess: { flushIntervalMs: 600_000 } });
  role = (await makeRole(playground.strapi, { name: 'Reader' })).id;
  other = await createAdminWith(playground, {
    name: 'Olga',
    actions: ['read', 'update', 'regenerate', 'revoke', 'get-role'].map(
      (action) => `plugin::api-access.${action}`,
    ),
  });
});

afterAll(async () => {
  await playground.stop();
});

/** What reading one key tells besides. */
const ALONE = { replaces: null, replacedBy: [] };

const make = (options: Record<string, unknown> = {}): Promise<IssuedKey> =>
  makeKey(playground.strapi, { roles: [role], ...options });

const use = (token: string) => consume(`${playground.url}/api/articles`, bearer(token));
const statusOf = async (token: string) => (await use(token)).status;
const read = async (id: string): Promise<Key> =>
  (await answerOf(playground.admin, keyEndpoints.read, { id })).data;

describe('editing a key', () => {
  it('changes what was given and leaves the rest', async () => {
    const { data: before, token } = await make({
      name: 'edited',
      description: 'before',
      tags: ['web'],
      technicalOwner: { name: 'Team', emails: [] },
      networks: ['192.0.2.0/24'],
    });
    const { data } = await answerOf(other.agent, keyEndpoints.update, {
      id: before.id,
      body: { description: 'after', revision: 0 },
    });

    expect(data).toEqual({
      ...before,
      description: 'after',
      revision: 1,
      updatedAt: expect.any(String) as string,
    });
    expect(Date.parse(data.updatedAt)).toBeGreaterThanOrEqual(Date.parse(before.updatedAt));
    expect(await statusOf(token)).toBe(403);
  });

  it('empties what is emptied', async () => {
    const { data: before } = await make({
      description: 'text',
      tags: ['web'],
      technicalOwner: { name: 'Team', emails: [] },
      networks: ['192.0.2.0/24'],
    });
    const { data } = await answerOf(playground.admin, keyEndpoints.update, {
      id: before.id,
      body: {
        description: '  ',
        tags: [],
        technicalOwner: null,
        networks: [],
        roles: [],
        revision: 0,
      },
    });

    expect(data).toMatchObject({
      description: null,
      tags: [],
      technicalOwner: null,
      networks: [],
      roles: [],
      expiresAt: before.expiresAt,
    });
  });

  it('gives and takes rights at once', async () => {
    const { data, token } = await make({ roles: [] });
    const assign = (roles: string[], revision: number) =>
      answerOf(playground.admin, keyEndpoints.update, { id: data.id, body: { roles, revision } });

    expect(await statusOf(token)).toBe(403);
    await assign([role], 0);
    expect(await statusOf(token)).toBe(200);
    await assign([], 1);
    expect(await statusOf(token)).toBe(403);
  });

  it('holds a key to networks at once', async () => {
    const { data, token } = await make();
    await answerOf(playground.admin, keyEndpoints.update, {
      id: data.id,
      body: { networks: ['198.51.100.0/24'], revision: 0 },
    });

    expect(consumerRefusal(await use(token)).details.code).toBe('address_not_allowed');
  });

  it('makes the expiry earlier, or leaves it where it is', async () => {
    const { data } = await make({ expiresAt: inDays(20) });
    const sooner = inDays(2);
    const edit = (expiresAt: string, revision: number) =>
      answerOf(playground.admin, keyEndpoints.update, {
        id: data.id,
        body: { expiresAt, revision },
      });

    expect((await edit(sooner, 0)).data.expiresAt).toBe(sooner);
    expect((await edit(sooner, 1)).data).toMatchObject({ expiresAt: sooner, revision: 2 });
  });

  it('may rename an expired key, which stays expired', async () => {
    const { data, token } = await make();
    await expire(playground.strapi, data.accessId);
    const edited = await answerOf(playground.admin, keyEndpoints.update, {
      id: data.id,
      body: { name: 'expired and renamed', revision: 0 },
    });

    expect(edited.data).toMatchObject({ name: 'expired and renamed', status: 'expired' });
    expect(await statusOf(token)).toBe(401);
  });
});

describe('regenerating a key', () => {
  it('kills the old token and gives a new one, in the same key', async () => {
    const { data: before, token: old } = await make({ name: 'rotated', tags: ['web'] });
    const expiresAt = inDays(200);
    const response = await send(other.agent, keyEndpoints.regenerate, {
      id: before.id,
      body: { expiresAt, revision: 0 },
    });
    const { data, token } = response.body as IssuedKey;

    expect(keyEndpoints.regenerate.response.parse(response.body)).toEqual(response.body);
    expect([response.status, response.headers['cache-control']]).toEqual([200, 'no-store']);
    expect([await statusOf(old), await statusOf(token)]).toEqual([401, 200]);
    expect(consumerRefusal(await use(old)).details.code).toBe('invalid_token');
    expect(data).toEqual({
      ...before,
      expiresAt,
      hint: `${before.displayId}_••••${token.slice(-4)}`,
      issuedAt: data.issuedAt,
      lastIssuedBy: 'Olga Tester',
      revision: 1,
      updatedAt: data.updatedAt,
    });
    expect(Date.parse(data.issuedAt)).toBeGreaterThanOrEqual(Date.parse(before.issuedAt));
    expect(await read(before.id)).toEqual({ ...data, ...ALONE });
  });

  it('brings an expired key back', async () => {
    const { data, token: old } = await make();
    await expire(playground.strapi, data.accessId);
    expect((await read(data.id)).status).toBe('expired');
    const { data: after, token } = await answerOf(playground.admin, keyEndpoints.regenerate, {
      id: data.id,
      body: { expiresAt: null, revision: 0 },
    });

    expect(after).toMatchObject({ status: 'active', expiresAt: null });
    expect([await statusOf(old), await statusOf(token)]).toEqual([401, 200]);
  });
});

describe('revoking a key', () => {
  it('ends it at once, and keeps it on record', async () => {
    const { data: before, token } = await make();
    const { data } = await answerOf(other.agent, keyEndpoints.revoke, {
      id: before.id,
      body: { revision: 0 },
    });

    expect(data).toMatchObject({ status: 'revoked', revokedBy: 'Olga Tester', revision: 1 });
    expect(Date.parse(data.revokedAt ?? '')).not.toBeNaN();
    expect(await read(before.id)).toEqual({ ...data, ...ALONE });
    expect(consumerRefusal(await use(token)).details.code).toBe('revoked_token');
  });

  it('ends an expired key too', async () => {
    const { data } = await make();
    await expire(playground.strapi, data.accessId);
    const answer = await answerOf(playground.admin, keyEndpoints.revoke, {
      id: data.id,
      body: { revision: 0 },
    });

    expect(answer.data.status).toBe('revoked');
  });
});

describe('deleting a key', () => {
  it('removes it and all that is counted of it', async () => {
    await serviceOf(playground.strapi, 'usage').flush();
    const before = await storedIn(playground.strapi);
    const { data, token } = await make({ name: 'short-lived' });
    expect(await statusOf(token)).toBe(200);
    await serviceOf(playground.strapi, 'usage').flush();
    expect((await read(data.id)).usage.allowed).toBe(1);
    const answer = await answerOf(playground.admin, keyEndpoints.delete, { id: data.id });

    expect(answer.data.name).toBe('short-lived');
    expect(await storedIn(playground.strapi)).toEqual(before);
    expect(consumerRefusal(await use(token)).details.code).toBe('invalid_token');
  });

  it('removes a revoked key', async () => {
    const { data } = await make();
    await answerOf(playground.admin, keyEndpoints.revoke, { id: data.id, body: { revision: 0 } });
    const answer = await answerOf(playground.admin, keyEndpoints.delete, { id: data.id });

    expect(answer.data.status).toBe('revoked');
  });
});
