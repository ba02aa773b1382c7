import fc from 'fast-check';
import { type ExpiryPolicy } from '../../contracts';
import { ApiAccessError } from '../../server/src/domain/errors';
import { expiryOnEdit, expiryOnIssue } from '../../server/src/domain/expiry';
import { DAY_MS, type EpochMs } from '../../server/src/domain/units';

const NOW = Date.UTC(2026, 10, 21) as EpochMs;
const at = (ms: number) => (NOW + ms) as EpochMs;
const days = (count: number) => at(count * DAY_MS);

const FREE: ExpiryPolicy = { required: false, defaultDays: 90, maxDays: null };
const HELD: ExpiryPolicy = { required: true, defaultDays: 30, maxDays: 90 };

/** The code that refuses, and the field it points at. */
const refusal = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (!(error instanceof ApiAccessError)) throw error;
    return `${error.code} at ${error.issues.map(({ path }) => path.join('.')).join()}`;
  }
  return 'nothing';
};

describe('the expiry of a new secret', () => {
  it.each<[string, EpochMs | null | undefined, ExpiryPolicy, EpochMs | null]>([
    ['the default, if none was chosen', undefined, FREE, days(90)],
    ['never, if chosen and allowed', null, FREE, null],
    [
      'never, if none was chosen and there is no default',
      undefined,
      { ...FREE, defaultDays: null },
      null,
    ],
    ['the one chosen', at(1), FREE, at(1)],
    ['the longest allowed', days(90), HELD, days(90)],
    ['up to a day more than the longest, for other time zones', days(91), HELD, days(91)],
  ])('is %s', (_, wanted, policy, expiry) => {
    expect(expiryOnIssue(wanted, NOW, policy)).toBe(expiry);
  });

  it.each<[string, EpochMs | null | undefined, ExpiryPolicy, string]>([
    ['now', NOW, FREE, 'expiry_in_past'],
    ['a millisecond ago', at(-1), FREE, 'expiry_in_past'],
    ['the beginning of time', 0 as EpochMs, FREE, 'expiry_in_past'],
    ['a millisecond beyond the tolerance', (days(91) + 1) as EpochMs, HELD, 'expiry_too_late'],
    ['never where one is required', null, { ...HELD, maxDays: null }, 'expiry_required'],
    [
      'never where a longest lifetime is set',
      null,
      { ...HELD, required: false },
      'expiry_required',
    ],
    [
      'absent without a default where required',
      undefined,
      { ...HELD, defaultDays: null },
      'expiry_required',
    ],
  ])('may not be %s', (_, wanted, policy, code) => {
    expect(refusal(() => expiryOnIssue(wanted, NOW, policy))).toBe(`${code} at expiresAt`);
  });

  it('lies in the future and within the policy, or is refused', () => {
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: -200, max: 200 }), { nil: undefined }),
        fc.record({
          required: fc.boolean(),
          defaultDays: fc.option(fc.integer({ min: 1, max: 100 })),
          maxDays: fc.option(fc.integer({ min: 100, max: 150 })),
        }),
        (wanted, policy) => {
          const chosen = wanted === undefined ? undefined : days(wanted);
          if (refusal(() => expiryOnIssue(chosen, NOW, policy)) !== 'nothing') return;
          const expiry = expiryOnIssue(chosen, NOW, policy);
          if (expiry === null) expect(policy).toMatchObject({ required: false, maxDays: null });
          else {
            expect(expiry).toBeGreaterThan(NOW);
            expect(expiry).toBeLessThanOrEqual(days((policy.maxDays ?? 1_000) + 1));
          }
        },
      ),
    );
  });
});

describe('the expiry after an edit', () => {
  it.each<[string, EpochMs | null | undefined, EpochMs | null, EpochMs | null]>([
    ['stays where none was given', undefined, days(5), days(5)],
    ['stays never where none was given', undefined, null, null],
    ['stays where the same was given', days(5), days(5), days(5)],
    ['stays where the same past one was given', days(-5), days(-5), days(-5)],
    ['becomes earlier', days(4), days(5), days(4)],
    ['becomes a date where it was never', days(4), null, days(4)],
    ['stays never where never was given', null, null, null],
  ])('%s', (_, wanted, current, expiry) => {
    expect(expiryOnEdit(wanted, current, NOW)).toBe(expiry);
  });

  it.each<[string, EpochMs | null, EpochMs | null, string]>([
    ['a millisecond later', (days(5) + 1) as EpochMs, days(5), 'expiry_not_earlier'],
    ['never', null, days(5), 'expiry_not_earlier'],
    ['alive again after it ended', days(1), days(-1), 'expiry_not_earlier'],
    ['now', NOW, days(5), 'expiry_in_past'],
    ['in the past', days(-1), null, 'expiry_in_past'],
  ])('cannot become %s', (_, wanted, current, code) => {
    expect(refusal(() => expiryOnEdit(wanted, current, NOW))).toBe(`${code} at expiresAt`);
  });
});
