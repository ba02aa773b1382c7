import { ACTIVITY, writeEntries } from '../support/activity';
import { makeKey, serviceOf } from '../support/consumers';
import { credentialOf } from '../support/admin-api';
import { clockOf } from '../support/notices';
import { type Playground, startPlayground } from '../support/playground';
import { saveRules } from '../support/rules';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-06-01T12:00:00Z');
const daysAgo = (days: number): number => NOW - days * DAY_MS;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
/** More than one batch takes. */
const MANY = 2100;

/** What is forgotten, and what stays, on each database. */
describe('retention', () => {
  let playground: Playground;
  let setTime: (iso: string) => void;

  beforeAll(async () => {
    playground = await startPlayground();
    setTime = clockOf(playground.strapi);
    setTime(new Date(NOW).toISOString());
  });

  beforeEach(async () => {
    for (const name of [
      ACTIVITY,
      'api_access_mails',
      'api_access_notices',
      'api_access_usage_days',
    ])
      await rows(name).delete();
    await rows('api_access_states').where({ name: 'retention' }).delete();
    await saveRules(playground.admin, { retention: { activityDays: 100, usageDays: 60 } });
    await rows(ACTIVITY).delete();
  });

  afterAll(async () => {
    await playground.stop();
  });

  const rows = (name: string) => playground.strapi.db.connection(name);
  const run = () => serviceOf(playground.strapi, 'retention').run();

  const entriesAt = async (...days: number[]) => {
    await writeEntries(
      playground.strapi,
      days.map((day) => ({ at: daysAgo(day) })),
    );
  };

  /** How many days ago what is left was, the oldest first. */
  const left = async (name: string, column: string): Promise<number[]> => {
    const found = await rows(name)
      .whereNotNull(column)
      .orderBy(column)
      .select<Record<string, unknown>[]>(column);
    return found.map((row) => (NOW - Number(row[column])) / DAY_MS);
  };

  it('lets what is older than Rules & notices say go, and nothing else', async () => {
    const { data } = await makeKey(playground.strapi);
    const { key_id: keyId } = await credentialOf(playground.strapi, data.accessId);
    await rows(ACTIVITY).delete();
    await entriesAt(400, 100.1, 100, 99, 0);
    const days = [400, 61, 60, 1].map((ago) => dayOf(daysAgo(ago)));
    await rows('api_access_usage_days').insert(
      days.map((day) => ({ key_id: keyId, day, allowed: 1, denied: 0 })),
    );
    const mail = { kind: 'notice', recipient: 'ada@example.com', content: '[]', next_at: 0 };
    await rows('api_access_mails').insert([
      { ...mail, id: 'old', state: 'sent', made_at: 0, done_at: daysAgo(31) },
      { ...mail, id: 'young', state: 'given-up', made_at: 0, done_at: daysAgo(29) },
      { ...mail, id: 'waiting', state: 'waiting', made_at: 0, done_at: null },
    ]);
    await rows('api_access_notices').insert(
      [366, 364, -10].map((ago) => ({
        key_id: keyId,
        expires_at: daysAgo(ago),
        days: 0,
        at: daysAgo(ago),
      })),
    );

    expect(await run()).toBe(true);

    expect(await left(ACTIVITY, 'at')).toEqual([100, 99, 0]);
    expect(await rows('api_access_usage_days').orderBy('day').pluck('day')).toEqual(days.slice(2));
    expect(await rows('api_access_mails').orderBy('id').pluck('id')).toEqual(['waiting', 'young']);
    expect(await left('api_access_notices', 'expires_at')).toEqual([364, -10]);
  });

  it('runs once a day, however often Strapi starts, and by the rules of that day', async () => {
    await entriesAt(99);
    expect(await run()).toBe(true);
    expect(await left(ACTIVITY, 'at')).toEqual([99]);

    await saveRules(playground.admin, { retention: { activityDays: 50, usageDays: 60 } });
    await rows(ACTIVITY).where({ kind: 'settings.updated' }).delete();
    setTime(new Date(NOW + DAY_MS - 1).toISOString());
    expect(await run()).toBe(false);
    expect(await left(ACTIVITY, 'at')).toEqual([99]);

    setTime(new Date(NOW + DAY_MS).toISOString());
    expect(await run()).toBe(true);
    expect(await left(ACTIVITY, 'at')).toEqual([]);
    setTime(new Date(NOW).toISOString());
  });

  it('ends between two batches where it may not go on, and a later run takes it up', async () => {
    await entriesAt(...Array.from({ length: MANY }, (_, n) => 200 + n / 1000));
    await entriesAt(1);
    let asked = 0;
    const once = () => {
      asked += 1;
      return Promise.resolve(asked === 1);
    };
    expect(await serviceOf(playground.strapi, 'retention').run(once)).toBe(false);
    const { length } = await left(ACTIVITY, 'at');
    expect(length).toBeGreaterThan(1);
    expect(length).toBeLessThan(MANY);

    expect(await run()).toBe(true);
    expect(await left(ACTIVITY, 'at')).toEqual([1]);
  });
});
