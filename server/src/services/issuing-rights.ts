import type { Core } from '@strapi/strapi';
import type { Settings } from '../../../contracts';
import { ApiAccessError } from '../domain/errors';
import type { Actor } from './actor';
import { assignableRolesOf, isAssignable } from './assignable-roles';
import type { StoredKey } from './key-reader';
import { namingFault, type NamingAction } from './naming';

/**
 * Whoever edits a key, takes it over or has its token could have made it: else a new secret, or a
 * key under one's own name, would be a way around one's rules.
 *
 * @throws ApiAccessError `name_not_allowed` or `role_not_assignable`, of the key as it is stored.
 */
export const requireIssuingRight = async (
  strapi: Core.Strapi,
  settings: Settings,
  actor: Actor,
  { row }: StoredKey,
  action: NamingAction,
): Promise<void> => {
  const fault = await namingFault(strapi, settings, actor, row.name, action);
  // The sentence tells the rule, but no field of the request is at fault.
  if (fault !== null) throw new ApiAccessError(fault.code, [], fault.message);
  if (row.roles.length === 0) return;
  const assignable = await assignableRolesOf(strapi, settings, actor, action);
  if (row.roles.some(({ documentId }) => !isAssignable(assignable, documentId))) {
    throw new ApiAccessError('role_not_assignable');
  }
};
