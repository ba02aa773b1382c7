import { z } from 'zod';
import { dataOf, documentId, instant } from './common';
import { endpoint } from './endpoint';

const attentionKey = z.object({
  id: documentId,
  name: z.string(),
  displayId: z.string(),
  expiresAt: instant,
  /** When a request was last let in, or, of an expired key, last turned away. */
  lastTriedAt: instant.nullable(),
});
export type AttentionKey = z.infer<typeof attentionKey>;

/** Keys that somebody should see to: a few of each, soonest or latest first, and how many there are. */
export const attention = z.object({
  /** Expire within 30 days. */
  expiring: z.object({ total: z.number(), keys: z.array(attentionKey) }),
  /** Expired, and their true holder still tried in the last 30 days. */
  expiredInUse: z.object({ total: z.number(), keys: z.array(attentionKey) }),
});
export type Attention = z.infer<typeof attention>;

/** Lists the keys that somebody should see to; the panel's widget shows them. */
export const attentionEndpoint = endpoint({
  method: 'GET',
  path: '/keys/attention',
  response: dataOf(attention),
});
