import type { Core } from '@strapi/strapi';
import { ApiAccessError } from '../../domain/errors';
import { toIsoOrNull } from '../../domain/units';
import type { Actor } from '../actor';
import { claimKey, requireCurrent, writeKey } from '../key-guards';
import { keyHappenings } from '../key-happenings';
import type { StoredKey } from '../key-reader';
import { removeKey } from '../keys/delete';
import { table } from '../storage/database';
import { TABLES } from '../storage/tables';
import { strapiTokenRows, type OriginalToken } from './rows';

interface KeptToken {
  readonly access_key: string;
  readonly original: string;
}

/**
 * Puts the API token that a key goes by back into Strapi's own table, with what it opened there, and
 * removes the key: all in one transaction. Its expiry and last use are the key's.
 *
 * @throws ApiAccessError `key_revoked`; `strapi_token_replaced` where the key was regenerated;
 *   `strapi_name_taken`.
 */
export const moveTokenBack = async (
  strapi: Core.Strapi,
  key: StoredKey,
  actor: Actor,
): Promise<void> => {
  requireCurrent(key, key.row.revision);
  await writeKey(strapi, async (trx) => {
    // A regeneration or revocation at the same moment is told apart by the revision.
    await claimKey(strapi, key, trx);
    const kept = await table(strapi, TABLES.strapiTokens, trx)
      .where({ key_id: key.row.id })
      .first<KeptToken | undefined>('access_key', 'original');
    if (kept === undefined) throw new ApiAccessError('strapi_token_replaced');
    const original = JSON.parse(kept.original) as OriginalToken;
    const rows = strapiTokenRows(strapi);
    if (await rows.hasName(original.name)) throw new ApiAccessError('strapi_name_taken');
    await rows.create(kept.access_key, {
      ...original,
      expiresAt: toIsoOrNull(key.credential.expiresAt),
      lastUsedAt: key.usage.lastUsedAt ?? original.lastUsedAt,
    });
    await removeKey(strapi, key, trx);
    await keyHappenings.movedBack(strapi, key, { actor, trx });
  });
};
