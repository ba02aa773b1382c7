import fc from 'fast-check';
import { encodeBase62 } from '../../server/src/domain/base62';
import { BASE62 } from './arbitraries';

const decode = (digits: string): bigint =>
  Array.from(digits).reduce((sum, digit) => sum * 62n + BigInt(BASE62.indexOf(digit)), 0n);

describe('base62 of fixed width', () => {
  it.each([
    [0n, 1, '0'],
    [61n, 1, 'z'],
    [62n, 2, '10'],
    [10n, 3, '00A'],
    [35n, 1, 'Z'],
    [36n, 1, 'a'],
    [62n ** 6n - 1n, 6, 'zzzzzz'],
  ])('writes %s in %i digits as %s', (value, width, digits) => {
    expect(encodeBase62(value, width)).toBe(digits);
    expect(encodeBase62(Number(value), width)).toBe(digits);
  });

  it('always has the width asked for, and reads back as the same number', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }), (value) => {
        const digits = encodeBase62(value, 43);
        expect(digits).toMatch(/^[0-9A-Za-z]{43}$/);
        expect(decode(digits)).toBe(value);
      }),
    );
  });

  it.each([
    [62n, 1],
    [62n ** 6n, 6],
    [1n, 0],
    [-1n, 4],
    [-62n, 4],
    [62n ** 43n, 43],
    [62, 1],
    [62 ** 6, 6],
    [-1, 4],
    [0.5, 4],
    [Number.NaN, 4],
    [2 ** 53, 43],
  ])('refuses %s in %i digits rather than cut it', (value, width) => {
    expect(() => encodeBase62(value, width)).toThrow(RangeError);
  });
});
