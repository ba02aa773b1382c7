import { z } from 'zod';
import { dataOf, documentId, instant, MAX_COUNTED } from './common';
import { endpoint } from './endpoint';
import { errorCode } from './errors';
import { keyFilterQuery } from './keys';

/** Keys of one request; more go in several, so that progress shows and each is whole or not at all. */
export const MAX_BULK = 50;
/** Most keys that can be chosen at once: as many as the list counts, so that it knows whether all can. */
export const MAX_SELECTION = MAX_COUNTED;

const ids = z.array(documentId).min(1).max(MAX_BULK);

/** Keys chosen one by one, or all that match a filter at this moment. */
export const selectionBody = z.union([
  z.strictObject({ ids: z.array(documentId).min(1).max(MAX_SELECTION) }),
  z.strictObject({ filter: keyFilterQuery }),
]);
export type SelectionInput = z.input<typeof selectionBody>;

/** What a dialog has to say before many keys are stopped; and which keys it speaks of. */
export const selection = z.object({
  /** Frozen: what is confirmed is what is done, whatever is created meanwhile. */
  ids: z.array(documentId),
  /** How many of them are revoked already. */
  revoked: z.number(),
  /** How many of them were used in the last 24 hours. */
  usedLately: z.number(),
  /** The latest used of those, 10 at most. */
  latest: z.array(
    z.object({
      id: documentId,
      name: z.string(),
      displayId: z.string(),
      lastUsedAt: instant,
      technicalOwner: z.string().nullable(),
    }),
  ),
  /** Names of the technical owners, 20 at most. */
  technicalOwners: z.array(z.string()),
});
export type Selection = z.infer<typeof selection>;

export const bulkBody = z.strictObject({ ids });
export type BulkInput = z.infer<typeof bulkBody>;

export const takeOverBody = z.strictObject({
  ids,
  /** Id of the admin who becomes the author; the person who asks where absent. */
  author: documentId.optional(),
});
export type TakeOverInput = z.infer<typeof takeOverBody>;

export const bulkResult = z.object({
  done: z.array(documentId),
  failed: z.array(
    z.object({
      id: documentId,
      /** `null` where there is no such key. */
      name: z.string().nullable(),
      code: errorCode,
      message: z.string(),
    }),
  ),
});
export type BulkResult = z.infer<typeof bulkResult>;

const bulk = <const P extends `/${string}`, B extends z.ZodType>(path: P, body: B) =>
  endpoint({ method: 'POST', path, body, response: dataOf(bulkResult) });

export const bulkEndpoints = {
  /**
   * Says what a dialog has to before many keys are stopped; changes nothing.
   *
   * @throws `too_many_keys` beyond `MAX_SELECTION`.
   */
  select: endpoint({
    method: 'POST',
    path: '/keys/selection',
    body: selectionBody,
    response: dataOf(selection),
  }),
  /** Revokes keys, each for itself. */
  revoke: bulk('/keys/bulk-revoke', bulkBody),
  /** Deletes keys, each for itself. */
  delete: bulk('/keys/bulk-delete', bulkBody),
  /** Makes an admin the author of keys, each for itself. */
  takeOver: bulk('/keys/take-over', takeOverBody),
};
