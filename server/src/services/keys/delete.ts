import type { Core } from '@strapi/strapi';
import { KEY_UID } from '../../../../contracts';
import { ApiAccessError } from '../../domain/errors';
import type { Actor } from '../actor';
import { writeKey } from '../key-guards';
import { keyHappenings } from '../key-happenings';
import type { StoredKey } from '../key-reader';
import { lockRows, table, type Trx } from '../storage/database';
import { schemaOf } from '../storage/schema';
import { TABLES } from '../storage/tables';

/** All that is kept of one key alone; the activity outlives it. */
const OF_THE_KEY = [
  TABLES.credentials,
  TABLES.strapiTokens,
  TABLES.usageDays,
  TABLES.usageTotals,
  TABLES.denials,
  TABLES.permissionUses,
  TABLES.forgedUses,
  TABLES.denialMinutes,
  TABLES.alerts,
  TABLES.notices,
  TABLES.noticeRecipients,
] as const;

/** Removes a key and all that is counted of it, in the transaction of what removes it. */
export const removeKey = async (
  strapi: Core.Strapi,
  { row }: StoredKey,
  trx: Trx,
): Promise<void> => {
  // The key's own row first, as every other write does: two orders would deadlock.
  const held = await lockRows(strapi, schemaOf(strapi).keys, [row.id], 'update', trx);
  if (held !== 1) throw new ApiAccessError('not_found');
  for (const name of OF_THE_KEY) await table(strapi, name, trx).where({ key_id: row.id }).delete();
  await strapi.db.query(KEY_UID).delete({ where: { id: row.id } });
};

export const deleteKey = async (
  strapi: Core.Strapi,
  key: StoredKey,
  actor: Actor,
): Promise<void> => {
  await writeKey(strapi, async (trx) => {
    await removeKey(strapi, key, trx);
    await keyHappenings.deleted(strapi, key, { actor, trx });
  });
};
