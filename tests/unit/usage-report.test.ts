import { dayOf, lastDays } from '../../server/src/domain/days';
import { type EpochMs } from '../../server/src/domain/units';
import { filledDays, permissionReport, summedDenials } from '../../server/src/domain/usage-report';

const at = (iso: string) => Date.parse(iso) as EpochMs;

describe('the last days', () => {
  it('are UTC days up to today, oldest first', () => {
    expect(lastDays(3, at('2026-03-01T00:00:00Z'))).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
    expect(lastDays(30, at('2026-03-01T23:59:59.999Z'))).toHaveLength(30);
  });

  it('end with the day of the instant, whatever the hour', () => {
    for (const hour of ['00:00:00.000', '23:59:59.999']) {
      const now = at(`2026-11-21T${hour}Z`);
      expect(lastDays(2, now)).toEqual(['2026-11-20', dayOf(now)]);
    }
  });
});

describe('requests by day', () => {
  it('are zero where nothing is stored, and leave out days that are not asked for', () => {
    const stored = [
      { day: '2026-11-20', allowed: 2, denied: 1 },
      { day: '2026-01-01', allowed: 9, denied: 9 },
    ];

    expect(filledDays(['2026-11-19', '2026-11-20'], stored)).toEqual([
      { day: '2026-11-19', allowed: 0, denied: 0 },
      { day: '2026-11-20', allowed: 2, denied: 1 },
    ]);
  });
});

describe('denials over several days', () => {
  const denial = (reason: string, action: string, lastAt: number, lastAddress: string | null) => ({
    reason,
    action,
    count: 2,
    lastAt: lastAt as EpochMs,
    lastAddress,
  });

  it('add up, and tell time and address of the latest, in whatever order they are read', () => {
    const rows = [
      denial('insufficient_scope', 'a', 30, 'newest'),
      denial('insufficient_scope', 'a', 10, 'oldest'),
      denial('insufficient_scope', 'a', 20, null),
    ];

    for (const read of [rows, [...rows].reverse()]) {
      expect(summedDenials(read)).toEqual([
        {
          reason: 'insufficient_scope',
          action: 'a',
          count: 6,
          lastAt: '1970-01-01T00:00:00.030Z',
          lastAddress: 'newest',
        },
      ]);
    }
  });

  it('stay apart by reason and action, latest first', () => {
    const sums = summedDenials([
      denial('insufficient_scope', 'a', 1, null),
      denial('insufficient_scope', 'b', 3, null),
      denial('expired_token', '', 2, null),
      denial('a reason of a later release', '', 4, null),
    ]);

    expect(sums.map(({ reason, action }) => [reason, action])).toEqual([
      ['insufficient_scope', 'b'],
      ['expired_token', null],
      ['insufficient_scope', 'a'],
    ]);
  });
});

describe('the permissions of a key', () => {
  const used = new Map([
    ['b', '2026-11-20'],
    ['gone', '2026-11-19'],
  ]);

  it('are those that it is granted, used or not', () => {
    expect(permissionReport({ full: false, actions: new Set(['b', 'a']) }, used)).toEqual({
      full: false,
      granted: [
        { action: 'a', lastUsedOn: null },
        { action: 'b', lastUsedOn: '2026-11-20' },
      ],
    });
  });

  it('are for full access those that were used', () => {
    expect(permissionReport({ full: true, actions: new Set() }, used).granted).toHaveLength(2);
  });
});
