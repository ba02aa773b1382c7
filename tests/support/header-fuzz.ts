/** Headers made from tokens by every way to spoil one, and by chance. */
import fc from 'fast-check';

/** One line of a request's head; the value is latin1, a byte each. */
export type HeaderLine = readonly [name: string, value: string];

export interface FuzzedRequest {
  readonly lines: readonly HeaderLine[];
}

/** Tokens to begin with; only the first two are of keys that work. */
export interface Seeds {
  readonly valid: readonly string[];
  readonly others: readonly string[];
}

const BASE62 = Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
const AUTHORIZATION = 'Authorization';
const API_KEY = 'X-Api-Key';

const replaceAt = (text: string, at: number, by: string): string =>
  text.slice(0, at) + by + text.slice(at + 1);

const position = (text: string) => fc.nat({ max: text.length - 1 });
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const utf8 = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

const flippedBit = (text: string) =>
  fc
    .tuple(position(text), fc.nat({ max: 7 }))
    .map(([at, bit]) => replaceAt(text, at, String.fromCharCode(text.charCodeAt(at) ^ (1 << bit))));

const otherDigit = (text: string) =>
  fc
    .tuple(position(text), fc.constantFrom(...BASE62))
    .map(([at, digit]) => replaceAt(text, at, digit));

const otherCase = (text: string) =>
  fc.oneof(
    fc.constantFrom(text.toUpperCase(), text.toLowerCase()),
    position(text).map((at) => {
      const char = text.charAt(at);
      const upper = char.toUpperCase();
      return replaceAt(text, at, char === upper ? char.toLowerCase() : upper);
    }),
  );

const cut = (text: string) =>
  fc
    .tuple(position(text), position(text))
    .map(([a, b]) => text.slice(Math.min(a, b), Math.max(a, b)));

const swapped = (text: string) =>
  fc.nat({ max: text.length - 2 }).map((at) => {
    const pair = text.charAt(at + 1) + text.charAt(at);
    return text.slice(0, at) + pair + text.slice(at + 2);
  });

const JUNK = [
  '\0',
  '\r',
  '\n',
  '\t',
  ' ',
  '\x0b',
  '\x7f',
  '\xa0',
  '\xff',
  '%',
  '%00',
  '%20',
  '_',
  '-',
  '.',
  ',',
  ';',
  '=',
  '"',
  "'",
  '\\',
  '/',
  '{',
  '$',
  utf8('é'),
  utf8('\u200b'),
  utf8('\u0430'),
  utf8('🔑'),
  utf8('\ufeff'),
];

const inserted = (text: string) =>
  fc
    .tuple(fc.nat({ max: text.length }), fc.constantFrom(...JUNK))
    .map(([at, junk]) => text.slice(0, at) + junk + text.slice(at));

const encoded = (text: string) =>
  fc.constantFrom(
    encodeURIComponent(text),
    text.replaceAll('_', '%5F'),
    Buffer.from(text).toString('base64'),
    Buffer.from(text).toString('hex'),
    Array.from(text).reverse().join(''),
    `"${text}"`,
    text.normalize('NFKD').replace('k', utf8('\u212a')),
  );

const repeated = (text: string) =>
  fc
    .tuple(fc.integer({ min: 2, max: 40 }), fc.constantFrom('', ' ', ',', '_'))
    .map(([times, by]) => Array<string>(times).fill(text).join(by));

/** What becomes of one token; sometimes nothing. */
const spoiled = (text: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant(text) },
    flippedBit(text),
    otherDigit(text),
    otherCase(text),
    cut(text),
    swapped(text),
    inserted(text),
    encoded(text),
    repeated(text),
    inserted(text).chain((once) => inserted(once)),
  );

const byChance = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map(latin1),
  fc.string({ unit: 'binary', maxLength: 80 }).map(utf8),
  fc.string({ maxLength: 120 }),
  fc.stringMatching(/^[a-z]{1,4}_[0-9A-Za-z]{10,14}_[0-9A-Za-z]{45,52}$/),
);

/** Now and then longer than a server takes. */
const veryLong = (value: fc.Arbitrary<string>) =>
  fc
    .tuple(
      value,
      fc.constantFrom(4_000, 15_900, 17_000, 70_000),
      fc.constantFrom('a', ',', ' ', '_'),
    )
    .map(([text, length, filler]) => text.padEnd(length, filler));

