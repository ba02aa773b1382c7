import { z } from 'zod';

/**
 * At most `requests` in each window of `windowSeconds`, counted per key. A window begins with the
 * first request after the one before it has ended.
 */
export const rateLimit = z.strictObject({
  requests: z.number().int().min(1).max(1_000_000),
  windowSeconds: z.number().int().min(1).max(86_400),
});
export type RateLimit = z.infer<typeof rateLimit>;
