import fc from 'fast-check';
import { dayOf } from '../../server/src/domain/days';
import { type EpochMs } from '../../server/src/domain/units';
import { countUse, mergeUses, totalsOf, type PendingUses } from '../../server/src/domain/usage';

const NOON = Date.UTC(2026, 10, 21, 12) as EpochMs;
const DAY = 86_400_000;
const later = (ms: number) => (NOON + ms) as EpochMs;

const uses = (): PendingUses => new Map();

describe('the day of a use', () => {
  it('is told in UTC', () => {
    expect(dayOf(Date.UTC(2026, 10, 21, 23, 59, 59, 999) as EpochMs)).toBe('2026-11-21');
    expect(dayOf(Date.UTC(2026, 10, 22) as EpochMs)).toBe('2026-11-22');
  });
});

describe('counting uses', () => {
  it('keeps allowed and denied apart, and only allowed ones move the last use', () => {
    const pending = uses();
    countUse(pending, 1, 'allowed', NOON, '192.0.2.1');
    countUse(pending, 1, 'denied', later(5), '192.0.2.9');

    expect([...pending.values()]).toEqual([
      {
        keyId: 1,
        day: '2026-11-21',
        allowed: 1,
        denied: 1,
        lastUsedAt: NOON,
        lastAddress: '192.0.2.1',
      },
    ]);
  });

  it('keeps keys and days apart', () => {
    const pending = uses();
    countUse(pending, 1, 'allowed', NOON, null);
    countUse(pending, 11, 'allowed', NOON, null);
    countUse(pending, 1, 'allowed', later(DAY), null);

    expect([...pending.values()].map(({ keyId, day }) => [keyId, day])).toEqual([
      [1, '2026-11-21'],
      [11, '2026-11-21'],
      [1, '2026-11-22'],
    ]);
  });
});

describe('a clock that was set back', () => {
  it('counts on, and never moves the last use back', () => {
    const pending = uses();
    countUse(pending, 1, 'allowed', NOON, 'before');
    countUse(pending, 1, 'allowed', later(-9), 'after');
    countUse(pending, 1, 'allowed', later(-DAY), 'the day before');
    expect(totalsOf(pending)).toEqual([
      { keyId: 1, allowed: 3, denied: 0, lastUsedAt: NOON, lastAddress: 'before' },
    ]);

    const since = uses();
    countUse(since, 1, 'allowed', later(-5), 'since');
    mergeUses(since, pending);
    expect(totalsOf(since)).toMatchObject([
      { allowed: 4, lastUsedAt: NOON, lastAddress: 'before' },
    ]);
  });

  it('leaves the latest of one instant in its place', () => {
    const batch = uses();
    countUse(batch, 1, 'allowed', NOON, 'first');
    const since = uses();
    countUse(since, 1, 'allowed', NOON, 'second');
    countUse(since, 1, 'allowed', NOON, 'third');
    mergeUses(since, batch);

    expect(totalsOf(since)).toMatchObject([{ allowed: 3, lastAddress: 'third' }]);
  });
});

describe('a batch that was not written', () => {
  it('goes back beneath what was counted since', () => {
    const batch = uses();
    countUse(batch, 1, 'allowed', NOON, 'old');
    countUse(batch, 2, 'allowed', NOON, 'only');
    const since = uses();
    countUse(since, 1, 'allowed', later(9), 'new');
    mergeUses(since, batch);

    expect(totalsOf(since)).toEqual([
      { keyId: 1, allowed: 2, denied: 0, lastUsedAt: later(9), lastAddress: 'new' },
      { keyId: 2, allowed: 1, denied: 0, lastUsedAt: NOON, lastAddress: 'only' },
    ]);
  });

  it('gives its last use to a key that was only denied since', () => {
    const batch = uses();
    countUse(batch, 1, 'allowed', NOON, 'old');
    const since = uses();
    countUse(since, 1, 'denied', later(9), 'new');
    mergeUses(since, batch);

    expect(totalsOf(since)).toEqual([
      { keyId: 1, allowed: 1, denied: 1, lastUsedAt: NOON, lastAddress: 'old' },
    ]);
  });

  it('leaves the batch as it was', () => {
    const batch = uses();
    countUse(batch, 1, 'allowed', NOON, null);
    const since = uses();
    mergeUses(since, batch);
    countUse(since, 1, 'allowed', NOON, null);

    expect(totalsOf(batch)).toMatchObject([{ allowed: 1 }]);
  });
});

describe('the totals of a batch', () => {
  const event = fc.record({
    keyId: fc.integer({ min: 1, max: 4 }),
    outcome: fc.constantFrom('allowed' as const, 'denied' as const),
    ms: fc.nat(4 * DAY),
  });

  it('lose no use and name the latest, by key in order, however often batches were put back', () => {
    fc.assert(
      fc.property(fc.array(fc.array(event)), (batches) => {
        const sum = uses();
        for (const batch of batches) {
          const pending = uses();
          for (const { keyId, outcome, ms } of batch) {
            countUse(pending, keyId, outcome, later(ms), String(ms));
          }
          mergeUses(sum, pending);
        }
        const events = batches.flat();
        const totals = totalsOf(sum);
        const counted = (keyId: number, outcome: string) =>
          events.filter((one) => one.keyId === keyId && one.outcome === outcome).length;
        expect(totals.map(({ keyId }) => keyId)).toEqual(
          [...new Set(events.map(({ keyId }) => keyId))].sort((a, b) => a - b),
        );
        for (const { keyId, allowed, denied, lastUsedAt } of totals) {
          expect(allowed).toBe(counted(keyId, 'allowed'));
          expect(denied).toBe(counted(keyId, 'denied'));
          expect(lastUsedAt === null).toBe(allowed === 0);
        }
      }),
    );
  });

  it('name the latest of several days', () => {
    const pending = uses();
    countUse(pending, 1, 'allowed', later(DAY), 'second');
    countUse(pending, 1, 'allowed', NOON, 'first');
    countUse(pending, 1, 'denied', later(2 * DAY), 'denied');

    expect(totalsOf(pending)).toEqual([
      { keyId: 1, allowed: 2, denied: 1, lastUsedAt: later(DAY), lastAddress: 'second' },
    ]);
  });
});
