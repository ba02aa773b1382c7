/** What property tests draw from. */
import fc from 'fast-check';
import { formatToken, secretFromBytes, type Token } from '../../server/src/domain/token';

export const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

export const prefix = fc.stringMatching(/^[a-z][a-z0-9]{1,15}$/);

export const accessId = fc
  .array(fc.constantFrom(...Array.from(BASE62)), { minLength: 12, maxLength: 12 })
  .map((digits) => digits.join(''));

export const secret = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(secretFromBytes);

export const token: fc.Arbitrary<Token> = fc.record({ prefix, accessId, secret });

export const tokenText = token.map(formatToken);

/** Text that looks like something a header, a file or a person could hold. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.uint8Array({ maxLength: 120 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  fc.uint8Array({ maxLength: 120 }).map((bytes) => Buffer.from(bytes).toString('utf8')),
  fc.stringMatching(/^[a-z]{1,4}_[0-9A-Za-z]{10,14}_[0-9A-Za-z]{45,52}$/),
);
