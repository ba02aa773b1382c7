import { type Knex } from 'knex';

import { keyEndpoints, usageEndpoints } from '../../contracts';
import { dayOf } from '../../server/src/domain/days';
import { type EpochMs } from '../../server/src/domain/units';
import { type UsageRetention } from '../../server/src/services/usage-retention';
import { answerOf, credentialOf } from '../support/admin-api';
import { CATEGORY_FIND, makeKey, serviceOf } from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

const NOW = Date.UTC(2026, 10, 20, 12);
const BEFORE = '2026-09-15';
/** More than one transaction takes. */
const MANY = 45;

let playground: Playground;

const start = async () => {
  playground = await startPlayground({ env: { LOG_LEVEL: 'fatal' } });
};

beforeEach(() => {
  jest.spyOn(serviceOf(playground.strapi, 'clock'), 'now').mockReturnValue(NOW);
});

afterEach(async () => {
  jest.restoreAllMocks();
  for (const name of ['usage_days', 'denials', 'forged_uses']) await rows(name).delete();
});

const rows = (name: string): Knex.QueryBuilder =>
  playground.strapi.db.connection(`api_access_${name}`);

const forgetOlderThan = (day: string) =>
  playground.strapi
    .plugin('api-access')
    .service<UsageRetention>('usage-retention')
    .forgetOlderThan(day);

const makeCounted = async () => {
  const { data } = await makeKey(playground.strapi);
  return { data, keyId: (await credentialOf(playground.strapi, data.accessId)).key_id };
};

/** Counts on a day as a flush writes them. */
const count = async (keyId: number, day: string, action = CATEGORY_FIND) => {
  const usage = serviceOf(playground.strapi, 'usage');
  const now = jest.spyOn(serviceOf(playground.strapi, 'clock'), 'now');
  now.mockReturnValue(Date.parse(`${day}T12:00:00Z`));
  usage.countAllowed(keyId, [], null);
  usage.countDenied(keyId, { code: 'insufficient_scope', required: [action] }, '192.0.2.1');
  usage.countForged(keyId);
  await usage.flush();
  now.mockReturnValue(NOW);
};

const denialsOf = async (keyId: number) => {
  const found = await rows('denials')
    .where({ key_id: keyId })
    .orderBy(['day', 'action'])
    .select<{ day: string; action: string; count: unknown; last_at: unknown }[]>('*');
  return found.map((row) => [
    row.day,
    row.action,
    Number(row.count),
    dayOf(Number(row.last_at) as EpochMs),
  ]);
};

