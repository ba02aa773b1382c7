import fc from 'fast-check';
import {
  parseInstant,
  readInstant,
  readInstantOrNull,
  readInteger,
  toIso,
  toIsoOrNull,
  type EpochMs,
} from '../../server/src/domain/units';

describe('a stored integer', () => {
  it('reads the same as number, text or bigint, as drivers answer it', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(readInteger(value)).toBe(value);
        expect(readInteger(String(value))).toBe(value);
        expect(readInteger(BigInt(value))).toBe(value);
      }),
    );
  });

  it.each([
    ['beyond what is exact', 2 ** 53],
    ['beyond what is exact, as text', '9007199254740992'],
    ['beyond what is exact, as bigint', 9007199254740992n],
    ['a fraction', 1.5],
    ['a fraction as text', '1.5'],
    ['not a number', Number.NaN],
    ['endless', Infinity],
    ['nothing', null],
    ['undefined', undefined],
    ['empty text', ''],
    ['blank text', '  '],
    ['words', 'soon'],
    ['a date', new Date(0)],
    ['true', true],
    ['a list', [1]],
  ])('that is %s is refused rather than guessed', (_, value) => {
    expect(() => readInteger(value)).toThrow(RangeError);
  });
});

describe('a stored instant', () => {
  it('may be absent only where that means never', () => {
    expect(readInstantOrNull(null)).toBeNull();
    expect(readInstantOrNull(undefined)).toBeNull();
    expect(readInstantOrNull('0')).toBe(0);
    expect(() => readInstant(null)).toThrow(RangeError);
    expect(() => readInstantOrNull('')).toThrow(RangeError);
  });

  it('is told in UTC, to the millisecond', () => {
    expect(parseInstant('2030-01-31T12:00:00+02:00')).toBe(Date.UTC(2030, 0, 31, 10));
    expect(toIso(Date.UTC(2030, 0, 31, 10, 0, 0, 7) as EpochMs)).toBe('2030-01-31T10:00:00.007Z');
    expect(toIsoOrNull(null)).toBeNull();
    expect(toIsoOrNull(0 as EpochMs)).toBe('1970-01-01T00:00:00.000Z');
  });
});
