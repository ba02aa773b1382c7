import fc from 'fast-check';

import {
  noticeAt,
  type NoticeRules,
  ON_EXPIRY,
  planNotices,
} from '../../server/src/domain/notices';
import { DAY_MS, type EpochMs } from '../../server/src/domain/units';

const at = (iso: string) => Date.parse(iso) as EpochMs;
const iso = (instant: EpochMs | null) =>
  instant === null ? null : new Date(instant).toISOString();

const RULES: NoticeRules = { days: [30, 7, 1], hour: 8, timeZone: 'UTC' };
const LIFE = { issuedAt: at('2026-01-01T10:00:00Z'), expiresAt: at('2026-06-15T15:30:00Z') };

const planAt = (now: string, rules = RULES, life = LIFE) => {
  const { due, next } = planNotices(life, rules, at(now));
  return [due, iso(next)];
};

describe('a notice', () => {
  it.each([
    ['UTC', 7, 8, '2026-06-08T08:00:00.000Z'],
    ['Europe/Berlin', 7, 8, '2026-06-08T06:00:00.000Z'],
    ['America/New_York', 1, 0, '2026-06-14T04:00:00.000Z'],
    // The expiry is a day later there already.
    ['Pacific/Auckland', 1, 23, '2026-06-15T11:00:00.000Z'],
    ['UTC', ON_EXPIRY, 8, '2026-06-15T15:30:00.000Z'],
  ])('in %s of %i days at %i o’clock is due at %4$s', (timeZone, days, hour, expected) => {
    expect(iso(noticeAt(LIFE.expiresAt, days, { days: [], hour, timeZone }))).toBe(expected);
  });

  it('keeps its hour across a change to summer time, and moves on where that hour is none', () => {
    const berlin = { days: [1], hour: 2, timeZone: 'Europe/Berlin' };
    expect(iso(noticeAt(at('2026-03-31T10:00:00Z'), 7, { ...berlin, hour: 8 }))).toBe(
      '2026-03-24T07:00:00.000Z',
    );
    expect(iso(noticeAt(at('2026-03-30T10:00:00Z'), 1, berlin))).toBe('2026-03-29T01:00:00.000Z');
  });

  it('lies within two days around the days that it names, in any zone', () => {
    const zones = ['UTC', 'Europe/Berlin', 'Asia/Kolkata', 'Pacific/Apia', 'America/Caracas'];
    fc.assert(
      fc.property(
        fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2060-01-01T00:00:00Z') }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 23 }),
        fc.constantFrom(...zones),
        (expiresAt, days, hour, timeZone) => {
          const left =
            expiresAt - noticeAt(expiresAt as EpochMs, days, { days: [], hour, timeZone });
          expect(Math.abs(left - days * DAY_MS)).toBeLessThan(2 * DAY_MS);
        },
      ),
    );
  });
});

describe('of the notices of a key', () => {
  it('each is due in its turn, and then the next', () => {
    expect(planAt('2026-05-16T07:59:59Z')).toEqual([null, '2026-05-16T08:00:00.000Z']);
    expect(planAt('2026-05-16T08:00:00Z')).toEqual([30, '2026-06-08T08:00:00.000Z']);
    expect(planAt('2026-06-08T08:00:00Z')).toEqual([7, '2026-06-14T08:00:00.000Z']);
    expect(planAt('2026-06-14T08:00:00Z')).toEqual([1, '2026-06-15T15:30:00.000Z']);
    expect(planAt('2026-06-15T15:30:00Z')).toEqual([ON_EXPIRY, null]);
  });

  it('the nearest alone is due after a pause', () => {
    expect(planAt('2026-06-14T20:00:00Z')).toEqual([1, '2026-06-15T15:30:00.000Z']);
    expect(planAt('2026-07-01T00:00:00Z')).toEqual([ON_EXPIRY, null]);
  });

  it('none is due that is older than a month', () => {
    expect(planAt('2026-07-15T15:30:00.001Z')).toEqual([null, null]);
    expect(planAt('2026-06-14T08:00:00Z', { ...RULES, days: [60] })[0]).toBeNull();
  });

  it('none is due that lies before the key was issued', () => {
    const life = { issuedAt: at('2026-06-10T12:00:00Z'), expiresAt: LIFE.expiresAt };
    expect(planAt('2026-06-10T12:01:00Z', RULES, life)).toEqual([null, '2026-06-14T08:00:00.000Z']);
  });

  it('none is due about the whole of its life', () => {
    const life = { issuedAt: at('2026-06-08T07:00:00Z'), expiresAt: at('2026-06-15T07:00:00Z') };
    expect(planAt('2026-06-08T09:00:00Z', RULES, life)[0]).toBeNull();
  });

  it('all but the expiry can be left out', () => {
    expect(planAt('2026-05-16T08:00:00Z', { ...RULES, days: [] })).toEqual([
      null,
      '2026-06-15T15:30:00.000Z',
    ]);
  });

  it('no walk in any steps gives one twice, or two at a time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 * 24 }), { minLength: 1, maxLength: 40 }),
        (hours) => {
          const given: number[] = [];
          let now = LIFE.issuedAt as number;
          let next: number | null = 0;
          for (const step of hours) {
            now += step * 3_600_000;
            if (next === null || next > now) continue;
            const plan = planNotices(LIFE, RULES, now as EpochMs);
            if (plan.due !== null) given.push(plan.due);
            next = plan.next;
          }
          expect(given).toEqual([...new Set(given)].sort((a, b) => b - a));
        },
      ),
    );
  });
});
