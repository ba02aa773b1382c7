import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { LRUCache } from 'lru-cache';
import { ROLE_UID } from '../../../contracts';
import { boundByOwner, sumOfGrants, type Grants, type RoleGrant } from '../domain/grants';
import { fromRoleSet, type RoleSet } from '../domain/role-set';
import { getService } from './get-service';
import { pluginConfig } from './plugin-config';
import { within } from './within';

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
  const { abilityCacheSize, verifyTimeoutMs } = pluginConfig(strapi);
  const cache = new LRUCache<string, CompiledGrants>({ max: abilityCacheSize });
  const running = new Map<string, Promise<CompiledGrants>>();
  const tooLate = () => new Error(`no API roles were read within ${String(verifyTimeoutMs)} ms`);

  /** Reads the roles anew, with what they allow at this moment. */
  const grantsOf = async (roleSet: RoleSet): Promise<Grants> => {
    const ids = fromRoleSet(roleSet);
    const roles =
      ids.length === 0
        ? []
        : ((await strapi.db
            .query(ROLE_UID)
            .findMany({ where: { id: { $in: ids } } })) as RoleGrant[]);
    return sumOfGrants(
      roles.map((role) => ({
        ...role,
        permissions: Array.isArray(role.permissions) ? role.permissions : [],
      })),
      await getService(strapi, 'actions').list(),
    );
  };

  const compile = async (grants: Grants): Promise<CompiledGrants> => {
    const known = await getService(strapi, 'actions').list();
    const actions = grants.full ? known.map(({ action }) => action) : [...grants.actions];
    const ability = await strapi.contentAPI.permissions.engine.generateAbility(
      actions.map((action) => ({ action })),
    );
    return { ...grants, ability };
  };

  const made = (
    name: string,
    read: () => Promise<Grants>,
  ): CompiledGrants | Promise<CompiledGrants> => {
    const known = cache.get(name);
    if (known !== undefined) return known;
    // Within a transaction SQLite has no connection left for a read that others began outside it, and
    // what is read there may not hold for them.
    if (strapi.db.inTransaction()) return read().then(compile);
    const found = running.get(name);
    if (found !== undefined) return found;
    const compiled = (async () => {
      try {
        // A read that is never answered must not stay what all later requests wait for.
        const grants = await within(verifyTimeoutMs, read().then(compile), tooLate);
        cache.set(name, grants);
        return grants;
      } finally {
        running.delete(name);
      }
    })();
    running.set(name, compiled);
    return compiled;
  };

  return {
    grantsOf,

    /**
     * What a role set allows: at once where that was asked for before.
     *
     * @param epoch - Read before the roles are: should they change in between, what is compiled
     *   lies under an epoch that no later request has.
     */
    of: (roleSet: RoleSet, epoch: string): CompiledGrants | Promise<CompiledGrants> =>
      made(`${epoch} ${roleSet}`, () => grantsOf(roleSet)),

    /**
     * The same, bound by what the owner of a token may do.
     *
     * @param owned - The owner's actions, read for this request: they have no epoch of their own.
     */
    within(
      roleSet: RoleSet,
      epoch: string,
      owned: ReadonlySet<string>,
    ): CompiledGrants | Promise<CompiledGrants> {
      const digest = createHash('sha256')
        .update([...owned].sort().join('\n'))
        .digest('hex');
      return made(`${epoch} ${roleSet} ${digest}`, async () =>
        boundByOwner(await grantsOf(roleSet), owned, await getService(strapi, 'actions').list()),
      );
    },
  };
};

export type Abilities = ReturnType<typeof createAbilities>;