const retention = (): void => {
  it('lets old days go, and keeps every sum', async () => {
    const { data, keyId } = await makeCounted();
    const days = ['2026-08-30', '2026-08-31', '2026-09-01', '2026-09-14', BEFORE, '2026-11-20'];
    for (const day of days) await count(keyId, day);
    await count(keyId, '2026-08-30', 'another');

    // Seven rows of denials, six of each of the others, and two days of each are kept.
    expect(await forgetOlderThan(BEFORE)).toBe(5 + 4 + 4);

    for (const name of ['usage_days', 'forged_uses']) {
      const left = await rows(name).where({ key_id: keyId }).orderBy('day').pluck('day');
      expect(left).toEqual([BEFORE, '2026-11-20']);
    }
    expect(await denialsOf(keyId)).toEqual([
      ['2026-08', 'another', 1, '2026-08-30'],
      ['2026-08', CATEGORY_FIND, 2, '2026-08-31'],
      ['2026-09', CATEGORY_FIND, 2, '2026-09-14'],
      [BEFORE, CATEGORY_FIND, 1, BEFORE],
      ['2026-11-20', CATEGORY_FIND, 1, '2026-11-20'],
    ]);
    const { usage } = (await answerOf(playground.admin, keyEndpoints.read, { id: data.id })).data;
    expect(usage).toMatchObject({ allowed: 7, denied: 7 });
  });

  it('adds what is older to a month that stands already, and does nothing twice', async () => {
    const { keyId } = await makeCounted();
    await count(keyId, '2026-09-01');
    await forgetOlderThan('2026-09-02');
    await count(keyId, '2026-09-02');
    await count(keyId, '2026-09-01');

    expect(await forgetOlderThan('2026-09-03')).toBe(6);
    expect(await forgetOlderThan('2026-09-03')).toBe(0);

    expect(await denialsOf(keyId)).toEqual([['2026-09', CATEGORY_FIND, 3, '2026-09-02']]);
  });

  it('goes through more keys than one batch takes, and leaves none out', async () => {
    const keys = [];
    for (let made = 0; made < MANY; made += 1) keys.push((await makeCounted()).keyId);
    for (const keyId of keys)
      await rows('denials').insert(
        ['2026-01-01', '2026-01-02'].map((day) => ({
          key_id: keyId,
          day,
          reason: 'expired_token',
          action: '',
          count: 2,
          last_at: Date.parse(day),
        })),
      );

    expect(await forgetOlderThan(BEFORE)).toBe(2 * MANY);

    const left = await rows('denials').select<{ day: string; count: unknown }[]>('day', 'count');
    expect(left.map((row) => [row.day, Number(row.count)])).toEqual(keys.map(() => ['2026-01', 4]));
  });

  it('neither loses nor doubles anything where a batch fails halfway', async () => {
    const { keyId } = await makeCounted();
    for (const day of ['2026-08-30', '2026-08-31']) await count(keyId, day);
    const before = await denialsOf(keyId);
    const { connection } = playground.strapi.db;
    const fail = ({ sql }: { sql: string }) => {
      if (/^delete from .*api_access_denials/.test(sql)) throw new Error('The disk is full.');
    };
    connection.on('query', fail);
    await expect(forgetOlderThan(BEFORE)).rejects.toThrow('The disk is full.');
    connection.removeListener('query', fail);
    expect(await denialsOf(keyId)).toEqual(before);

    await forgetOlderThan(BEFORE);
    expect(await denialsOf(keyId)).toEqual([['2026-08', CATEGORY_FIND, 2, '2026-08-31']]);
  });

  it('adds up on two nodes at once, while requests of these days are still written', async () => {
    const { keyId } = await makeCounted();
    for (const day of ['2026-08-29', '2026-08-30', '2026-08-31']) await count(keyId, day);
    await Promise.all([
      forgetOlderThan(BEFORE),
      count(keyId, '2026-08-30'),
      forgetOlderThan(BEFORE),
    ]);
    await forgetOlderThan(BEFORE);

    expect(await denialsOf(keyId)).toEqual([['2026-08', CATEGORY_FIND, 4, '2026-08-31']]);
  });
};

describe('the retention of usage', () => {
  beforeAll(() => start());

  afterAll(async () => {
    await playground.stop();
  });

  retention();

  it('never takes from what the reports show, the last 30 days', async () => {
    const { data, keyId } = await makeCounted();
    for (const day of ['2026-10-21', '2026-10-22', '2026-11-19']) await count(keyId, day);
    await forgetOlderThan('2026-11-20');
    const id = data.id;

    const { days, wrongSecrets } = (await answerOf(playground.admin, usageEndpoints.usage, { id }))
      .data;
    expect(days.filter(({ allowed }) => allowed > 0).map(({ day }) => day)).toEqual([
      '2026-10-22',
      '2026-11-19',
    ]);
    expect(wrongSecrets.count).toBe(2);
    const [denial] = (await answerOf(playground.admin, usageEndpoints.denials, { id })).data;
    expect(denial?.count).toBe(2);
  });

  it('shows a month as no day of it, even within the last 30 days', async () => {
    const { data, keyId } = await makeCounted();
    const row = { key_id: keyId, reason: 'expired_token', action: '', count: 9, last_at: NOW };
    await rows('denials').insert({ ...row, day: '2026-11' });

    const { data: shown } = await answerOf(playground.admin, usageEndpoints.denials, {
      id: data.id,
    });
    expect(shown).toEqual([]);
  });
});
