import { allowsMore, rateHeaders, rateSlot, rateState } from '../../server/src/domain/rate';

const LIMIT = { requests: 3, windowSeconds: 60 };

describe('a request within a limit', () => {
  it('is let in up to the number of the limit, and never beyond', () => {
    expect([1, 2, 3, 4, 9].map((used) => rateState(LIMIT, used, 1).allowed)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('is told what is left, and never less than nothing', () => {
    expect([1, 3, 9].map((used) => rateState(LIMIT, used, 1).remaining)).toEqual([2, 0, 0]);
  });

  it('is told to wait in whole seconds, rounded up, and never none', () => {
    expect([59_001, 59_000, 1, 0, -5].map((ms) => rateState(LIMIT, 4, ms).resetSeconds)).toEqual([
      60, 59, 1, 1, 1,
    ]);
  });

  it('is told to wait for no longer than a window takes, whatever a clock says', () => {
    expect(rateState(LIMIT, 4, 3_600_000).resetSeconds).toBe(60);
  });

  it('is answered with the three fields of the draft', () => {
    expect(rateHeaders(rateState(LIMIT, 2, 1500))).toEqual({
      'RateLimit-Limit': '3',
      'RateLimit-Remaining': '1',
      'RateLimit-Reset': '2',
    });
  });
});

describe('a limit beside another one', () => {
  const limit = (requests: number, windowSeconds: number) => ({ requests, windowSeconds });

  it.each([
    [limit(101, 60), true],
    [limit(100, 59), true],
    [limit(2, 1), true],
    [limit(60, 36), true],
    [limit(200, 120), true],
    [limit(100, 60), false],
    [limit(1, 1), false],
    [limit(50, 30), false],
    [limit(100, 86_400), false],
  ])('%j allows more than 100 a minute: %j', (each, expected) => {
    expect(allowsMore(each, limit(100, 60))).toBe(expected);
  });
});

describe('the count of a key', () => {
  it('is another one for another key, number or window', () => {
    const slots = [
      rateSlot(1, LIMIT),
      rateSlot(2, LIMIT),
      rateSlot(1, { ...LIMIT, requests: 4 }),
      rateSlot(1, { ...LIMIT, windowSeconds: 61 }),
    ];

    expect(new Set(slots).size).toBe(4);
    expect(rateSlot(1, { ...LIMIT })).toBe(slots[0]);
  });
});
