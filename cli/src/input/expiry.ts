import { z } from 'zod';

import { instant } from '../../../contracts';
import { instantOf, lifetimeDays } from '../../../contracts/expiry-choices';
import { wrongUse } from '../exit';

const DAYS = /^([1-9]\d{0,4})d$/;
const day = z.iso.date();

/** How an expiry is written on the command line, for help texts and refusals. */
export const EXPIRY_FORMS = '90d, 2030-01-31 (00:00 UTC), 2030-01-31T12:00:00+01:00, or never';

/**
 * The instant that a text stands for; `null` for never.
 *
 * @throws CliError where it stands for none.
 */
export const parseExpiry = (text: string, nowMs: number): string | null => {
  const [, days] = DAYS.exec(text) ?? [];
  if (days !== undefined) return instantOf({ kind: 'days', days: Number(days) }, nowMs) ?? null;
  if (text === 'never') return null;
  if (day.safeParse(text).success) return `${text}T00:00:00.000Z`;
  if (instant.safeParse(text).success) return text;
  throw wrongUse(`--expires takes ${EXPIRY_FORMS}.`);
};

/** The same for a key that is issued anew: `same` is as long as it was made for. */
export const parseNextExpiry = (
  text: string,
  key: { readonly issuedAt: string; readonly expiresAt: string | null },
  nowMs: number,
): string | null => {
  if (text !== 'same') return parseExpiry(text, nowMs);
  const days = lifetimeDays(key);
  return days === null ? null : parseExpiry(`${String(days)}d`, nowMs);
};
