import fc from 'fast-check';
import { rateLimit } from '../../contracts';
import {
  NO_RATE_LIMIT,
  rateLimitOf,
  rateLimitTextOf,
  windowOf,
} from '../../admin/src/components/rate-limit-text';

const limits = fc.record({
  requests: fc.integer({ min: 1, max: 1_000_000 }),
  windowSeconds: fc.integer({ min: 1, max: 86_400 }),
});

describe('a rate limit in the form', () => {
  it.each([
    [1, { every: 1, unit: 'second' }],
    [90, { every: 90, unit: 'second' }],
    [60, { every: 1, unit: 'minute' }],
    [300, { every: 5, unit: 'minute' }],
    [7_200, { every: 2, unit: 'hour' }],
    [86_400, { every: 1, unit: 'day' }],
  ])('says %d seconds in the greatest unit that fits', (seconds, expected) => {
    expect(windowOf(seconds)).toEqual(expected);
  });

  it('comes back as it was stored', () => {
    fc.assert(
      fc.property(limits, (limit) => {
        expect(rateLimitOf(rateLimitTextOf(limit))).toEqual(limit);
      }),
    );
  });

  it('is none where no number of requests is given', () => {
    expect(rateLimitOf(rateLimitTextOf(null))).toBeNull();
    expect(rateLimitOf({ ...NO_RATE_LIMIT, requests: '  ', every: '5' })).toBeNull();
  });

  it.each([
    ['abc', '1'],
    ['1.5', '1'],
    ['0', '1'],
    ['-3', '1'],
    ['10', ''],
    ['10', 'x'],
    ['10', '0'],
    ['10', '2000'],
  ])('is refused by the contract as %s in %s minutes', (requests, every) => {
    const typed = rateLimitOf({ requests, every, unit: 'minute' });

    expect(typed).not.toBeNull();
    expect(rateLimit.safeParse(typed).success).toBe(false);
  });
});
