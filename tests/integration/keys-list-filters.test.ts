import { type Core } from '@strapi/types';

import { keyEndpoints, roleEndpoints, tagEndpoints } from '../../contracts';
import { answerOf, credentialOf, refusalOf } from '../support/admin-api';
import { createAdminWith, type SignedInAdmin } from '../support/admins';
import { makeKey, makeRole, revoke } from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';
import { storeUsage } from '../support/stored-usage';

const DAY_MS = 86_400_000;

let playground: Playground;
let other: SignedInAdmin;
let writer: string;

/** Moves what is stored of a key to another day, in days from now. */
const move = (strapi: Core.Strapi, accessId: string, days: Record<string, number>) =>
  strapi.db
    .connection('api_access_credentials')
    .where({ access_id: accessId })
    .update(
      Object.fromEntries(
        Object.entries(days).map(([column, day]) => [column, Date.now() + day * DAY_MS]),
      ),
    );

const used = async (strapi: Core.Strapi, accessId: string, daysAgo: number | null) => {
  await storeUsage(strapi, await credentialOf(strapi, accessId), {
    allowed: daysAgo === null ? 0 : 1,
    denied: 1,
    lastUsedAt: daysAgo === null ? null : Date.now() - daysAgo * DAY_MS,
  });
};

beforeAll(async () => {
  playground = await startPlayground();
  const { strapi, admin } = playground;
  other = await createAdminWith(playground, {
    name: 'Olga',
    actions: ['create-api-access', 'get-role', 'manage-tags'].map(
      (action) => `plugin::api-access.${action}`,
    ),
  });
  writer = (await makeRole(strapi, { name: 'Writer' })).id;
  const by = async (agent: typeof admin, body: object) =>
    (await answerOf(agent, keyEndpoints.create, { body }, 201)).data.accessId;

  await by(admin, { name: 'active', roles: [writer], tags: ['web'] });
  await by(other.agent, { name: 'endless', roles: ['full-access'], expiresAt: null });
  const soon = await by(admin, { name: 'soon', tags: ['web', 'night'] });
  await move(strapi, soon, { expires_at: 29, issued_at: -91 });
  await used(strapi, soon, 89);
  const later = await by(admin, { name: 'later' });
  await move(strapi, later, { expires_at: 31, issued_at: -91 });
  await used(strapi, later, 91);
  const expired = await by(admin, { name: 'expired', roles: ['read-only', writer] });
  await move(strapi, expired, { expires_at: -1, issued_at: -100 });
  await used(strapi, expired, null);
  await makeKey(strapi, { name: 'orphan', tags: ['night'] });
  const ended = await makeKey(strapi, { name: 'revoked', expiresAt: null, roles: [writer] });
  await revoke(strapi, ended);
  const over = await makeKey(strapi, { name: 'revoked and expired', tags: ['over'] });
  await revoke(strapi, over);
  await move(strapi, over.data.accessId, { expires_at: -1 });
});

afterAll(async () => {
  await playground.stop();
});

const found = async (query: Record<string, unknown>): Promise<string[]> => {
  const { data, meta } = await answerOf(playground.admin, keyEndpoints.list, {
    query: { sort: 'createdAt:asc', ...query },
  });
  expect(meta.pagination.total).toBe(data.length);
  return data.map(({ name }) => name);
};

