import fc from 'fast-check';
import { formatToken, parseToken, TOKEN_PATTERN } from '../../server/src/domain/token';
import { anyText, BASE62, token, tokenText } from './arbitraries';

/** Beside base62: the separator, what stands near it, and characters of two to four bytes. */
const CHARACTERS = [...Array.from(BASE62), '_', '-', '.', ' ', '\n', '\0', 'é', 'К', '０', '𝟎'];

const replaced = (text: string, at: number, by: string) =>
  text.slice(0, at) + by + text.slice(at + 1);
const without = (text: string, at: number) => text.slice(0, at) + text.slice(at + 1);
const withInserted = (text: string, at: number, what: string) =>
  text.slice(0, at) + what + text.slice(at);

describe('the token format', () => {
  it('parses or refuses any text, and never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseToken(text);
        if (parsed !== null) expect(formatToken(parsed)).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('parses back to what made it', () => {
    fc.assert(
      fc.property(token, (parts) => {
        expect(parseToken(formatToken(parts))).toEqual(parts);
      }),
    );
  });

  it('is matched whole by the one published expression', () => {
    fc.assert(
      fc.property(tokenText, (text) => {
        expect(TOKEN_PATTERN.exec(text)?.[0]).toBe(text);
        expect(text).toMatch(/^\w+$/);
      }),
    );
  });

  it('refuses every substitution of one character by any other, at every place', () => {
    fc.assert(
      fc.property(tokenText, (text) => {
        for (let at = 0; at < text.length; at += 1) {
          for (const character of CHARACTERS) {
            if (text[at] === character) continue;
            const changed = replaced(text, at, character);
            if (parseToken(changed) !== null) throw new Error(`${changed} passed for ${text}`);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it('refuses every deletion of one character', () => {
    fc.assert(
      fc.property(tokenText, (text) => {
        for (let at = 0; at < text.length; at += 1) {
          expect(parseToken(without(text, at))).toBeNull();
        }
      }),
    );
  });

  it('refuses every insertion of one character', () => {
    fc.assert(
      fc.property(tokenText, fc.constantFrom(...CHARACTERS), (text, character) => {
        for (let at = 0; at <= text.length; at += 1) {
          expect(parseToken(withInserted(text, at, character))).toBeNull();
        }
      }),
    );
  });

  it('refuses two neighbours that changed places', () => {
    fc.assert(
      fc.property(tokenText, (text) => {
        for (let at = 0; at + 1 < text.length; at += 1) {
          const [left = '', right = ''] = text.slice(at, at + 2);
          if (left === right) continue;
          expect(parseToken(text.slice(0, at) + right + left + text.slice(at + 2))).toBeNull();
        }
      }),
    );
  });
});
