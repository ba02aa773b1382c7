import fc from 'fast-check';
import { REFUSAL_CODES } from '../../contracts';
import { alarmOf, type UntoldMinute } from '../../server/src/domain/alerts';
import {
  countDenialMinute,
  mergeDenialMinutes,
  minuteOf,
  type PendingDenialMinutes,
  sortedDenialMinutes,
} from '../../server/src/domain/denial-minutes';
import { type EpochMs } from '../../server/src/domain/units';

const NOON = Date.UTC(2026, 5, 1, 12);
const MINUTE_MS = 60_000;
const at = (ms: number) => (NOON + ms) as EpochMs;
const RULES = { isOn: true, denials: 5, windowMinutes: 10, endedTokens: true, recipients: [] };

/** The minutes of one key, counted from when each denial came. */
const minutesOf = (instants: readonly number[], code = 'missing_role' as const): UntoldMinute[] => {
  const pending: PendingDenialMinutes = new Map();
  for (const ms of instants) countDenialMinute(pending, 1, code, at(ms), '192.0.2.1');
  return sortedDenialMinutes(pending);
};

describe('an alert on denials', () => {
  it('never says more than came within its window, and misses nothing that whole minutes show', () => {
    const instants = fc.array(fc.integer({ min: 0, max: 60 * MINUTE_MS }), { maxLength: 60 });
    const rules = fc.record({
      denials: fc.integer({ min: 2, max: 20 }),
      windowMinutes: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(instants, rules, (given, { denials, windowMinutes }) => {
        const sorted = [...given].sort((a, b) => a - b);
        const within = (from: number, ms: number) =>
          sorted.filter((instant) => instant >= from && instant <= from + ms).length;
        const worst = Math.max(0, ...sorted.map((from) => within(from, windowMinutes * MINUTE_MS)));
        const alarm = alarmOf('denials', minutesOf(sorted), { ...RULES, denials, windowMinutes });
        if (alarm !== null) {
          expect(alarm.count).toBeGreaterThanOrEqual(denials);
          expect(alarm.count).toBeLessThanOrEqual(worst);
        } else {
          const starts = sorted.map((ms) => ms - (ms % MINUTE_MS));
          const whole = starts.map((from) => within(from, windowMinutes * MINUTE_MS - 1));
          expect(Math.max(0, ...whole)).toBeLessThan(denials);
        }
      }),
    );
  });

  it('tells the worst burst, and of two alike the later', () => {
    const burst = (minute: number) => [0, 1, 2, 3, 4].map((ms) => minute * MINUTE_MS + ms);
    const alarm = alarmOf('denials', minutesOf([...burst(0), ...burst(30)]), RULES);

    expect(alarm).toEqual({
      count: 5,
      windowMinutes: 10,
      lastAt: at(30 * MINUTE_MS + 4),
      lastAddress: '192.0.2.1',
    });
  });

  it('is not raised while alerts are turned off', () => {
    const minutes = minutesOf([1, 2, 3, 4, 5]);
    expect(alarmOf('denials', minutes, { ...RULES, isOn: false })).toBeNull();
    expect(alarmOf('revoked', minutes, { ...RULES, isOn: false })).toBeNull();
    expect(alarmOf('revoked', minutes, { ...RULES, endedTokens: false })).toBeNull();
    expect(alarmOf('revoked', minutes, RULES)).toMatchObject({ count: 5, windowMinutes: null });
    expect(alarmOf('expired', [], RULES)).toBeNull();
  });
});

describe('denials by minute', () => {
  it('are signs of what the reason says, or of nothing', () => {
    const signs = REFUSAL_CODES.map((code) => {
      const pending: PendingDenialMinutes = new Map();
      countDenialMinute(pending, 1, code, at(0), null);
      return [code, sortedDenialMinutes(pending)[0]?.kind];
    });

    expect(Object.fromEntries(signs.filter(([, kind]) => kind !== undefined))).toEqual({
      expired_token: 'expired',
      revoked_token: 'revoked',
      insufficient_scope: 'denials',
      missing_role: 'denials',
      address_not_allowed: 'denials',
      drafts_not_allowed: 'denials',
    });
  });

  it('add up to the same however they are merged', () => {
    const one: PendingDenialMinutes = new Map();
    const other: PendingDenialMinutes = new Map();
    countDenialMinute(one, 1, 'missing_role', at(20), 'late');
    countDenialMinute(other, 1, 'missing_role', at(10), 'early');
    countDenialMinute(other, 2, 'revoked_token', at(MINUTE_MS), null);
    mergeDenialMinutes(one, other);

    expect(sortedDenialMinutes(one)).toEqual([
      {
        keyId: 1,
        minute: minuteOf(at(0)),
        kind: 'denials',
        count: 2,
        firstAt: at(10),
        lastAt: at(20),
        lastAddress: 'late',
      },
      expect.objectContaining({ keyId: 2, minute: minuteOf(at(0)) + 1, kind: 'revoked' }),
    ]);
  });
});
