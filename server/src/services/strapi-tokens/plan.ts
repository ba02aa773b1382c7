import type { Core } from '@strapi/strapi';
import { ROLE_UID, type Settings, type StrapiToken } from '../../../../contracts';
import { ApiAccessError } from '../../domain/errors';
import { nameKeyOf } from '../../domain/names';
import {
  droppedActions,
  freeRole,
  keyNamesOfToken,
  opensTheSame,
  roleOfToken,
  type TokenRole,
} from '../../domain/strapi-token';
import { parseInstant, toIso, toIsoOrNull } from '../../domain/units';
import type { Actor } from '../actor';
import { assignableRolesOf, isAssignable, type AssignableRoles } from '../assignable-roles';
import { getService } from '../get-service';
import { namingFault } from '../naming';
import { permissionsOf, type RoleRow } from '../role-row';
import { reading, table } from '../storage/database';
import { TABLES } from '../storage/tables';
import { actionsOf, instantOfRow, isUntouchedDefault, type StrapiTokenRow } from './rows';

/** The API role of a token's key: one that is there already, or one to be made with it. */
export type PlannedRole = { readonly found: RoleRow } | { readonly made: TokenRole };

/** What becomes of a token. */
export interface MovePlan {
  readonly keyName: string;
  /** `null` where the token opens nothing. */
  readonly role: PlannedRole | null;
  readonly dropped: readonly string[];
  readonly problem: ApiAccessError | null;
}

/** By what a plan is made. */
export interface Planning {
  readonly settings: Settings;
  readonly actor: Actor;
}

export const nameOfRole = (role: PlannedRole): string =>
  'found' in role ? role.found.name : role.made.name;

/** A plan as people see it. */
export const planView = (row: StrapiTokenRow, plan: MovePlan): StrapiToken => ({
  id: row.id,
  name: row.name,
  type: row.type,
  createdAt: toIso(parseInstant(row.createdAt)),
  expiresAt: toIsoOrNull(instantOfRow(row.expiresAt)),
  lastUsedAt: toIsoOrNull(instantOfRow(row.lastUsedAt)),
  isUntouchedDefault: isUntouchedDefault(row),
  keyName: plan.keyName,
  role: plan.role === null ? null : { name: nameOfRole(plan.role), isNew: 'made' in plan.role },
  dropped: [...plan.dropped],
  problem:
    plan.problem === null ? null : { code: plan.problem.code, message: plan.problem.message },
});

/** Which of these names keys have, by what makes two names the same. */
const takenNames = async (
  strapi: Core.Strapi,
  names: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await reading(strapi, (trx) =>
    Promise.resolve(
      table(strapi, TABLES.credentials, trx)
        .whereIn('name_key', names.map(nameKeyOf))
        .select<{ name_key: string }[]>('name_key'),
    ),
  );
  return new Set(rows.map(({ name_key: key }) => key));
};

/** Hands out names of keys: each once, and none that a key has. */
const nameGiver = async (strapi: Core.Strapi, rows: readonly StrapiTokenRow[]) => {
  const taken = new Set(
    await takenNames(
      strapi,
      rows.flatMap(({ name }) => keyNamesOfToken(name)),
    ),
  );
  return ({ name }: StrapiTokenRow): string | null => {
    const free = keyNamesOfToken(name).find((each) => !taken.has(nameKeyOf(each)));
    if (free !== undefined) taken.add(nameKeyOf(free));
    return free ?? null;
  };
};

/** Hands out API roles: one that opens the same where there is one, of this plan or before it. */
const roleGiver = (roles: readonly RoleRow[], grantable: readonly string[]) => {
  const made: TokenRole[] = [];
  return (row: StrapiTokenRow): PlannedRole | null => {
    const wanted = roleOfToken({ ...row, actions: actionsOf(row) }, grantable);
    if (wanted === null) return null;
    const found = roles.find((role) =>
      opensTheSame(wanted, { ...role, permissions: permissionsOf(role) }),
    );
    if (found !== undefined) return { found };
    const again = made.find((role) => opensTheSame(wanted, role));
    if (again !== undefined) return { made: again };
    const role = freeRole(wanted, [...roles, ...made]);
    made.push(role);
    return { made: role };
  };
};

const mayGive = (assignable: AssignableRoles, role: PlannedRole | null): boolean =>
  role === null ||
  assignable === 'all' ||
  ('found' in role && isAssignable(assignable, role.found.documentId));

/**
 * What becomes of tokens, in their order: a plan for many reads as what is done when they are moved
 * one after the other. Changes nothing.
 */
export const plansFor = async (
  strapi: Core.Strapi,
  rows: readonly StrapiTokenRow[],
  { settings, actor }: Planning,
): Promise<MovePlan[]> => {
  const now = getService(strapi, 'clock').now();
  const grantable = (await getService(strapi, 'actions').list()).map(({ action }) => action);
  const assignable = await assignableRolesOf(strapi, settings, actor, 'move-strapi-tokens');
  const nameFor = await nameGiver(strapi, rows);
  const roleFor = roleGiver(
    (await strapi.db.query(ROLE_UID).findMany({ orderBy: { id: 'asc' } })) as RoleRow[],
    grantable,
  );

  const planOf = async (row: StrapiTokenRow): Promise<MovePlan> => {
    const dropped = droppedActions({ ...row, actions: actionsOf(row) }, grantable);
    const failed = (problem: ApiAccessError): MovePlan => ({
      keyName: row.name,
      role: null,
      dropped,
      problem,
    });
    const expiresAt = instantOfRow(row.expiresAt);
    if (expiresAt !== null && expiresAt <= now)
      return failed(new ApiAccessError('strapi_token_expired'));
    const keyName = nameFor(row);
    if (keyName === null) return failed(ApiAccessError.at('name_taken', 'name'));
    const unnamable = await namingFault(strapi, settings, actor, keyName, 'move-strapi-tokens');
    if (unnamable !== null) return failed(unnamable);
    const role = roleFor(row);
    if (!mayGive(assignable, role)) return failed(new ApiAccessError('role_not_assignable'));
    return { keyName, role, dropped, problem: null };
  };

  const plans: MovePlan[] = [];
  for (const row of rows) plans.push(await planOf(row));
  return plans;
};