describe('the list of keys', () => {
  it('leaves revoked keys out until asked for', async () => {
    expect(await found({})).toEqual(['active', 'endless', 'soon', 'later', 'expired', 'orphan']);
    expect(await found({ status: 'revoked' })).toEqual(['revoked', 'revoked and expired']);
  });

  it.each([
    ['active', ['active', 'endless', 'soon', 'later', 'orphan']],
    ['expired', ['expired']],
    ['suspended', []],
    [
      ['expired', 'revoked'],
      ['expired', 'revoked', 'revoked and expired'],
    ],
  ])('can be held to the status %j', async (status, names) => {
    expect(await found({ status })).toEqual(names);
  });

  it('tells in each row the status by which it was found', async () => {
    for (const status of ['active', 'expired', 'revoked']) {
      const { data } = await answerOf(playground.admin, keyEndpoints.list, { query: { status } });
      expect(new Set(data.map((key) => key.status))).toEqual(new Set([status]));
    }
  });

  it('can be held to roles, any of several', async () => {
    const { data: roles } = await answerOf(playground.admin, roleEndpoints.list);
    const idOf = (code: string) => roles.find((role) => role.code === code)?.id;

    expect(await found({ roles: writer })).toEqual(['active', 'expired']);
    expect(await found({ roles: [idOf('full-access'), idOf('read-only')] })).toEqual([
      'endless',
      'expired',
    ]);
    expect(await found({ roles: 'nosuchrole' })).toEqual([]);
    expect(await found({ roles: writer, status: ['revoked'] })).toEqual(['revoked']);
  });

  it('can be held to tags, any of several', async () => {
    const { data: tags } = await answerOf(playground.admin, tagEndpoints.list);
    const [night, , web] = tags.map(({ id }) => id);

    expect(await found({ tags: web })).toEqual(['active', 'soon']);
    expect(await found({ tags: night })).toEqual(['soon', 'orphan']);
    expect(await found({ tags: [web, night] })).toEqual(['active', 'soon', 'orphan']);
    expect(await found({ tags: [night], search: 'orph' })).toEqual(['orphan']);
  });

  it('can be held to authors and to who issued the token', async () => {
    const [endless] = (
      await answerOf(playground.admin, keyEndpoints.list, { query: { search: 'endless' } })
    ).data;

    expect(await found({ author: endless?.author?.id })).toEqual(['endless']);
    expect(await found({ author: 'nobody' })).toEqual([]);
    expect(await found({ issuedBy: 'Olga Tester' })).toEqual(['endless']);
    expect(await found({ issuedBy: ['Olga Tester', 'Ada Admin'] })).toHaveLength(5);
  });

  it.each([
    ['expires-soon', ['soon']],
    ['unused-90-days', ['later', 'expired']],
    ['never-used', ['active', 'endless', 'expired', 'orphan']],
    ['no-expiry', ['endless']],
    ['full-access', ['endless']],
    ['no-author', ['orphan']],
  ])('has the quick filter %s', async (quick, names) => {
    expect(await found({ quick })).toEqual(names);
  });

  it('takes an author who can no longer sign in for one who left', async () => {
    const users = playground.strapi.db.query('admin::user');
    const where = { id: other.id };
    await users.update({ where, data: { isActive: false } });
    expect(await found({ quick: 'no-author' })).toEqual(['endless', 'orphan']);
    await users.update({ where, data: { isActive: true, blocked: true } });
    expect(await found({ quick: 'no-author' })).toEqual(['endless', 'orphan']);
    await users.update({ where, data: { blocked: null } });
    expect(await found({ quick: 'no-author' })).toEqual(['orphan']);
  });

  it('holds what every filter holds together', async () => {
    expect(await found({ quick: 'no-expiry', status: ['active', 'revoked'] })).toEqual([
      'endless',
      'revoked',
    ]);
    expect(await found({ quick: 'never-used', search: 'e', issuedBy: 'Ada Admin' })).toEqual([
      'active',
      'expired',
    ]);
  });
});

describe('who may create keys but not read them', () => {
  it('finds the own ones only, whatever is asked for', async () => {
    const mine = async (query: Record<string, unknown>) =>
      (await answerOf(other.agent, keyEndpoints.list, { query })).data.map(({ name }) => name);

    expect(await mine({})).toEqual(['endless']);
    expect(await mine({ search: 'active' })).toEqual([]);
    expect(await mine({ quick: 'no-author' })).toEqual([]);
    expect(await mine({ status: ['active', 'expired', 'revoked'] })).toEqual(['endless']);
  });

  it("does not learn that others' keys are there", async () => {
    const { data } = await answerOf(playground.admin, keyEndpoints.list);
    for (const key of data) {
      const own = key.name === 'endless';
      if (own) await answerOf(other.agent, keyEndpoints.read, { id: key.id });
      else {
        expect(await refusalOf(other.agent, keyEndpoints.read, { id: key.id })).toMatchObject({
          status: 404,
          code: 'not_found',
        });
      }
    }
  });
});
