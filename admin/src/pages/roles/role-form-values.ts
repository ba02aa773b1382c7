import type {
  CreateRoleInput,
  Role,
  RoleImpactInput,
  RoleKind,
  UpdateRoleInput,
} from '../../../../contracts/roles';

/** The form of a role as it is typed. */
export interface RoleFormValues {
  readonly name: string;
  /** At creation only; empty for one made from the name. */
  readonly code: string;
  readonly description: string;
  readonly kind: RoleKind;
  readonly drafts: boolean;
  /** Granted actions, sorted, also those that no longer exist. */
  readonly permissions: readonly string[];
}

export const EMPTY_ROLE_FORM: RoleFormValues = {
  name: '',
  code: '',
  description: '',
  kind: 'custom',
  drafts: false,
  permissions: [],
};

export const roleFormOf = (role: Role): RoleFormValues => ({
  name: role.name,
  code: role.code,
  description: role.description ?? '',
  kind: role.kind,
  drafts: role.drafts,
  permissions: [...role.permissions].sort(),
});

const LONGEST_NAME = 100;

/**
 * A new role made after another one. Actions that the app no longer has are left out, because a new
 * role may not be given them; the code is made anew.
 *
 * @param nameOf - What a copy is called.
 * @param known - The actions that the app has.
 */
export const copyOfRole = (
  role: Role,
  nameOf: (name: string) => string,
  known: ReadonlySet<string>,
): RoleFormValues => {
  const values = roleFormOf(role);
  return {
    ...values,
    name: nameOf(role.name).slice(0, LONGEST_NAME),
    code: '',
    permissions: values.permissions.filter((action) => known.has(action)),
  };
};

/** Only a custom role lists its actions; the other kinds follow from the routes. */
const permissionsOf = ({ kind, permissions }: RoleFormValues) =>
  kind === 'custom' ? [...permissions] : [];

export const createRoleBodyOf = (values: RoleFormValues): CreateRoleInput => ({
  name: values.name,
  description: values.description,
  kind: values.kind,
  drafts: values.drafts,
  permissions: permissionsOf(values),
  ...(values.code.trim() === '' ? {} : { code: values.code.trim() }),
});

/** What a stored role is to become, as the server weighs it. */
export const roleChangeOf = (values: RoleFormValues): NonNullable<RoleImpactInput['change']> => ({
  kind: values.kind,
  permissions: permissionsOf(values),
  drafts: values.drafts,
});

/** Only what was touched, so that the rest stays as it is. */
export const updateRoleBodyOf = (
  values: RoleFormValues,
  changed: ReadonlySet<keyof RoleFormValues>,
  revision: number,
): UpdateRoleInput => ({
  ...(changed.has('name') ? { name: values.name } : {}),
  ...(changed.has('description') ? { description: values.description } : {}),
  ...(changed.has('kind') ? { kind: values.kind } : {}),
  ...(changed.has('drafts') ? { drafts: values.drafts } : {}),
  ...(changed.has('kind') || changed.has('permissions')
    ? { permissions: permissionsOf(values) }
    : {}),
  revision,
});
