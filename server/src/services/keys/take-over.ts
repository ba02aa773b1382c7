import type { Core } from '@strapi/strapi';
import { KEY_UID } from '../../../../contracts';
import { ApiAccessError } from '../../domain/errors';
import type { Actor } from '../actor';
import type { AdminUserRow } from '../admin-name';
import { getService } from '../get-service';
import { requireIssuingRight } from '../issuing-rights';
import {
  claimKey,
  requireCurrent,
  requireNotPersonal,
  requireRolesRight,
  writeKey,
} from '../key-guards';
import { keyHappenings } from '../key-happenings';
import type { StoredKey } from '../key-reader';

type Admin = AdminUserRow & { readonly isActive?: boolean; readonly blocked?: boolean };

/**
 * The admin who is to answer for keys: whoever asks, unless another one is named.
 *
 * @throws ApiAccessError `unknown_admin` where that is no active admin.
 */
export const newAuthor = async (
  strapi: Core.Strapi,
  id: string | undefined,
  actor: Actor,
): Promise<AdminUserRow> => {
  const documentId = id ?? actor.user?.documentId;
  const admin =
    documentId === undefined
      ? null
      : ((await strapi.db.query('admin::user').findOne({ where: { documentId } })) as Admin | null);
  if (admin?.isActive !== true || admin.blocked === true)
    throw ApiAccessError.at('unknown_admin', 'author');
  return admin;
};

/** Makes somebody else answer for a key; to that person go its notices. */
export const takeKeyOver = async (
  strapi: Core.Strapi,
  key: StoredKey,
  author: AdminUserRow,
  actor: Actor,
): Promise<void> => {
  requireNotPersonal(key);
  requireCurrent(key, key.row.revision);
  requireRolesRight(key, actor);
  const { settings } = await getService(strapi, 'settings').current();
  await requireIssuingRight(strapi, settings, actor, key, 'update');
  await writeKey(strapi, async (trx) => {
    await claimKey(strapi, key, trx);
    await strapi.db
      .query(KEY_UID)
      .update({ where: { id: key.row.id }, data: { author: author.id } });
    await keyHappenings.takenOver(strapi, key, { actor, trx });
  });
};
