interface ForAdminRole {
  readonly adminRole: string;
}

interface AdminRole {
  readonly id: string;
  readonly name: string;
}

/** Admin roles that a list with one entry for each of them does not name yet. */
export const unusedRoles = <R extends AdminRole>(
  roles: readonly R[],
  list: readonly ForAdminRole[],
): R[] => roles.filter(({ id }) => !list.some(({ adminRole }) => adminRole === id));

export const roleName = (roles: readonly AdminRole[], id: string): string =>
  roles.find((role) => role.id === id)?.name ?? '';

export const replacedAt = <T>(list: readonly T[], at: number, item: T): T[] =>
  list.map((each, index) => (index === at ? item : each));

export const removedAt = <T>(list: readonly T[], at: number): T[] =>
  list.filter((_item, index) => index !== at);
