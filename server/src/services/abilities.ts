import type { Core } from '@strapi/strapi';
import { LRUCache } from 'lru-cache';
import { ROLE_UID } from '../../../contracts';
import { sumOfGrants, type Grants, type RoleGrant } from '../domain/grants';
import { fromRoleSet, type RoleSet } from '../domain/role-set';
import { getService } from './get-service';
import { pluginConfig } from './plugin-config';

type Ability = Awaited<
  ReturnType<Core.Strapi['contentAPI']['permissions']['engine']['generateAbility']>
>;

/** A role set made ready for requests. Shared between requests: never change it. */
export interface CompiledGrants extends Grants {
  /** What Strapi and other plugins ask, as of any content-API strategy. */
  readonly ability: Ability;
}

/** Compiled abilities by role set and epoch: an entry can be old, but then no request asks for it. */
export const createAbilities = ({ strapi }: { strapi: Core.Strapi }) => {
  const cache = new LRUCache<string, Promise<CompiledGrants>>({
    max: pluginConfig(strapi).abilityCacheSize,
  });

  const compile = async (roleSet: RoleSet): Promise<CompiledGrants> => {
    const ids = fromRoleSet(roleSet);
    const roles =
      ids.length === 0
        ? []
        : ((await strapi.db
            .query(ROLE_UID)
            .findMany({ where: { id: { $in: ids } } })) as RoleGrant[]);
    const known = await getService(strapi, 'actions').list();
    const grants = sumOfGrants(
      roles.map((role) => ({
        ...role,
        permissions: Array.isArray(role.permissions) ? role.permissions : [],
      })),
      known,
    );
    const actions = grants.full ? known.map(({ action }) => action) : [...grants.actions];
    const ability = await strapi.contentAPI.permissions.engine.generateAbility(
      actions.map((action) => ({ action })),
    );
    return { ...grants, ability };
  };

  return {
    /**
     * @param epoch - Read before the roles are: should they change in between, what is compiled
     *   lies under an epoch that no later request has.
     */
    of(roleSet: RoleSet, epoch: string): Promise<CompiledGrants> {
      const name = `${epoch} ${roleSet}`;
      const found = cache.get(name);
      if (found !== undefined) return found;
      const compiled = compile(roleSet);
      cache.set(name, compiled);
      compiled.catch(() => cache.delete(name));
      return compiled;
    },
  };
};

export type Abilities = ReturnType<typeof createAbilities>;
