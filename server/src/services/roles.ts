import type { Core } from '@strapi/strapi';
import {
  createRoleBody,
  documentId,
  ROLE_UID,
  updateRoleBody,
  type CreateRoleInput,
  type ListRolesQuery,
  type Pagination,
  type Role,
  type RoleKind,
  type UpdateRoleInput,
} from '../../../contracts';
import { ApiAccessError } from '../domain/errors';
import { codeFromName } from '../domain/names';
import { actionsOfKind } from '../domain/role-actions';
import { withoutRole } from '../domain/role-set';
import { APP, type Actor, type OnBehalf } from './actor';
import {
  assignableRolesOf,
  ISSUING,
  isAssignable,
  requireRoleEditable,
  requireRolesSeen,
  type AssignableRoles,
} from './assignable-roles';
import { getService, serviceOnce } from './get-service';
import { countKeys, nameContains } from './linked-keys';
import { parseInput } from './parse-input';
import { permissionsOf, type RoleRow } from './role-row';
import { createRoleHappenings } from './role-happenings';
import { insertRole, rewriteRole } from './role-writes';
import {
  isUniqueViolation,
  table,
  transaction,
  violates,
  type Trx,
  lockRows,
} from './storage/database';
import { schemaOf } from './storage/schema';
import { TABLES } from './storage/tables';

interface Seen {
  readonly keyCount: number;
  readonly assignable: AssignableRoles;
  readonly declared: boolean;
}

const view = (row: RoleRow, { keyCount, assignable, declared }: Seen): Role => ({
  id: row.documentId,
  code: row.code,
  name: row.name,
  description: row.description,
  kind: row.kind,
  permissions: permissionsOf(row),
  drafts: row.drafts,
  keyCount,
  assignable: isAssignable(assignable, row.documentId),
  declared,
  createdAt: new Date(row.createdAt).toISOString(),
  updatedAt: new Date(row.updatedAt).toISOString(),
  revision: row.revision,
});

const explained = (error: unknown): unknown => {
  if (violates(error, 'api_access_roles', 'code'))
    return ApiAccessError.at('role_code_taken', 'code');
  return isUniqueViolation(error) ? ApiAccessError.at('role_name_taken', 'name') : error;
};

/**
 * API roles: named sets of content-API permissions. Every change renews the epoch in its own
 * transaction, so that it holds on every node with the commit.
 */
