import { createKeyBody, keyName, listKeysQuery, tagBody } from '../../contracts';
import { nameKeyOf } from '../../server/src/domain/names';

const messagesOf = (name: string): string[] =>
  keyName.safeParse(name).error?.issues.map(({ message }) => message) ?? [];

const INVISIBLE: [string, string][] = [
  ['a soft hyphen', '\u00ad'],
  ['a grapheme joiner', '\u034f'],
  ['a Hangul filler', '\u3164'],
  ['a half-width Hangul filler', '\uffa0'],
  ['an initial Hangul filler', '\u115f'],
  ['a Khmer vowel without a form', '\u17b4'],
  ['a Mongolian vowel separator', '\u180e'],
  ['a zero-width space', '\u200b'],
  ['a mark of direction', '\u200e'],
  ['a word joiner', '\u2060'],
  ['an invisible plus', '\u2064'],
  ['a zero-width no-break space', '\ufeff'],
  ['a variation selector', '\ufe00'],
  ['a tag letter', '\u{e0061}'],
  ['a supplementary variation selector', '\u{e0100}'],
];

describe('a name with what nobody sees', () => {
  it.each(INVISIBLE)('is refused for %s', (_, character) => {
    expect(messagesOf(`prod${character}app`)).toContain(
      'The Access Name may not hold invisible characters.',
    );
    expect(tagBody.safeParse({ name: `a${character}b` }).success).toBe(false);
    expect(createKeyBody.safeParse({ name: 'a', tags: [`a${character}b`] }).success).toBe(false);
    expect(
      createKeyBody.safeParse({
        name: 'a',
        technicalOwner: { name: `a${character}b`, emails: [] },
      }).success,
    ).toBe(false);
  });

  it.each([
    ...INVISIBLE,
    ['a joiner', '\u200d'],
    ['a non-joiner', '\u200c'],
    ['an emoji selector', '\ufe0f'],
  ])('is the same name as without, for %s', (_, character) => {
    expect(nameKeyOf(`prod${character}app`)).toBe(nameKeyOf('prodapp'));
    expect(nameKeyOf(`${character}PROD-app${character}`)).toBe(nameKeyOf('prod-APP'));
  });

  it.each([
    ['the blank pattern of Braille', '\u2800'],
    ['joiners alone', '\u200d\u200d'],
    ['an emoji selector alone', '\ufe0f'],
    ['combining marks alone', '\u0301\u0302'],
  ])('is none where it is %s', (_, name) => {
    expect(messagesOf(name)).toContain('The Access Name is required.');
  });
});

describe('a name that is written with joiners', () => {
  it.each([
    ['a family', '👩‍👩‍👧 app'],
    ['a heart', '❤️'],
    ['a rainbow flag', '🏳️‍🌈'],
    ['Persian', 'می‌خواهم'],
    ['Sinhala', 'ශ්‍රී'],
    ['Braille', '⠓⠑⠇⠇⠕'],
  ])('is taken as it is: %s', (_, name) => {
    expect(keyName.parse(name)).toBe(name.normalize('NFC'));
  });

  it('is the same with and without the selector of its emoji', () => {
    expect(nameKeyOf('❤\ufe0f')).toBe(nameKeyOf('❤'));
  });
});

describe('a search', () => {
  it.each(['a\u0000b', '\u0000', 'a\u001b', 'a\ud83d', 'a\u202eb', 'a\u2028b'])(
    'for %j is refused',
    (search) => {
      expect(listKeysQuery.safeParse({ search }).success).toBe(false);
    },
  );

  it.each(['é', '🚀', '50%', 'a_b', '👩‍👩‍👧', "o'clock"])('for %j is none the worse', (search) => {
    expect(listKeysQuery.parse({ search: ` ${search} ` }).search).toBe(search);
  });
});

describe('an id', () => {
  it.each(['', 'a\u0000', 'A', 'a b', 'a_b', 'é', '../a', 'a'.repeat(65)])('%j is none', (id) => {
    expect(listKeysQuery.safeParse({ roles: id }).success).toBe(false);
    expect(createKeyBody.safeParse({ name: 'a', roles: [id] }).success).toBe(false);
  });

  it.each(['read-only', 'm3tz4jflwm4ls2qkx6xv7ab1', 'a'.repeat(64)])('%j is one', (id) => {
    expect(listKeysQuery.parse({ roles: id }).roles).toEqual([id]);
  });
});
