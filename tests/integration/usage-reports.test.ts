import { type Knex } from 'knex';

import { USAGE_DAYS, usageEndpoints } from '../../contracts';
import { dayOf } from '../../server/src/domain/days';
import { type EpochMs } from '../../server/src/domain/units';
import { answerOf, credentialOf, refusalOf } from '../support/admin-api';
import { createAdminWith } from '../support/admins';
import {
  ARTICLE_CREATE,
  ARTICLE_FIND,
  CATEGORY_FIND,
  makeKey,
  makeKeyWith,
  makeRole,
} from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

const DAY_MS = 86_400_000;
const ago = (days: number) => Date.now() - days * DAY_MS;
const dayAgo = (days: number) => dayOf(ago(days) as EpochMs);

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground();
});

afterAll(async () => {
  await playground.stop();
});

const rows = (name: string): Knex.QueryBuilder => playground.strapi.db.connection(name);

const keyIdOf = async (accessId: string) =>
  (await credentialOf(playground.strapi, accessId)).key_id;

describe('the requests of a key by day', () => {
  it('hold each of the last 30 UTC days, oldest first, with zeros where there was nothing', async () => {
    const { data } = await makeKey(playground.strapi);
    const keyId = await keyIdOf(data.accessId);
    await rows('api_access_usage_days').insert([
      { key_id: keyId, day: dayAgo(0), allowed: 3, denied: 1 },
      { key_id: keyId, day: dayAgo(29), allowed: 7, denied: 0 },
      { key_id: keyId, day: dayAgo(30), allowed: 100, denied: 100 },
    ]);

    const { days } = (await answerOf(playground.admin, usageEndpoints.usage, { id: data.id })).data;

    expect(days).toHaveLength(USAGE_DAYS);
    expect(days[0]).toEqual({ day: dayAgo(29), allowed: 7, denied: 0 });
    expect(days[29]).toEqual({ day: dayAgo(0), allowed: 3, denied: 1 });
    expect(days.slice(1, 29).every(({ allowed, denied }) => allowed + denied === 0)).toBe(true);
    expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).sort());
  });
});

describe('the denials of a key', () => {
  it('are summed over 30 days by reason and action, latest first', async () => {
    const { data } = await makeKey(playground.strapi);
    const keyId = await keyIdOf(data.accessId);
    const denial = (reason: string, action: string, days: number, count: number) => ({
      key_id: keyId,
      day: dayAgo(days),
      reason,
      action,
      count,
      last_at: ago(days),
      last_address: `192.0.2.${String(days)}`,
    });
    await rows('api_access_denials').insert([
      denial('insufficient_scope', ARTICLE_CREATE, 9, 4),
      denial('insufficient_scope', ARTICLE_CREATE, 2, 3),
      denial('insufficient_scope', CATEGORY_FIND, 1, 1),
      denial('expired_token', '', 0, 5),
      denial('expired_token', '', 31, 1000),
    ]);

    const answer = await answerOf(playground.admin, usageEndpoints.denials, { id: data.id });

    expect(
      answer.data.map(({ reason, action, count, lastAddress }) => [
        reason,
        action,
        count,
        lastAddress,
      ]),
    ).toEqual([
      ['expired_token', null, 5, '192.0.2.0'],
      ['insufficient_scope', CATEGORY_FIND, 1, '192.0.2.1'],
      ['insufficient_scope', ARTICLE_CREATE, 7, '192.0.2.2'],
    ]);
    expect(Date.parse(answer.data[2]?.lastAt ?? '')).toBeLessThan(ago(1));
  });
});

describe('the permissions of a key', () => {
  const use = (keyId: number, action: string, days: number) => ({
    key_id: keyId,
    action,
    last_day: dayAgo(days),
  });

  it('are what its roles allow, with the day of the last use, or none', async () => {
    const other = await makeRole(playground.strapi, { permissions: [CATEGORY_FIND] });
    const role = await makeRole(playground.strapi, { permissions: [ARTICLE_FIND] });
    const { data } = await makeKey(playground.strapi, { roles: [role.id, other.id] });
    const keyId = await keyIdOf(data.accessId);
    await rows('api_access_permission_uses').insert([
      use(keyId, ARTICLE_FIND, 4),
      use(keyId, ARTICLE_CREATE, 3),
    ]);

    const answer = await answerOf(playground.admin, usageEndpoints.permissions, { id: data.id });

    expect(answer.data).toEqual({
      full: false,
      granted: [
        { action: ARTICLE_FIND, lastUsedOn: dayAgo(4) },
        { action: CATEGORY_FIND, lastUsedOn: null },
      ],
    });
  });

  it('are for full access those that were used', async () => {
    const { data } = await makeKeyWith(playground.strapi, { kind: 'full-access', permissions: [] });
    const keyId = await keyIdOf(data.accessId);
    await rows('api_access_permission_uses').insert([use(keyId, ARTICLE_CREATE, 1)]);

    const answer = await answerOf(playground.admin, usageEndpoints.permissions, { id: data.id });

    expect(answer.data).toEqual({
      full: true,
      granted: [{ action: ARTICLE_CREATE, lastUsedOn: dayAgo(1) }],
    });
  });
});

describe('what is on record of a key', () => {
  it('is for those alone who may see the key', async () => {
    const { data } = await makeKey(playground.strapi);
    const { agent } = await createAdminWith(playground, {
      name: 'Otto',
      actions: ['plugin::api-access.create-api-access', 'plugin::api-access.get-role'],
    });

    for (const endpoint of Object.values(usageEndpoints)) {
      expect(await refusalOf(agent, endpoint, { id: data.id })).toMatchObject({ status: 404 });
      expect(await refusalOf(playground.admin, endpoint, { id: 'gone' })).toMatchObject({
        status: 404,
      });
    }
  });
});
