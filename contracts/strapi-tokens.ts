import { z } from 'zod';
import { MAX_BULK, bulkBody, bulkResult } from './bulk';
import { dataOf, documentId, instant } from './common';
import { endpoint } from './endpoint';
import { errorCode } from './errors';

/** Types of Strapi's own API tokens for the content API (`@strapi/admin`, `API_TOKEN_TYPE`). */
export const STRAPI_TOKEN_TYPES = ['read-only', 'full-access', 'custom'] as const;
export type StrapiTokenType = (typeof STRAPI_TOKEN_TYPES)[number];

/** Id of a row in Strapi's API Tokens, as its own pages have it in their addresses. */
const strapiTokenId = z.number().int().min(1);

const reason = { code: errorCode, message: z.string() };

/** One of Strapi's own API tokens, and what becomes of it when it is moved here. */
export const strapiToken = z.object({
  id: strapiTokenId,
  name: z.string(),
  type: z.enum(STRAPI_TOKEN_TYPES),
  createdAt: instant,
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
  /** Strapi made it at its first boot, and nobody has used it. */
  isUntouchedDefault: z.boolean(),
  /** Access Name of the key; another one than the token's where that is taken or cannot be one. */
  keyName: z.string(),
  /** `null` where the token opens nothing. `isNew`: it is made with the key. */
  role: z.object({ name: z.string(), isNew: z.boolean() }).nullable(),
  /** Actions that it names and that no longer exist: they open nothing in Strapi either. */
  dropped: z.array(z.string()),
  /** Why it cannot be moved; `null` where it can. */
  problem: z.object(reason).nullable(),
});
export type StrapiToken = z.infer<typeof strapiToken>;

export const moveStrapiTokensBody = z.strictObject({
  ids: z.array(strapiTokenId).min(1).max(MAX_BULK),
});
export type MoveStrapiTokensInput = z.infer<typeof moveStrapiTokensBody>;

export const movedStrapiTokens = z.object({
  done: z.array(
    z.object({
      id: strapiTokenId,
      name: z.string(),
      key: z.object({ id: documentId, name: z.string(), displayId: z.string() }),
      role: z.string().nullable(),
    }),
  ),
  failed: z.array(
    z.object({
      id: strapiTokenId,
      /** `null` where there is no such token. */
      name: z.string().nullable(),
      ...reason,
    }),
  ),
});
export type MovedStrapiTokens = z.infer<typeof movedStrapiTokens>;

/** Strapi's own API tokens for the content API; those for the admin API stay where they are. */
export const strapiTokenEndpoints = {
  /** Lists Strapi's own API tokens with what a move would do; changes nothing. */
  list: endpoint({
    method: 'GET',
    path: '/strapi-tokens',
    response: dataOf(z.array(strapiToken)),
  }),
  /** Counts those worth moving: not expired, and no untouched default of Strapi's. */
  count: endpoint({
    method: 'GET',
    path: '/strapi-tokens/count',
    response: dataOf(z.object({ total: z.number() })),
  }),
  /** Makes keys of Strapi's own API tokens, each for itself; they keep their tokens. */
  move: endpoint({
    method: 'POST',
    path: '/strapi-tokens/move',
    body: moveStrapiTokensBody,
    response: dataOf(movedStrapiTokens),
  }),
  /**
   * Puts tokens back, by the ids of their keys. Each key is gone afterwards, and its token stands in
   * Strapi's API Tokens again.
   */
  moveBack: endpoint({
    method: 'POST',
    path: '/strapi-tokens/move-back',
    body: bulkBody,
    response: dataOf(bulkResult),
  }),
};
