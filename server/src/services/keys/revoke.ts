import type { Core } from '@strapi/strapi';
import { KEY_UID } from '../../../../contracts';
import { nameOfActor, type Actor } from '../actor';
import { getService } from '../get-service';
import { claimKey, requireCurrent, writeKey } from '../key-guards';
import { keyHappenings } from '../key-happenings';
import type { StoredKey } from '../key-reader';

/**
 * Ends a key for good, but keeps it on record; its name is free again.
 *
 * @param revision - The one that whoever decided it has seen.
 */
export const revokeKey = async (
  strapi: Core.Strapi,
  key: StoredKey,
  revision: number,
  actor: Actor,
): Promise<void> => {
  requireCurrent(key, revision);
  await writeKey(strapi, async (trx) => {
    await claimKey(strapi, key, trx);
    await strapi.db
      .query(KEY_UID)
      .update({ where: { id: key.row.id }, data: { revokedByName: nameOfActor(actor) } });
    await getService(strapi, 'credentials').update(
      key.row.id,
      { revokedAt: getService(strapi, 'clock').now() },
      null,
      trx,
    );
    await keyHappenings.revoked(strapi, key, { actor, trx });
  });
};
