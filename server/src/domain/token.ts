import { crc32 } from 'node:zlib';
import { TOKEN_ANYWHERE } from '../../../contracts';
import { encodeBase62 } from './base62';

/** A token taken apart; `secret` is what must never be stored, logged or echoed. */
export interface Token {
  readonly prefix: string;
  readonly accessId: string;
  readonly secret: string;
}

export const ACCESS_ID_LENGTH = 12;
export const SECRET_BYTES = 32;
/** 62^43 is just above 2^256, so 43 digits hold 32 bytes at fixed width. */
const SECRET_LENGTH = 43;
const CHECKSUM_LENGTH = 6;

export const PREFIX_PATTERN = /^[a-z][a-z0-9]{1,15}$/;
/** The one expression that matches a token; the docs publish it for secret scanners. */
export const TOKEN_PATTERN =
  /^([a-z][a-z0-9]{1,15})_([0-9A-Za-z]{12})_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/;
/** How every token begins: prefix and Access ID. What follows may have been cut off or added to. */
export const TOKEN_START = /^[a-z][a-z0-9]{1,15}_[0-9A-Za-z]{12}_/;
/** Longest text that could be a token: anything longer is refused unread. */
export const MAX_TOKEN_LENGTH = 16 + 1 + ACCESS_ID_LENGTH + 1 + SECRET_LENGTH + CHECKSUM_LENGTH;

const checksum = (text: string): string => encodeBase62(crc32(text), CHECKSUM_LENGTH);

const body = ({ prefix, accessId, secret }: Token): string => `${prefix}_${accessId}_${secret}`;

/** The clear text of a token: `<prefix>_<accessId>_<secret><checksum>`. */
export const formatToken = (token: Token): string => `${body(token)}${checksum(body(token))}`;

/** Takes a token apart; `null` for anything that is not ours: wrong shape or wrong checksum. */
export const parseToken = (text: string): Token | null => {
  if (text.length > MAX_TOKEN_LENGTH) return null;
  const [, prefix, accessId, secret, sum] = TOKEN_PATTERN.exec(text) ?? [];
  if (prefix === undefined || accessId === undefined || secret === undefined) return null;
  if (checksum(text.slice(0, -CHECKSUM_LENGTH)) !== sum) return null;
  return { prefix, accessId, secret };
};

/** 32 random bytes as the secret of a token, at fixed width. */
export const secretFromBytes = (bytes: Uint8Array): string => {
  if (bytes.length !== SECRET_BYTES)
    throw new RangeError(`A secret is made of ${String(SECRET_BYTES)} bytes.`);
  return encodeBase62(BigInt(`0x${Buffer.from(bytes).toString('hex')}`), SECRET_LENGTH);
};

/**
 * 12 base62 characters from random bytes, without the bias of a plain modulo: bytes of 248 and
 * above are passed over (rejection sampling). `null` where too few bytes were left.
 */
export const accessIdFromBytes = (bytes: Uint8Array): string | null => {
  const digits = [...bytes].filter((byte) => byte < 248).slice(0, ACCESS_ID_LENGTH);
  if (digits.length < ACCESS_ID_LENGTH) return null;
  return digits.map((byte) => encodeBase62(byte % 62, 1)).join('');
};

/** What of a token may be shown: prefix and Access ID. */
export const displayId = (prefix: string, accessId: string): string => `${prefix}_${accessId}`;

/** The masked form shown after creation: all but the secret, and the last four characters. */
export const hintOf = (token: Token): string =>
  `${displayId(token.prefix, token.accessId)}_••••${formatToken(token).slice(-4)}`;

/** Cuts tokens out of text that a person typed: only their Access IDs stay. */
export const withoutSecrets = (text: string): string => text.replace(TOKEN_ANYWHERE, '$1');