export const createRoles = ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = () => strapi.db.query(ROLE_UID);
  const epoch = getService(strapi, 'epoch');
  const declared = serviceOnce(strapi, 'declared-roles');
  const happenings = createRoleHappenings({ strapi });
  const currentSettings = async () => (await getService(strapi, 'settings').current()).settings;

  const changing = async <T>(run: (trx: Trx) => Promise<T>): Promise<T> => {
    try {
      return await transaction(strapi, async (trx) => {
        const result = await run(trx);
        await epoch.renew(trx);
        return result;
      });
    } catch (error) {
      throw explained(error);
    }
  };

  const stored = async (id: string): Promise<RoleRow> => {
    const row = documentId.safeParse(id).success
      ? ((await rows().findOne({ where: { documentId: id } })) as RoleRow | null)
      : null;
    if (row === null) throw new ApiAccessError('not_found');
    return row;
  };

  const viewed = async (row: RoleRow, actor: Actor): Promise<Role> =>
    view(row, {
      keyCount: (await countKeys(strapi, 'roles', [row.id])).get(row.id) ?? 0,
      assignable: await assignableRolesOf(strapi, await currentSettings(), actor, ...ISSUING),
      declared: declared().has(row.code),
    });

  /** Only a custom role names actions; those it holds already may stay though their route is gone. */
  const checked = async (
    kind: RoleKind,
    wanted: readonly string[],
    held: readonly string[],
  ): Promise<string[]> => {
    const known = new Set((await getService(strapi, 'actions').list()).map(({ action }) => action));
    for (const [at, action] of wanted.entries()) {
      if (!known.has(action) && !held.includes(action)) {
        throw ApiAccessError.at('unknown_action', 'permissions', at);
      }
    }
    return actionsOfKind(kind, wanted);
  };

  /** A code made from the name; a number is added where it is taken. */
  const freeCode = async (name: string): Promise<string> => {
    const base = codeFromName(name);
    for (let n = 1; ; n += 1) {
      const suffix = n === 1 ? '' : `-${n}`;
      const code = `${base.slice(0, 64 - suffix.length)}${suffix}`;
      if ((await rows().count({ where: { code } })) === 0) return code;
    }
  };

  return {
    async list(
      query: ListRolesQuery,
      { actor = APP }: OnBehalf = {},
    ): Promise<{ data: Role[]; meta: { pagination: Pagination; mayCreate: boolean } }> {
      const { page, pageSize, search, sort } = query;
      const [field = 'name', direction = 'asc'] = sort.split(':');
      const where = nameContains(search);
      const total = await rows().count({ where });
      const found = (await rows().findMany({
        where,
        orderBy: [{ [field]: direction }, { id: direction }],
        limit: pageSize,
        offset: (page - 1) * pageSize,
      })) as RoleRow[];
      const counts = await countKeys(
        strapi,
        'roles',
        found.map(({ id }) => id),
      );
      const settings = await currentSettings();
      const assignable = await assignableRolesOf(strapi, settings, actor, ...ISSUING);
      const creatable = await assignableRolesOf(strapi, settings, actor, 'create-role');
      return {
        data: found.map((row) =>
          view(row, {
            keyCount: counts.get(row.id) ?? 0,
            assignable,
            declared: declared().has(row.code),
          }),
        ),
        meta: {
          pagination: { page, pageSize, total, pageCount: Math.ceil(total / pageSize) },
          mayCreate: creatable === 'all' && actor.can('create-role'),
        },
      };
    },

    read: async (id: string, { actor = APP }: OnBehalf = {}): Promise<Role> =>
      viewed(await stored(id), actor),

    async create(input: CreateRoleInput, { actor = APP }: OnBehalf = {}): Promise<Role> {
      const { name, code, description, kind, permissions, drafts } = parseInput(
        createRoleBody,
        input,
      );
      await requireRoleEditable(strapi, actor, null, 'create-role');
      const granted = await checked(kind, permissions, []);
      const chosen = code ?? (await freeCode(name));
      const row = await changing(async (trx) => {
        const created = await insertRole(strapi, {
          name,
          code: chosen,
          description: description ?? null,
          kind,
          permissions: granted,
          drafts,
        });
        await happenings.created(created, { actor, trx });
        return created;
      });
      return viewed(row, actor);
    },

    async update(
      id: string,
      input: UpdateRoleInput,
      { actor = APP }: OnBehalf = {},
    ): Promise<Role> {
      const { revision, permissions, kind, ...rest } = parseInput(updateRoleBody, input);
      requireRolesSeen(actor);
      const row = await stored(id);
      await requireRoleEditable(strapi, actor, row.documentId, 'update-role');
      declared().requireUndeclared(row);
      // What follows is decided about the revision that was read, so only that one may be written.
      if (row.revision !== revision) throw new ApiAccessError('revision_conflict');
      const newKind = kind ?? row.kind;
      const held = permissionsOf(row);
      const granted = await checked(newKind, permissions ?? held, held);
      await changing(async (trx) => {
        const content = { ...rest, kind: newKind, permissions: granted };
        const after = await rewriteRole(strapi, { id: row.id, revision }, content, trx);
        await happenings.updated(row, after, { actor, trx });
      });
      return viewed(await stored(id), actor);
    },

    /** Keys that hold the role lose what it allowed at once; the answer tells how many there were. */
    async delete(id: string, { actor = APP }: OnBehalf = {}): Promise<Role> {
      requireRolesSeen(actor);
      const row = await stored(id);
      await requireRoleEditable(strapi, actor, row.documentId, 'delete-role');
      declared().requireUndeclared(row);
      const before = await viewed(row, actor);
      await changing(async (trx) => {
        // First: whoever is just assigning this role holds its row, and is waited for.
        const held = await lockRows(strapi, schemaOf(strapi).roles, [row.id], 'update', trx);
        if (held !== 1) throw new ApiAccessError('not_found');
        await rows().delete({ where: { id: row.id } });
        const credentials = () => table(strapi, TABLES.credentials, trx);
        const sets = await credentials().distinct<{ role_set: string }[]>('role_set');
        for (const { role_set: set } of sets) {
          const rest = withoutRole(set, row.id);
          if (rest !== set) await credentials().where({ role_set: set }).update({ role_set: rest });
        }
        await happenings.deleted(row, before.keyCount, { actor, trx });
      });
      return before;
    },
  };
};

export type Roles = ReturnType<typeof createRoles>;
