import { z } from 'zod';
import { documentId } from './common';
import { rateLimit } from './rate-limit';

/** What a form must know beforehand: the expiry policy. */
export const expiryPolicy = z.object({
  required: z.boolean(),
  defaultDays: z.number().nullable(),
  maxDays: z.number().nullable(),
});
export type ExpiryPolicy = z.infer<typeof expiryPolicy>;

/** A rule that Access Names must match, and a name that does. */
export const namingRule = z.object({ pattern: z.string(), example: z.string() });
export type NamingRule = z.infer<typeof namingRule>;

/** All rules that hold for keys which this person makes and edits. */
export const keyPolicy = z.object({
  expiry: expiryPolicy,
  /** One of them has to match; without any, every name is allowed. */
  naming: z.array(namingRule),
  /** What holds for keys without a rate limit of their own. */
  rateLimit: rateLimit.nullable(),
  /** Whether the expiry notices can reach anyone; a banner says so where mail fails. */
  mailFails: z.boolean(),
});
export type KeyPolicy = z.infer<typeof keyPolicy>;

/** Whether a name would be taken, as one types it; `id` is the key that has it already. */
export const checkNameBody = z.strictObject({
  name: z.string().max(200),
  id: documentId.optional(),
});
export const nameCheck = z.object({
  code: z.enum(['name_taken', 'name_not_allowed', 'invalid_input']).nullable(),
  message: z.string().nullable(),
});
export type NameCheck = z.infer<typeof nameCheck>;
