import fc from 'fast-check';
import { roleCode } from '../../contracts';
import { codeFromName, nameKeyOf } from '../../server/src/domain/names';

describe('two names', () => {
  it.each([
    ['upper and lower case', 'prod-main-app', 'PROD-Main-App'],
    ['full-width and plain letters', 'ｐｒｏｄ', 'prod'],
    ['a ligature and its letters', 'oﬃce', 'office'],
    ['composed and decomposed accents', 'café', 'cafe\u0301'],
    ['sharp s and its capitals', 'straße', 'STRASSE'],
    ['final and other sigma', 'ΟΔΟΣ', 'οδος'],
    ['a superscript and its digit', 'v²', 'v2'],
    ['a non-breaking and a plain blank', 'a\u00a0b', 'a b'],
  ])('are the same in spite of %s', (_, one, other) => {
    expect(nameKeyOf(one)).toBe(nameKeyOf(other));
  });

  it.each([
    ['accents', 'café', 'cafe'],
    ['emoji', 'key 🚀', 'key 🎉'],
    ['a blank inside', 'a b', 'ab'],
    ['a hyphen', 'prod-app', 'prodapp'],
    ['letters of another script', 'аpp', 'app'],
  ])('differ by %s', (_, one, other) => {
    expect(nameKeyOf(one)).not.toBe(nameKeyOf(other));
  });

  it('have keys of 64 hexadecimal digits, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(nameKeyOf(name)).toMatch(/^[0-9a-f]{64}$/);
        expect(nameKeyOf(name.normalize('NFD'))).toBe(nameKeyOf(name.normalize('NFC')));
      }),
    );
  });
});

describe('the code of a role', () => {
  it.each([
    ['Prod Editors (EU)', 'prod-editors-eu'],
    ['Éditeurs à Paris', 'editeurs-a-paris'],
    ['  --Lead--  ', 'lead'],
    ['2nd line', 'nd-line'],
    ['123', 'role'],
    ['日本', 'role'],
    ['', 'role'],
    ['a'.repeat(100), 'a'.repeat(64)],
    [`${'a'.repeat(63)} b`, 'a'.repeat(63)],
  ])('made from %j is %s', (name, code) => {
    expect(codeFromName(name)).toBe(code);
  });

  it('is one that a form would accept, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (name) => {
        expect(roleCode.safeParse(codeFromName(name)).success).toBe(true);
      }),
    );
  });
});
