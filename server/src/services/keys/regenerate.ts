import type { Core } from '@strapi/strapi';
import {
  KEY_UID,
  regenerateKeyBody,
  type IssuedKey,
  type RegenerateKeyInput,
} from '../../../../contracts';
import { expiryOnIssue } from '../../domain/expiry';
import type { EpochMs } from '../../domain/units';
import { nameOfActor, type Actor } from '../actor';
import { getService } from '../get-service';
import { requireIssuingRight } from '../issuing-rights';
import {
  claimKey,
  requireClearText,
  requireCurrent,
  requireNotPersonal,
  requireRolesRight,
  writeKey,
} from '../key-guards';
import { keyHappenings } from '../key-happenings';
import type { StoredKey } from '../key-reader';
import { parseInput } from '../parse-input';
import { table } from '../storage/database';
import { TABLES } from '../storage/tables';
import { instantOf, viewOf } from './shared';

/** Writes a new secret into a key, and tells its token; the old one is dead with the commit. */
export const renewSecret = async (
  strapi: Core.Strapi,
  key: StoredKey,
  life: { readonly issuedAt: EpochMs; readonly expiresAt: EpochMs | null },
  actor: Actor,
): Promise<IssuedKey> => {
  const { accessId, owner } = key.credential;
  const { token, fields } = await getService(strapi, 'issuing').issue(accessId, owner);
  await writeKey(strapi, async (trx) => {
    await claimKey(strapi, key, trx);
    await strapi.db
      .query(KEY_UID)
      .update({ where: { id: key.row.id }, data: { lastIssuedBy: nameOfActor(actor) } });
    await getService(strapi, 'credentials').update(
      key.row.id,
      { ...fields, ...life },
      undefined,
      trx,
    );
    await table(strapi, TABLES.strapiTokens, trx).where({ key_id: key.row.id }).delete();
    await keyHappenings.regenerated(strapi, key, { actor, trx });
  });
  return { data: await viewOf(strapi, key.row.documentId, actor), token };
};

/** A new secret in a key of the organisation's. */
export const regenerateKey = async (
  strapi: Core.Strapi,
  id: string,
  input: RegenerateKeyInput,
  actor: Actor,
): Promise<IssuedKey> => {
  const body = parseInput(regenerateKeyBody, input);
  const { settings } = await getService(strapi, 'settings').current();
  requireClearText(settings, actor);
  const key = await getService(strapi, 'key-reader').stored(id, actor);
  requireNotPersonal(key);
  requireCurrent(key, body.revision);
  requireRolesRight(key, actor);
  await requireIssuingRight(strapi, settings, actor, key, 'regenerate');
  const issuedAt = getService(strapi, 'clock').now();
  const expiresAt = expiryOnIssue(instantOf(body.expiresAt), issuedAt, settings.expiry);
  return renewSecret(strapi, key, { issuedAt, expiresAt }, actor);
};
