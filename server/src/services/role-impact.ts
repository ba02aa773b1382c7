import type { Core } from '@strapi/strapi';
import {
  documentId,
  ROLE_UID,
  USAGE_DAYS,
  type RoleImpact,
  type RoleImpactInput,
} from '../../../contracts';
import { lastDays } from '../domain/days';
import { ApiAccessError } from '../domain/errors';
import { sumOfGrants, type RoleGrant } from '../domain/grants';
import {
  hitKeys,
  removedActions,
  type HitKey,
  type LateUse,
  type Opened,
} from '../domain/role-impact';
import { withoutRole } from '../domain/role-set';
import { readInstantOrNull, readInteger, toIsoOrNull } from '../domain/units';
import { APP, type Actor } from './actor';
import { requireRolesSeen } from './assignable-roles';
import { getService } from './get-service';
import { countKeys } from './linked-keys';
import { permissionsOf, type RoleRow } from './role-row';
import { reading, table } from './storage/database';
import { schemaOf } from './storage/schema';
import { TABLES } from './storage/tables';

/** Keys that are named; the others are only counted. */
const MAX_NAMED = 20;

interface StoredUse extends LateUse {
  readonly roleSet: string;
}

interface UseRow {
  readonly key_id: unknown;
  readonly role_set: string;
  readonly action: string;
  readonly last_used_at: unknown;
}

/** Foretells whom a narrower API role, or its deletion, would hit. */
export const createRoleImpact = ({ strapi }: { strapi: Core.Strapi }) => {
  const roleOf = async (id: string): Promise<RoleRow> => {
    const row = documentId.safeParse(id).success
      ? ((await strapi.db.query(ROLE_UID).findOne({ where: { documentId: id } })) as RoleRow | null)
      : null;
    if (row === null) throw new ApiAccessError('not_found');
    return row;
  };

  /** What the keys that hold a role used in the last days, by any role of theirs. */
  const lateUses = (roleId: number): Promise<StoredUse[]> =>
    reading(strapi, async (trx) => {
      const { keyRoles } = schemaOf(strapi);
      const [since = ''] = lastDays(USAGE_DAYS, getService(strapi, 'clock').now());
      const rows = await table(strapi, `${keyRoles.name} as l`, trx)
        .innerJoin(`${TABLES.credentials} as c`, 'c.key_id', `l.${keyRoles.own}`)
        .innerJoin(`${TABLES.permissionUses} as p`, 'p.key_id', 'c.key_id')
        .leftJoin(`${TABLES.usageTotals} as u`, 'u.key_id', 'c.key_id')
        .where(`l.${keyRoles.other}`, roleId)
        .whereNull('c.revoked_at')
        .where('p.last_day', '>=', since)
        .select<UseRow[]>('c.key_id', 'c.role_set', 'p.action', 'u.last_used_at');
      return rows.map((row) => ({
        keyId: readInteger(row.key_id),
        roleSet: row.role_set,
        action: row.action,
        lastUsedAt: readInstantOrNull(row.last_used_at),
      }));
    });

  /** What keys may do without one role, by their role set. */
  const restsOf = async (
    roleId: number,
    uses: readonly StoredUse[],
  ): Promise<Map<string, Opened>> => {
    const rests = new Map<string, Opened>();
    for (const set of new Set(uses.map(({ roleSet }) => roleSet))) {
      rests.set(set, await getService(strapi, 'abilities').grantsOf(withoutRole(set, roleId)));
    }
    return rests;
  };

  const named = async (hits: readonly HitKey[], actor: Actor): Promise<RoleImpact['keys']> => {
    const ids = hits.map(({ keyId }) => keyId);
    const reader = getService(strapi, 'key-reader');
    const keys = await reader.load({ id: { $in: ids } });
    return hits.flatMap(({ keyId, lastUsedAt, actions }) => {
      const key = keys.find(({ row }) => row.id === keyId);
      if (key === undefined) return [];
      const { id, name, displayId, technicalOwner, owner } = reader.view(key, actor);
      return [
        {
          id,
          name,
          displayId,
          lastUsedAt: toIsoOrNull(lastUsedAt),
          technicalOwner: technicalOwner?.name ?? null,
          owner: owner?.name ?? null,
          actions: [...actions],
        },
      ];
    });
  };

  return {
    /**
     * Whom a change of a role would hit; nothing is changed.
     *
     * @throws ApiAccessError `not_found`; `roles_not_permitted` without `get-role`.
     */
    async of(id: string, { change }: RoleImpactInput, actor: Actor = APP): Promise<RoleImpact> {
      requireRolesSeen(actor);
      const row = await roleOf(id);
      const known = await getService(strapi, 'actions').list();
      const nothing: Opened = sumOfGrants([], known);
      const opened = (role: Pick<RoleGrant, 'kind' | 'permissions' | 'drafts'>): Opened =>
        sumOfGrants([{ code: row.code, name: row.name, ...role }], known);
      const narrowing = {
        before: opened({ ...row, permissions: permissionsOf(row) }),
        after: change === null ? nothing : opened(change),
      };
      const uses = await lateUses(row.id);
      const rests = await restsOf(row.id, uses);
      const hits = hitKeys(narrowing, uses, ({ roleSet }) => rests.get(roleSet) ?? nothing);
      return {
        removed: removedActions(narrowing, known),
        keyCount: (await countKeys(strapi, 'roles', [row.id])).get(row.id) ?? 0,
        hitCount: hits.length,
        keys: actor.can('read') ? await named(hits.slice(0, MAX_NAMED), actor) : [],
      };
    },
  };
};

export type RoleImpactService = ReturnType<typeof createRoleImpact>;
