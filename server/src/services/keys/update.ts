import type { Core } from '@strapi/strapi';
import { KEY_UID, updateKeyBody, type Key, type UpdateKeyInput } from '../../../../contracts';
import { expiryOnEdit } from '../../domain/expiry';
import { nameKeyOf } from '../../domain/names';
import { toRoleSet } from '../../domain/role-set';
import type { Actor } from '../actor';
import { getService } from '../get-service';
import { requireIssuingRight } from '../issuing-rights';
import {
  claimKey,
  holdRoles,
  loosensRate,
  opensNetworks,
  requireCurrent,
  requireNotPersonal,
  requireRolesRight,
  writeKey,
} from '../key-guards';
import { keyHappenings } from '../key-happenings';
import { resolveRoles, resolveTags } from '../key-links';
import { namingFault } from '../naming';
import { parseInput } from '../parse-input';
import { instantOf, viewOf } from './shared';

/** Edits what a key of the organisation's is and may; absent fields stay. */
export const updateKey = async (
  strapi: Core.Strapi,
  id: string,
  input: UpdateKeyInput,
  actor: Actor,
): Promise<Key> => {
  const changes = parseInput(updateKeyBody, input);
  const key = await getService(strapi, 'key-reader').stored(id, actor);
  requireNotPersonal(key);
  requireCurrent(key, changes.revision);
  const { settings } = await getService(strapi, 'settings').current();
  await requireIssuingRight(strapi, settings, actor, key, 'update');
  if (opensNetworks(key, changes.networks) || loosensRate(settings, key, changes.rateLimit)) {
    requireRolesRight(key, actor);
  }
  const now = getService(strapi, 'clock').now();
  const expiresAt = expiryOnEdit(instantOf(changes.expiresAt), key.credential.expiresAt, now);
  const assigned =
    changes.roles === undefined
      ? undefined
      : await resolveRoles(strapi, settings, changes.roles, actor, 'update');
  const { name, description, technicalOwner, networks, rateLimit } = changes;
  const unnamable =
    name === undefined ? null : await namingFault(strapi, settings, actor, name, 'update');
  if (unnamable !== null) throw unnamable;
  await writeKey(strapi, async (trx) => {
    await claimKey(strapi, key, trx);
    await holdRoles(strapi, assigned ?? [], trx);
    await strapi.db.query(KEY_UID).update({
      where: { id: key.row.id },
      data: {
        ...(name === undefined ? {} : { name }),
        ...(description === undefined ? {} : { description }),
        ...(technicalOwner === undefined ? {} : { technicalOwner }),
        ...(assigned === undefined ? {} : { roles: assigned }),
        ...(changes.tags === undefined
          ? {}
          : { tags: await resolveTags(strapi, changes.tags, actor, trx) }),
      },
    });
    await getService(strapi, 'credentials').update(
      key.row.id,
      {
        expiresAt,
        ...(networks === undefined ? {} : { networks }),
        ...(rateLimit === undefined ? {} : { rateLimit }),
        ...(assigned === undefined ? {} : { roleSet: toRoleSet(assigned) }),
      },
      name === undefined ? undefined : nameKeyOf(name),
      trx,
    );
    await keyHappenings.updated(strapi, key, { actor, trx });
  });
  return viewOf(strapi, id, actor);
};
