import fc from 'fast-check';
import { findToken } from '../../server/src/domain/presented';
import { formatToken, parseToken } from '../../server/src/domain/token';
import { anyText, tokenText } from './arbitraries';

const TOKEN = formatToken({
  prefix: 'sak',
  accessId: '7Hd2kQpXw3Zt',
  secret: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ',
});
const OTHER = formatToken({
  prefix: 'sak',
  accessId: 'AAAAAAAAAAAA',
  secret: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ',
});
const DAMAGED = `${TOKEN.slice(0, -1)}${TOKEN.endsWith('0') ? '1' : '0'}`;

const kindOf = (authorization?: string, apiKey?: string) =>
  findToken(authorization, apiKey, 'sak').kind;

describe('the headers of a request', () => {
  it.each([
    ['Bearer', `Bearer ${TOKEN}`],
    ['bearer', `bearer ${TOKEN}`],
    ['BEARER and a tab', `BEARER\t${TOKEN}`],
    ['Bearer and three blanks', `Bearer   ${TOKEN}`],
  ])('may carry a key after %s', (_, header) => {
    expect(findToken(header, undefined, 'sak')).toEqual({
      kind: 'token',
      token: parseToken(TOKEN),
      text: TOKEN,
    });
  });

  it('may carry a key in the second header', () => {
    expect(kindOf(undefined, TOKEN)).toBe('token');
    expect(kindOf(undefined, ` ${TOKEN} `)).toBe('token');
  });

  it('may carry the same key twice', () => {
    expect(kindOf(`Bearer ${TOKEN}`, TOKEN)).toBe('token');
    expect(kindOf(undefined, `${TOKEN}, ${TOKEN}`)).toBe('token');
  });

  it.each([
    ['one in each header', `Bearer ${TOKEN}`, OTHER],
    ['both in the second', undefined, `${TOKEN}, ${OTHER}`],
    ['three', `Bearer ${TOKEN}`, `${TOKEN},${OTHER}`],
  ])('may not carry two different keys: %s', (_, authorization, apiKey) => {
    expect(kindOf(authorization, apiKey)).toBe('conflict');
  });

  it.each([
    ['no header', undefined, undefined],
    ['empty headers', '', ''],
    ['Bearer alone', 'Bearer', undefined],
    ['Bearer and a blank', 'Bearer ', undefined],
    ['the key without a scheme', TOKEN, undefined],
    ['the key under Basic', `Basic ${TOKEN}`, undefined],
    ['three words', `Bearer ${TOKEN} more`, undefined],
    ['a blank before the scheme', ` Bearer ${TOKEN}`, undefined],
    ["Strapi's own token in the second header", undefined, 'a'.repeat(256)],
    ['a JWT', 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJpZCI6MX0.c2ln', undefined],
    ['the key of a gateway', undefined, 'gateway-0123456789'],
    ['the scheme in the second header', undefined, `Bearer ${TOKEN}`],
  ])('are left to other strategies: %s', (_, authorization, apiKey) => {
    expect(kindOf(authorization, apiKey)).toBe('none');
  });

  it("may be Strapi's own token, which a key goes by or none, unless there is a key beside it", () => {
    const strapis = `Bearer ${'a'.repeat(256)}`;
    expect(kindOf(strapis, undefined)).toBe('strapi-token');
    expect(kindOf(strapis, 'gateway-0123456789')).toBe('strapi-token');
    expect(kindOf(strapis, TOKEN)).toBe('token');
  });

  it('with one character of a key changed are told apart from what is not ours', () => {
    expect(kindOf(`Bearer ${DAMAGED}`)).toBe('damaged');
    expect(kindOf(undefined, DAMAGED)).toBe('damaged');
    expect(findToken(`Bearer ${DAMAGED}`, undefined, 'other').kind).toBe('none');
  });

  it('with a key cut short, or with more behind it, are told apart too', () => {
    expect(kindOf(`Bearer ${TOKEN.slice(0, 40)}`)).toBe('damaged');
    expect(kindOf(`Bearer ${TOKEN}"`)).toBe('damaged');
    expect(kindOf(undefined, TOKEN.slice(0, 17))).toBe('damaged');
    expect(kindOf(`Bearer ${TOKEN.slice(0, 16)}`)).toBe('none');
    expect(kindOf('Bearer sak_of-another-strategy')).toBe('none');
  });

  it('with a whole key beside something else give the key', () => {
    expect(kindOf(`Bearer ${'a'.repeat(256)}`, TOKEN)).toBe('token');
    expect(kindOf(`Bearer ${TOKEN}`, 'gateway-0123456789')).toBe('token');
    expect(kindOf(`Bearer ${DAMAGED}`, TOKEN)).toBe('token');
  });

  it('with a key of an older prefix still give the key', () => {
    expect(findToken(`Bearer ${TOKEN}`, undefined, 'newer').kind).toBe('token');
  });

  it('never throw, whatever they hold, and give only keys with a right checksum', () => {
    const header = fc.option(
      fc.oneof(
        anyText,
        tokenText,
        anyText.map((text) => `Bearer ${text}`),
        tokenText.map((text) => `Bearer ${text}`),
      ),
      { nil: undefined },
    );
    fc.assert(
      fc.property(header, header, (authorization, apiKey) => {
        const found = findToken(authorization, apiKey, 'sak');
        if (found.kind === 'token') {
          expect(parseToken(found.text)).toEqual(found.token);
          expect(`${authorization ?? ''} ${apiKey ?? ''}`).toContain(found.text);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
