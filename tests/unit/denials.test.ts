import fc from 'fast-check';
import {
  countDenial,
  mergeDenials,
  type PendingDenials,
  sortedDenials,
} from '../../server/src/domain/denials';
import { type EpochMs } from '../../server/src/domain/units';

const NOON = Date.UTC(2026, 10, 21, 12);
const DAY_MS = 86_400_000;
const at = (ms: number) => (NOON + ms) as EpochMs;

const denials = (): PendingDenials => new Map();
const lacks = (...required: string[]) => ({ code: 'insufficient_scope' as const, required });

describe('denials', () => {
  it('count once for each action that was lacking, however often it is named', () => {
    const pending = denials();
    countDenial(pending, 1, lacks('b', 'a', 'a'), at(0), '192.0.2.1');

    expect(sortedDenials(pending).map(({ action, count }) => [action, count])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  });

  it('of other reasons name no action, not even the roles that were lacking', () => {
    const pending = denials();
    countDenial(pending, 1, { code: 'missing_role', required: ['editor'] }, at(0), null);
    countDenial(pending, 1, { code: 'insufficient_scope' }, at(0), null);

    expect(sortedDenials(pending).map(({ reason, action }) => [reason, action])).toEqual([
      ['insufficient_scope', ''],
      ['missing_role', ''],
    ]);
  });

  it('keep the time and address of the latest', () => {
    const pending = denials();
    countDenial(pending, 1, { code: 'expired_token' }, at(1), 'first');
    countDenial(pending, 1, { code: 'expired_token' }, at(2), 'second');

    expect([...pending.values()]).toEqual([
      {
        keyId: 1,
        day: '2026-11-21',
        reason: 'expired_token',
        action: '',
        count: 2,
        lastAt: at(2),
        lastAddress: 'second',
      },
    ]);
  });

  it('stay apart by key, day, reason and action', () => {
    const pending = denials();
    countDenial(pending, 1, lacks('a'), at(0), null);
    countDenial(pending, 2, lacks('a'), at(0), null);
    countDenial(pending, 1, lacks('b'), at(0), null);
    countDenial(pending, 1, { code: 'rate_limited' }, at(0), null);
    countDenial(pending, 1, lacks('a'), at(DAY_MS), null);

    expect(pending.size).toBe(5);
  });

  it('hold no action that would not fit its column', () => {
    const pending = denials();
    countDenial(pending, 1, lacks('x'.repeat(300)), at(0), null);

    expect([...pending.values()].map(({ action }) => action.length)).toEqual([255]);
  });

  it('are neither lost nor doubled where batches are put back, in any order', () => {
    const event = fc.record({
      keyId: fc.integer({ min: 1, max: 3 }),
      action: fc.constantFrom('a', 'b'),
      ms: fc.nat(3 * DAY_MS),
    });
    fc.assert(
      fc.property(fc.array(fc.array(event)), (batches) => {
        const sum = denials();
        for (const batch of batches) {
          const pending = denials();
          for (const { keyId, action, ms } of batch) {
            countDenial(pending, keyId, lacks(action), at(ms), String(ms));
          }
          const before = JSON.stringify([...pending]);
          mergeDenials(sum, pending);
          expect(JSON.stringify([...pending])).toBe(before);
        }
        const events = batches.flat();
        const counts = [...sum.values()].reduce((total, { count }) => total + count, 0);
        expect(counts).toBe(events.length);
        for (const { lastAt, lastAddress } of sum.values()) {
          expect(lastAddress).toBe(String(lastAt - NOON));
        }
        const latest = Math.max(-1, ...[...sum.values()].map(({ lastAt }) => lastAt - NOON));
        expect(latest).toBe(Math.max(-1, ...events.map(({ ms }) => ms)));
      }),
    );
  });

  it('are written in one order, whatever the order in which they came', () => {
    const one = denials();
    const other = denials();
    const all: [number, string][] = [
      [2, 'a'],
      [1, 'b'],
      [10, 'a'],
      [1, 'B'],
    ];
    for (const [keyId, action] of all) countDenial(one, keyId, lacks(action), at(0), null);
    for (const [keyId, action] of all.reverse())
      countDenial(other, keyId, lacks(action), at(0), null);

    expect(sortedDenials(one)).toEqual(sortedDenials(other));
    expect(sortedDenials(one).map(({ keyId, action }) => [keyId, action])).toEqual([
      [1, 'B'],
      [1, 'b'],
      [2, 'a'],
      [10, 'a'],
    ]);
  });
});
