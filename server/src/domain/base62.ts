const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** As many digits as fit a safe integer. */
const CHUNK = 8;
const CHUNK_SIZE = 62n ** BigInt(CHUNK);

const encodeInteger = (value: number, width: number): string => {
  let rest = value;
  let digits = '';
  for (let place = 0; place < width; place += 1) {
    digits = ALPHABET.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
};

const encodeWide = (value: bigint, width: number): string =>
  width <= CHUNK
    ? encodeInteger(Number(value), width)
    : encodeWide(value / CHUNK_SIZE, width - CHUNK) +
      encodeInteger(Number(value % CHUNK_SIZE), CHUNK);

/**
 * A non-negative integer as base62 of fixed width, most significant digit first.
 *
 * @throws RangeError where the number does not fit the width, or is no such integer.
 */
export const encodeBase62 = (value: bigint | number, width: number): string => {
  const isInteger = typeof value === 'bigint' || Number.isSafeInteger(value);
  if (!isInteger || value < 0) throw new RangeError('Only a non-negative integer can be encoded.');
  const limit = typeof value === 'number' ? 62 ** width : 62n ** BigInt(width);
  if (value >= limit) throw new RangeError(`The number needs more than ${String(width)} digits.`);
  return typeof value === 'number' ? encodeInteger(value, width) : encodeWide(value, width);
};
