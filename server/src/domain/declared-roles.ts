import type { DeclaredRole } from '../../../contracts';
import { nameKeyOf } from './names';
import { actionsOfKind } from './role-actions';

/** What of an API role a declaration decides. */
export type RoleContent = Pick<DeclaredRole, 'name' | 'kind' | 'permissions' | 'drafts'> & {
  readonly description: string | null;
};

/** An API role as it is stored. */
export interface StoredRole extends RoleContent {
  readonly code: string;
}

/** A stored role that differs from its declaration, or is told to be declared from now on. */
export interface RoleChange<Role extends StoredRole> {
  readonly role: Role;
  /** Absent where the role is as declared already. */
  readonly content?: RoleContent;
  /** Somebody made it by hand before it was declared. */
  readonly isTakenOver: boolean;
}

/** A name that a role has which is not declared. */
export interface NameConflict {
  readonly declared: DeclaredRole;
  readonly holder: StoredRole;
}

export interface RolePlan<Role extends StoredRole> {
  /** Nothing can be done while there are any. */
  readonly conflicts: readonly NameConflict[];
  readonly created: readonly (RoleContent & { readonly code: string })[];
  readonly changed: readonly RoleChange<Role>[];
  /** Roles that were declared before and are no longer; they stay as they are. */
  readonly released: readonly Role[];
  /** Codes to keep in mind until the next boot; `null` where they are those of the last one. */
  readonly remember: readonly string[] | null;
}

const contentOf = ({ name, description, kind, permissions, drafts }: RoleContent) => ({
  name,
  description,
  kind,
  permissions: actionsOfKind(kind, permissions),
  drafts,
});

const isSame = (one: RoleContent, other: RoleContent): boolean =>
  JSON.stringify(contentOf(one)) === JSON.stringify(contentOf(other));

/**
 * What a boot has to do so that the stored roles are as the config declares them.
 *
 * @param remembered - Codes that were declared at the last boot.
 */
export const planOf = <Role extends StoredRole>(
  declared: readonly DeclaredRole[],
  stored: readonly Role[],
  remembered: readonly string[],
): RolePlan<Role> => {
  const byCode = new Map(stored.map((role) => [role.code, role]));
  const known = new Set(remembered);
  const codes = new Set(declared.map(({ code }) => code));
  // A declared role with the name of another one is renamed itself.
  const others = new Map(
    stored.filter(({ code }) => !codes.has(code)).map((role) => [nameKeyOf(role.name), role]),
  );
  const conflicts: NameConflict[] = [];
  const created: (RoleContent & { code: string })[] = [];
  const changed: RoleChange<Role>[] = [];
  for (const wanted of declared) {
    const content = contentOf({ ...wanted, description: wanted.description ?? null });
    const holder = others.get(nameKeyOf(wanted.name));
    if (holder !== undefined) conflicts.push({ declared: wanted, holder });
    const role = byCode.get(wanted.code);
    if (role === undefined) {
      created.push({ code: wanted.code, ...content });
      continue;
    }
    const isTakenOver = !known.has(wanted.code);
    if (!isSame(role, content)) changed.push({ role, content, isTakenOver });
    else if (isTakenOver) changed.push({ role, isTakenOver });
  }
  const isRemembered = codes.size === known.size && [...codes].every((code) => known.has(code));
  return {
    conflicts,
    created,
    changed,
    released: stored.filter(({ code }) => known.has(code) && !codes.has(code)),
    remember: isRemembered ? null : [...codes].sort(),
  };
};
