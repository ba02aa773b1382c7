const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE = 62n;

/**
 * A non-negative integer as base62 of fixed width, most significant digit first.
 *
 * @throws RangeError where the number does not fit the width.
 */
export const encodeBase62 = (value: bigint, width: number): string => {
  let rest = value;
  let digits = '';
  for (let place = 0; place < width; place += 1) {
    digits = ALPHABET.charAt(Number(rest % BASE)) + digits;
    rest /= BASE;
  }
  if (rest !== 0n || value < 0n)
    throw new RangeError(`The number needs more than ${String(width)} digits.`);
  return digits;
};
