import { attentionEndpoint } from '../../contracts';
import { answerOf, credentialOf } from '../support/admin-api';
import { createAdminWith } from '../support/admins';
import { makeKey, revoke } from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

const DAY_MS = 86_400_000;

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground();
});

afterAll(async () => {
  await playground.stop();
});

const make = async (name: string, days: number) => {
  const made = await makeKey(playground.strapi, { name });
  await playground.strapi.db
    .connection('api_access_credentials')
    .where({ access_id: made.data.accessId })
    .update({ expires_at: Date.now() + days * DAY_MS });
  return made;
};

const denied = async (accessId: string, daysAgo: number, reason = 'expired_token') => {
  const { key_id: keyId } = await credentialOf(playground.strapi, accessId);
  const at = Date.now() - daysAgo * DAY_MS;
  await playground.strapi.db.connection('api_access_denials').insert({
    key_id: keyId,
    day: new Date(at).toISOString().slice(0, 10),
    reason,
    action: '',
    count: 3,
    last_at: at,
  });
  return new Date(at).toISOString();
};

describe('keys that need attention', () => {
  it('are those that expire soon, and those that expired and are still tried', async () => {
    for (const [name, days] of [
      ['in 9 days', 9],
      ['in 2 days', 2],
      ['in 31 days', 31],
    ] as const)
      await make(name, days);
    await revoke(playground.strapi, await make('soon but revoked', 3));
    const tried = (await make('still tried', -40)).data.accessId;
    await denied(tried, 5);
    const latest = await denied(tried, 1);
    await denied((await make('tried earlier', -3)).data.accessId, 2);
    await denied((await make('tried long ago', -60)).data.accessId, 31);
    await denied((await make('for another reason', -3)).data.accessId, 1, 'revoked_token');
    await make('expired and silent', -1);
    await denied((await make('renewed since', 90)).data.accessId, 1);

    const { data } = await answerOf(playground.admin, attentionEndpoint);
    expect(data.expiring.total).toBe(2);
    expect(data.expiring.keys.map(({ name }) => name)).toEqual(['in 2 days', 'in 9 days']);
    expect(data.expiredInUse.total).toBe(2);
    expect(data.expiredInUse.keys.map(({ name }) => name)).toEqual([
      'still tried',
      'tried earlier',
    ]);
    expect(data.expiredInUse.keys[0]?.lastTriedAt).toBe(latest);
  });

  it('are counted, and the soonest of them named', async () => {
    for (let n = 0; n < 6; n += 1) await make(`many ${n}`, 20 + n);
    const { expiring } = (await answerOf(playground.admin, attentionEndpoint)).data;
    expect([expiring.total, expiring.keys.length]).toEqual([8, 5]);
  });

  it('are the own ones where somebody may not read the others', async () => {
    const creator = await createAdminWith(playground, {
      name: 'Cora',
      actions: ['plugin::api-access.create-api-access'],
    });
    expect((await answerOf(creator.agent, attentionEndpoint)).data).toEqual({
      expiring: { total: 0, keys: [] },
      expiredInUse: { total: 0, keys: [] },
    });
  });
});
