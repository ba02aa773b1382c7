import type { Core } from '@strapi/strapi';
import {
  createKeyBody,
  KEY_UID,
  type CreateKeyInput,
  type IssuedKey,
  type Settings,
} from '../../../../contracts';
import { ApiAccessError } from '../../domain/errors';
import { expiryOnIssue } from '../../domain/expiry';
import { keyTypeOf } from '../../domain/key-type';
import { nameKeyOf, personalNameKeyOf } from '../../domain/names';
import { toRoleSet } from '../../domain/role-set';
import type { EpochMs } from '../../domain/units';
import type { Told } from '../activity';
import { nameOfActor, type Actor } from '../actor';
import type { Owner } from '../credentials';
import { getService } from '../get-service';
import type { SecretFields } from '../issuing';
import { requireIssuingRight } from '../issuing-rights';
import { holdRoles, requireClearText, requireRolesRight, writeKey } from '../key-guards';
import { keyHappenings } from '../key-happenings';
import { resolveRoles, resolveTags } from '../key-links';
import { namingFault } from '../naming';
import { parseInput } from '../parse-input';
import { lockRows, type Trx } from '../storage/database';
import { schemaOf } from '../storage/schema';
import { instantOf, viewOf } from './shared';

/** A key that is about to be written; who may have it so has been decided before. */
export interface NewKey {
  readonly name: string;
  readonly description: string | null;
  /** Row ids of API roles. */
  readonly roles: readonly number[];
  /** Names. */
  readonly tags: readonly string[];
  readonly technicalOwner: CreateKeyInput['technicalOwner'];
  readonly networks: readonly string[];
  readonly rateLimit: CreateKeyInput['rateLimit'];
  readonly issuedAt: EpochMs;
  readonly expiresAt: EpochMs | null;
  /** The person whose personal token it is to be; `null` for an organisation's key. */
  readonly owner: Owner | null;
  /** Row id of the admin who answers for it. */
  readonly author: number | null;
  /** Row id of the key that it is to replace. */
  readonly replaces: number | null;
}

/** Writes a new key into the transaction that makes it, its credential included. */
export const writeNewKey = async (
  strapi: Core.Strapi,
  key: NewKey,
  fields: SecretFields,
  { actor, trx }: Told,
): Promise<{ id: number; documentId: string }> => {
  const by = nameOfActor(actor);
  await holdRoles(strapi, key.roles, trx);
  if (key.replaces !== null) {
    const held = await lockRows(strapi, schemaOf(strapi).keys, [key.replaces], 'share', trx);
    if (held !== 1) throw ApiAccessError.at('not_found', 'replaces');
  }
  const row = (await strapi.db.query(KEY_UID).create({
    data: {
      name: key.name,
      description: key.description,
      type: keyTypeOf(key.owner),
      roles: key.roles,
      tags: await resolveTags(strapi, key.tags, actor, trx),
      author: key.author,
      technicalOwner: key.technicalOwner ?? null,
      createdByName: by,
      lastIssuedBy: by,
      replaces: key.replaces,
      revision: 0,
    },
  })) as { id: number; documentId: string };
  await getService(strapi, 'credentials').insert(
    {
      ...fields,
      keyId: row.id,
      issuedAt: key.issuedAt,
      expiresAt: key.expiresAt,
      revokedAt: null,
      networks: key.networks,
      roleSet: toRoleSet(key.roles),
      rateLimit: key.rateLimit ?? null,
      owner: key.owner,
    },
    key.owner === null ? nameKeyOf(key.name) : personalNameKeyOf(key.owner, key.name),
    trx,
  );
  return row;
};

/**
 * Writes a new key whole or not at all, and tells its token: the only time that it is told.
 *
 * @param guard - Decides, first thing in the transaction, what cannot be decided before it.
 */
export const issueKey = async (
  strapi: Core.Strapi,
  key: NewKey,
  actor: Actor,
  guard?: (trx: Trx) => Promise<void>,
): Promise<IssuedKey> => {
  const issuing = getService(strapi, 'issuing');
  const { token, fields } = await issuing.issue(issuing.newAccessId(), key.owner);
  const created = await writeKey(strapi, async (trx) => {
    await guard?.(trx);
    const { documentId } = await writeNewKey(strapi, key, fields, { actor, trx });
    await keyHappenings.created(strapi, documentId, { actor, trx });
    return documentId;
  });
  return { data: await viewOf(strapi, created, actor), token };
};

/** Row id of the key that a new one is to replace: one that the actor sees, and nobody's own. */
const replacedId = async (
  strapi: Core.Strapi,
  settings: Settings,
  id: string | undefined,
  actor: Actor,
): Promise<number | null> => {
  if (id === undefined) return null;
  const key = await getService(strapi, 'key-reader').find(id, actor);
  if (key === null) throw ApiAccessError.at('not_found', 'replaces');
  if (key.credential.owner !== null) throw ApiAccessError.at('not_owner', 'replaces');
  requireRolesRight(key, actor);
  await requireIssuingRight(strapi, settings, actor, key, 'create-api-access');
  return key.row.id;
};

/** A new key of the organisation's. */
export const createKey = async (
  strapi: Core.Strapi,
  input: CreateKeyInput,
  actor: Actor,
): Promise<IssuedKey> => {
  const body = parseInput(createKeyBody, input);
  const { settings } = await getService(strapi, 'settings').current();
  requireClearText(settings, actor);
  const unnamable = await namingFault(strapi, settings, actor, body.name, 'create-api-access');
  if (unnamable !== null) throw unnamable;
  const issuedAt = getService(strapi, 'clock').now();
  const expiresAt = expiryOnIssue(instantOf(body.expiresAt), issuedAt, settings.expiry);
  const roles =
    body.roles === undefined
      ? []
      : await resolveRoles(strapi, settings, body.roles, actor, 'create-api-access');
  const replaces = await replacedId(strapi, settings, body.replaces, actor);
  return issueKey(
    strapi,
    {
      name: body.name,
      description: body.description ?? null,
      roles,
      tags: body.tags ?? [],
      technicalOwner: body.technicalOwner,
      networks: body.networks ?? [],
      rateLimit: body.rateLimit,
      issuedAt,
      expiresAt,
      owner: null,
      author: actor.user?.id ?? null,
      replaces,
    },
    actor,
  );
};
