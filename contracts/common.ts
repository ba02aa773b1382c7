import { z } from 'zod';
import { isOneLine } from './one-line';
import { holdsToken } from './token-text';

/** A Strapi document id, or the code of an API role where one may stand in its place. */
export const documentId = z.string().regex(/^[a-z0-9-]{1,64}$/, 'This is no id.');

/** `{ id }` in a path. */
export const idParams = z.strictObject({ id: documentId });

/** An instant on the wire: ISO 8601 with a zone; answers are always in UTC. */
export const instant = z.iso.datetime({
  offset: true,
  error: 'Give a date and time with its zone, such as 2030-01-31T12:00:00Z.',
});

/** Something that can be seen; the blank pattern of Braille is a symbol by name alone. */
const VISIBLE = /(?!\u2800)[\p{L}\p{N}\p{P}\p{S}]/u;

/** Characters that nobody sees, but for the joiners that emoji and some scripts are written with. */
const INVISIBLE = /(?!\u200c|\u200d|\ufe0f)\p{Default_Ignorable_Code_Point}/u;

const required =
  (what: string) =>
  ({ input }: { input?: unknown }): string =>
    input === undefined ? `${what} is required.` : `${what} must be text.`;

const noToken = (what: string) =>
  [
    (value: string) => !holdsToken(value),
    `${what} may not hold a token: revoke or regenerate the key that it belongs to.`,
  ] as const;

/**
 * Text that a person types into one line: trimmed, in Unicode NFC, without control characters
 * and without the bidirectional overrides that make a name look like another one.
 *
 * @param what - How the sentence calls the field ("The name").
 * @param max - Longest length in UTF-16 units.
 */
export const line = (what: string, max: number) =>
  z
    .string({ error: required(what) })
    .trim()
    .normalize('NFC')
    .min(1, `${what} is required.`)
    .max(max, `${what} may have at most ${String(max)} characters.`)
    .refine(isOneLine, `${what} may not hold control characters.`)
    .refine((value) => !INVISIBLE.test(value), `${what} may not hold invisible characters.`)
    .refine((value) => value === '' || VISIBLE.test(value), `${what} is required.`)
    .refine(...noToken(what));

/** Longer text, where line breaks and tabs are welcome; empty text reads as none. */
export const paragraph = (what: string, max: number) =>
  z
    .string({ error: `${what} must be text.` })
    .trim()
    .normalize('NFC')
    .max(max, `${what} may have at most ${String(max)} characters.`)
    .refine(
      (value) => isOneLine(value.replace(/[\n\r\t]/g, '')),
      `${what} may not hold control characters.`,
    )
    .refine(...noToken(what))
    .transform((value) => (value === '' ? null : value))
    .nullable();

/** What a person searches for; it reaches no database with a character that one could refuse. */
export const searchText = z
  .string()
  .trim()
  .max(200)
  .refine(isOneLine, 'The search may not hold control characters.')
  .optional();

/** A list in a query string: one value or several. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(100).optional(),
  );

export const MAX_PAGE_SIZE = 100;

/** Page and size of a list, as query strings carry them. */
export const pageQuery = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce
    .number()
    .int()
    .min(1)
    .max(MAX_PAGE_SIZE, `pageSize may be at most ${String(MAX_PAGE_SIZE)}.`)
    .default(10),
};

export const pagination = z.object({
  page: z.number(),
  pageSize: z.number(),
  pageCount: z.number(),
  total: z.number(),
});
export type Pagination = z.infer<typeof pagination>;

/** Where counting ends in a list that may be long: what is shown then is "10,000+". */
export const MAX_COUNTED = 10_000;

/** How many there are; at least so many, and more, where `isTotalExact` is false. */
export const boundedTotal = z.object({ total: z.number(), isTotalExact: z.boolean() });
export type BoundedTotal = z.infer<typeof boundedTotal>;

/**
 * Pages of a list that may be too long to be counted to its end: `total` and `pageCount` are then
 * what is known to be there. Pages beyond can be asked for; each counts up to its own end, so the
 * totals that are answered grow with it.
 */
export const boundedPagination = pagination.extend(boundedTotal.shape);
export type BoundedPagination = z.infer<typeof boundedPagination>;

/** Answer of a list. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ data: z.array(item), meta: z.object({ pagination }) });

/** The same, of a list that may be too long to be counted. */
export const boundedPageOf = <T extends z.ZodType>(item: T) =>
  z.object({ data: z.array(item), meta: z.object({ pagination: boundedPagination }) });

/** Answer with one thing in it. */
export const dataOf = <T extends z.ZodType>(item: T) => z.object({ data: item });
