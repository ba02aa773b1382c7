import fc from 'fast-check';
import {
  accessIdFromBytes,
  displayId,
  formatToken,
  hintOf,
  MAX_TOKEN_LENGTH,
  parseToken,
  secretFromBytes,
  withoutSecrets,
} from '../../server/src/domain/token';
import { accessId, BASE62 } from './arbitraries';

const PARTS = {
  prefix: 'sak',
  accessId: '7Hd2kQpXw3Zt',
  secret: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ',
};

/** CRC32 (IEEE 802.3) bit by bit, independent of Node's. */
const crc32 = (text: string): number => {
  let crc = 0xffffffff;
  for (const byte of Buffer.from(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
};

const sixDigits = (value: number): string => {
  let rest = value;
  let digits = '';
  for (let place = 0; place < 6; place += 1) {
    digits = BASE62.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
};

describe('a token', () => {
  it('is prefix, Access ID, secret and the CRC32 of all that stands before it', () => {
    const body = 'sak_7Hd2kQpXw3Zt_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ';

    expect(formatToken(PARTS)).toBe(body + sixDigits(crc32(body)));
  });

  it('shows only prefix and Access ID, and the last four characters when masked', () => {
    const last = formatToken(PARTS).slice(-4);

    expect(displayId('sak', '7Hd2kQpXw3Zt')).toBe('sak_7Hd2kQpXw3Zt');
    expect(hintOf(PARTS)).toBe(`sak_7Hd2kQpXw3Zt_••••${last}`);
    expect(hintOf(PARTS)).not.toContain(PARTS.secret.slice(0, 4));
  });

  it('is accepted with the longest prefix, and refused unread beyond that', () => {
    const longest = formatToken({ ...PARTS, prefix: 'a123456789012345' });

    expect(longest).toHaveLength(MAX_TOKEN_LENGTH);
    expect(parseToken(longest)?.prefix).toBe('a123456789012345');
    expect(parseToken(formatToken({ ...PARTS, prefix: 'a1234567890123456' }))).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['a prefix of one letter', formatToken({ ...PARTS, prefix: 's' })],
    ['a prefix in upper case', formatToken({ ...PARTS, prefix: 'Sak' })],
    ['a prefix that begins with a digit', formatToken({ ...PARTS, prefix: '1ak' })],
    ['an Access ID of eleven', formatToken({ ...PARTS, accessId: '7Hd2kQpXw3Z' })],
    ['a short secret', formatToken({ ...PARTS, secret: PARTS.secret.slice(1) })],
    ['white space before', ` ${formatToken(PARTS)}`],
    ['a line break behind', `${formatToken(PARTS)}\n`],
    ['two tokens in one', formatToken(PARTS) + formatToken(PARTS)],
    ['a token in lower case', formatToken(PARTS).toLowerCase()],
    ["one of Strapi's own tokens", 'a'.repeat(256)],
    ['a JSON Web Token', 'eyJhbGciOiJIUzI1NiJ9.eyJpZCI6MX0.c2lnbmF0dXJl'],
  ])('is refused for %s', (_, text) => {
    expect(parseToken(text)).toBeNull();
  });
});

describe('the secret of a token', () => {
  it.each([0x00, 0xff])('has 43 digits even for 32 bytes of %i', (byte) => {
    expect(secretFromBytes(new Uint8Array(32).fill(byte))).toMatch(/^[0-9A-Za-z]{43}$/);
  });

  it('differs wherever the bytes differ', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.nat(31),
        fc.integer({ min: 1, max: 255 }),
        (bytes, at, change) => {
          const other = Uint8Array.from(bytes, (byte, i) => (i === at ? byte ^ change : byte));
          expect(secretFromBytes(other)).not.toBe(secretFromBytes(bytes));
        },
      ),
    );
  });

  it.each([0, 31, 33])('is not made of %i bytes', (length) => {
    expect(() => secretFromBytes(new Uint8Array(length))).toThrow(RangeError);
  });
});

describe('an Access ID', () => {
  it('takes the first twelve bytes below 248, so that no character is likelier', () => {
    const bytes = Uint8Array.from([255, 248, 0, 61, 62, 247, 249, 1, 2, 3, 4, 5, 6, 7, 8, 9]);

    expect(accessIdFromBytes(bytes)).toBe('0z0z12345678');
  });

  it('gives each character equally many of the bytes that count', () => {
    const tally = new Map<string, number>();
    for (let byte = 0; byte < 248; byte += 1) {
      const [first = ''] = accessIdFromBytes(new Uint8Array(12).fill(byte)) ?? '';
      tally.set(first, (tally.get(first) ?? 0) + 1);
    }

    expect(tally.size).toBe(62);
    expect(new Set(tally.values())).toEqual(new Set([4]));
  });

  it('is not made from too few bytes', () => {
    expect(accessIdFromBytes(new Uint8Array(11))).toBeNull();
    expect(accessIdFromBytes(new Uint8Array(24).fill(250))).toBeNull();
  });

  it('has twelve characters of base62 from any 24 bytes that suffice', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 24, maxLength: 24 }), (bytes) => {
        const enough = bytes.filter((byte) => byte < 248).length >= 12;
        const id = accessIdFromBytes(bytes);
        if (enough) expect(id).toMatch(/^[0-9A-Za-z]{12}$/);
        else expect(id).toBeNull();
      }),
    );
  });
});

describe('text that a person pasted', () => {
  it('keeps of a token only its Access ID', () => {
    const text = formatToken(PARTS);

    expect(withoutSecrets(text)).toBe('7Hd2kQpXw3Zt');
    expect(withoutSecrets(`key: ${text}, and ${text}!`)).toBe(
      'key: 7Hd2kQpXw3Zt, and 7Hd2kQpXw3Zt!',
    );
  });

  it('keeps nothing of the secret, not even of a damaged token', () => {
    const damaged = `${formatToken(PARTS).slice(0, -1)}0`;

    expect(withoutSecrets(damaged)).not.toContain(PARTS.secret.slice(0, 8));
  });

  it('is left alone where it holds no token', () => {
    fc.assert(
      fc.property(accessId, (id) => {
        expect(withoutSecrets(`sak_${id}`)).toBe(`sak_${id}`);
      }),
    );
    expect(withoutSecrets('prod_main_app 100%')).toBe('prod_main_app 100%');
  });
});
