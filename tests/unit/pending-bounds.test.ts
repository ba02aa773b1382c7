import {
  byMonth,
  countDenial,
  MAX_PENDING_DENIALS,
  mergeDenials,
  type PendingDenials,
} from '../../server/src/domain/denials';
import {
  MAX_PENDING_USES,
  mergePermissionUses,
  noteUses,
  type PendingPermissionUses,
} from '../../server/src/domain/permission-uses';
import { type EpochMs } from '../../server/src/domain/units';

const NOON = Date.UTC(2026, 10, 21, 12) as EpochMs;
const TODAY = '2026-11-21';

const deniedKeys = (first: number, count: number): PendingDenials => {
  const pending: PendingDenials = new Map();
  for (let keyId = first; keyId < first + count; keyId += 1)
    countDenial(pending, keyId, { code: 'expired_token' }, NOON, null);
  return pending;
};

const manyActions = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${prefix}${String(at)}`);

describe('what waits for a database that is away', () => {
  it('holds so many denials, and those in it count on', () => {
    const pending = deniedKeys(0, MAX_PENDING_DENIALS + 5);
    countDenial(pending, 0, { code: 'expired_token' }, NOON, null);
    expect(pending.size).toBe(MAX_PENDING_DENIALS);
    expect([...pending.values()][0]).toMatchObject({ keyId: 0, count: 2 });

    mergeDenials(pending, deniedKeys(MAX_PENDING_DENIALS, 5));
    expect(pending.size).toBe(MAX_PENDING_DENIALS);
  });

  it('holds so many uses of permissions; those beyond are noted when they happen again', () => {
    const noted = new Map<string, string>();
    const pending: PendingPermissionUses = new Map();
    noteUses(pending, noted, 1, manyActions('a', MAX_PENDING_USES), TODAY);
    noteUses(pending, noted, 1, ['beyond'], TODAY);
    expect(pending.size).toBe(MAX_PENDING_USES);

    const next: PendingPermissionUses = new Map();
    noteUses(next, noted, 1, ['a1', 'beyond'], TODAY);
    expect([...next.values()].map(({ action }) => action)).toEqual(['beyond']);

    mergePermissionUses(pending, next);
    expect(pending.size).toBe(MAX_PENDING_USES);
  });
});

describe('denials that are rolled up', () => {
  const denial = (day: string, count: number, action = '') => ({
    keyId: 1,
    day,
    reason: 'of another release',
    action,
    count,
    lastAt: Date.parse(day) as EpochMs,
    lastAddress: day,
  });

  it('are those of their months, with the sums and what was latest', () => {
    const rows = [
      denial('2026-01-31', 2),
      denial('2026-01-02', 3),
      denial('2026-01-02', 1, 'a'),
      denial('2026-02-01', 4),
    ];

    expect(byMonth(rows)).toEqual([
      { ...denial('2026-01-31', 5), day: '2026-01' },
      { ...denial('2026-01-02', 1, 'a'), day: '2026-01' },
      { ...denial('2026-02-01', 4), day: '2026-02' },
    ]);
    expect(rows[0]?.count).toBe(2);
  });
});
