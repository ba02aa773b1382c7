import {
  earlierChoices,
  expiryChoices,
  expiryFromOption,
  expiryToOption,
  firstExpiry,
  instantOf,
  isSoon,
  latestAllowed,
  lifetimeDays,
  nextExpiry,
} from '../../contracts/expiry-choices';

const NOW = Date.UTC(2026, 10, 22);
const DAY = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString();
const FREE = { required: false, defaultDays: null, maxDays: null };
const HELD = { required: true, defaultDays: 60, maxDays: 90 };
const key = (days: number | null) => ({
  issuedAt: iso(NOW),
  expiresAt: days === null ? null : iso(NOW + days * DAY),
});
const optionsOf = (...args: Parameters<typeof expiryChoices>) =>
  expiryChoices(...args).map(expiryToOption);

describe('the expiry that a form offers', () => {
  it('is any preset, a date, or never, where policy is free', () => {
    expect(optionsOf(FREE)).toEqual(['days:30', 'days:90', 'days:365', 'date', 'never']);
  });

  it('is no longer than policy allows, and never is not offered', () => {
    expect(optionsOf(HELD)).toEqual(['days:30', 'days:60', 'days:90', 'date']);
    expect(optionsOf({ ...FREE, maxDays: 90 })).not.toContain('never');
    expect(latestAllowed(HELD, NOW)).toEqual(new Date(NOW + 90 * DAY));
    expect(latestAllowed(FREE, NOW)).toBeUndefined();
  });

  it('offers the lifetime that a token had', () => {
    expect(optionsOf(FREE, 45)).toContain('days:45');
    expect(optionsOf(HELD, 120)).not.toContain('days:120');
  });

  it('starts with the default of the policy, else with 90 days, never beyond the longest', () => {
    expect(firstExpiry(HELD)).toEqual({ kind: 'days', days: 60 });
    expect(firstExpiry(FREE)).toEqual({ kind: 'days', days: 90 });
    expect(firstExpiry({ ...FREE, maxDays: 7 })).toEqual({ kind: 'days', days: 7 });
  });

  it('of a regeneration starts with the same lifetime, else asks for a choice', () => {
    expect(lifetimeDays(key(45))).toBe(45);
    expect(nextExpiry(FREE, key(45))).toEqual({ kind: 'days', days: 45 });
    expect(nextExpiry(HELD, key(120))).toEqual({ kind: 'unset' });
    // "Never" is never chosen for somebody.
    expect(nextExpiry(FREE, key(null))).toEqual({ kind: 'unset' });
  });

  it('of an edit is only earlier', () => {
    expect(earlierChoices(iso(NOW + 60 * DAY), NOW).map(expiryToOption)).toEqual([
      'keep',
      'days:30',
      'date',
    ]);
    expect(earlierChoices(null, NOW).map(expiryToOption)).toContain('days:365');
  });
});

describe('the instant of a choice', () => {
  it.each([
    ['days:30', iso(NOW + 30 * DAY)],
    ['never', null],
    ['keep', undefined],
    ['date', undefined],
    ['something else', undefined],
  ])('%s is %s', (option, expected) => {
    expect(instantOf(expiryFromOption(option), NOW)).toBe(expected);
  });

  it('of a date is that date', () => {
    expect(instantOf({ kind: 'date', date: iso(NOW) }, NOW)).toBe(iso(NOW));
  });

  it('is soon within 30 days', () => {
    expect(isSoon(iso(NOW + 29 * DAY), NOW)).toBe(true);
    expect(isSoon(iso(NOW + 30 * DAY), NOW)).toBe(false);
  });
});
