import type { Core } from '@strapi/strapi';
import { ROLE_UID, TAG_UID, type Settings } from '../../../contracts';
import { ApiAccessError } from '../domain/errors';
import { nameKeyOf } from '../domain/names';
import type { Actor } from './actor';
import { requireAssignable } from './assignable-roles';
import type { NamingAction } from './naming';
import { lockRows, type Trx } from './storage/database';
import { schemaOf } from './storage/schema';
import { createTag } from './new-tag';

interface Found {
  readonly id: number;
  readonly documentId: string;
  readonly code: string;
}

/**
 * Row ids of the API roles that an input names, by id or by code.
 *
 * @throws ApiAccessError `roles_not_permitted` without `get-role`; `unknown_role` or
 * `role_not_assignable` at its place.
 */
export const resolveRoles = async (
  strapi: Core.Strapi,
  settings: Settings,
  names: readonly string[],
  actor: Actor,
  action: Extract<NamingAction, 'create-api-access' | 'update'>,
): Promise<number[]> => {
  if (names.length === 0 && actor.can('get-role')) return [];
  if (!actor.can('get-role')) throw ApiAccessError.at('roles_not_permitted', 'roles');
  const found = (await strapi.db.query(ROLE_UID).findMany({
    where: { $or: [{ documentId: { $in: names } }, { code: { $in: names } }] },
  })) as Found[];
  const roles = names.map((name, at) => {
    const role =
      found.find(({ documentId }) => documentId === name) ??
      found.find(({ code }) => code === name);
    if (role === undefined) throw ApiAccessError.at('unknown_role', 'roles', at);
    return role;
  });
  await requireAssignable(
    strapi,
    settings,
    actor,
    roles.map(({ documentId }) => documentId),
    action,
  );
  return roles.map(({ id }) => id);
};

/**
 * Row ids of tags by name; new ones are made. Call it inside the transaction of the key.
 *
 * @throws ApiAccessError `tags_not_permitted` where a new one is needed and not allowed.
 */
export const resolveTags = async (
  strapi: Core.Strapi,
  names: readonly string[],
  actor: Actor,
  trx: Trx,
): Promise<number[]> => {
  const tags = strapi.db.query(TAG_UID);
  const ids = new Set<number>();
  for (const [at, name] of names.entries()) {
    const nameKey = nameKeyOf(name);
    const found = (await tags.findOne({ where: { nameKey } })) as { id: number } | null;
    if (found === null && !actor.can('manage-tags'))
      throw ApiAccessError.at('tags_not_permitted', 'tags', at);
    const tag = found ?? (await createTag(strapi, name, { actor, trx }));
    ids.add(tag.id);
  }
  // Held, so that a tag which is being deleted is made anew by the next try and not linked to.
  const held = await lockRows(strapi, schemaOf(strapi).tags, [...ids], 'share', trx);
  if (held < ids.size) throw ApiAccessError.at('unknown_tag', 'tags');
  return [...ids];
};