const SCHEMES = [
  'Bearer',
  'bearer',
  'BEARER',
  'bEaReR',
  'Bearer:',
  'Bear',
  'Bearers',
  'Basic',
  'Token',
  'ApiKey',
  'Digest',
  '',
  'Bearer Bearer',
  'Bearer,',
  'Basic Bearer',
];
const GAPS = [' ', ' ', ' ', '', '  ', '\t', ' \t ', '\xa0', ',', ' , ', '\0', '%20', '=', ': '];

const inScheme = (value: fc.Arbitrary<string>) =>
  fc
    .tuple(
      fc.constantFrom(...SCHEMES),
      fc.constantFrom(...GAPS),
      value,
      fc.constantFrom('', '', '', ' ', '\t', ',', ' x', ', Basic eDp5'),
    )
    .map(([scheme, gap, text, end]) => scheme + gap + text + end);

const inList = (value: fc.Arbitrary<string>) =>
  fc
    .tuple(
      fc.array(value, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(',', ', ', ' ,', ';', ',,', '\t,'),
    )
    .map(([texts, by]) => texts.join(by));

/** One request: one or both headers, now and then one of them twice. */
export const fuzzedRequest = (seeds: Seeds): fc.Arbitrary<FuzzedRequest> => {
  const seed = fc.constantFrom(...seeds.valid, ...seeds.others);
  const token = fc.oneof(
    { weight: 12, arbitrary: seed.chain(spoiled) },
    { weight: 3, arbitrary: byChance },
    { weight: 1, arbitrary: fc.constant('') },
  );
  const text = fc.oneof(
    { weight: 60, arbitrary: token },
    { weight: 1, arbitrary: veryLong(token) },
  );
  const authorization: fc.Arbitrary<HeaderLine> = fc
    .oneof({ weight: 5, arbitrary: inScheme(text) }, text, inList(inScheme(text)))
    .map((value) => [AUTHORIZATION, value] as const);
  const apiKey: fc.Arbitrary<HeaderLine> = fc
    .oneof({ weight: 3, arbitrary: text }, inList(text), inScheme(text))
    .map((value) => [API_KEY, value] as const);
  return fc
    .oneof(
      { weight: 6, arbitrary: authorization.map((line) => [line]) },
      { weight: 6, arbitrary: apiKey.map((line) => [line]) },
      { weight: 2, arbitrary: fc.tuple(authorization, apiKey) },
      { weight: 1, arbitrary: fc.array(authorization, { minLength: 2, maxLength: 3 }) },
      { weight: 1, arbitrary: fc.array(apiKey, { minLength: 2, maxLength: 3 }) },
    )
    .map((lines) => ({ lines }));
};

/** Whether Node's parser takes the value for one header (RFC 9110, section 5.5), of a size it accepts. */
export const isSendable = ({ lines }: FuzzedRequest): boolean =>
  lines.every(([, value]) => /^[\t\x20-\x7e\x80-\xff]*$/.test(value)) &&
  lines.reduce((length, [, value]) => length + value.length, 0) < 8_000;

const escaped = (text: string) => text.replace(/[^0-9A-Za-z]/g, '\\$&');

/**
 * Which of the tokens stand whole and byte for byte where the documents say that a key is carried,
 * found without the plugin's code: after the scheme `Bearer` in the first `Authorization` line, or
 * as one of the comma-separated values of the other header.
 */
const carried = ({ lines }: FuzzedRequest, tokens: readonly string[]): string[] => {
  const valuesOf = (name: string) =>
    lines.filter(([line]) => line === name).map(([, value]) => value);
  const [authorization = ''] = valuesOf(AUTHORIZATION);
  const keys = valuesOf(API_KEY).join(',');
  return tokens.filter(
    (token) =>
      RegExp(`^[\\t ]*[Bb][Ee][Aa][Rr][Ee][Rr][\\t \\xa0]+${escaped(token)}[\\t ]*$`).test(
        authorization,
      ) || RegExp(`(?:^|,)[\\t \\xa0]*${escaped(token)}[\\t \\xa0]*(?:,|$)`).test(keys),
  );
};

/** Whether a request may be let in at all: with exactly one key that works. */
export const mayBeGranted = (request: FuzzedRequest, { valid }: Seeds): boolean =>
  carried(request, valid).length === 1;

/** Whether a request that Node's parser may read in another way than we do could hold such a key. */
export const holdsToken = (bytes: Buffer, { valid }: Seeds): boolean =>
  valid.some((token) => bytes.includes(token, 0, 'latin1'));
