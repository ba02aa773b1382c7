declare const unit: unique symbol;

/** A whole number of milliseconds since 1970-01-01T00:00Z: how instants that decide are stored. */
export type EpochMs = number & { readonly [unit]: 'EpochMs' };

export const DAY_MS = 86_400_000;

export const toEpochMs = (date: Date): EpochMs => date.getTime() as EpochMs;

/** An ISO 8601 string with a zone, already checked by a contract. */
export const parseInstant = (iso: string): EpochMs => toEpochMs(new Date(iso));

export const toIso = (instant: EpochMs): string => new Date(instant).toISOString();

export const toIsoOrNull = (instant: EpochMs | null): string | null =>
  instant === null ? null : toIso(instant);

/**
 * Reads a `biginteger` column: drivers answer a number (SQLite, mysql2) or a string (pg).
 *
 * @throws RangeError where the value is no safe integer, rather than guess an expiry.
 */
export const readInteger = (value: unknown): number => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'bigint') return readInteger(String(number));
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) {
    throw new RangeError('A stored integer could not be read.');
  }
  return number;
};

export const readInstant = (value: unknown): EpochMs => readInteger(value) as EpochMs;

export const readInstantOrNull = (value: unknown): EpochMs | null =>
  value === null || value === undefined ? null : readInstant(value);
