/** Where the pages of API roles are; `index.ts` registers the first part with Strapi. */
const ROLES_PATH = '/settings/api-access-roles';

export const rolePaths = {
  list: ROLES_PATH,
  create: `${ROLES_PATH}/create`,
  /** A new role, filled in as another one is. */
  duplicate: (id: string) => `${ROLES_PATH}/create?from=${encodeURIComponent(id)}`,
  edit: (id: string) => `${ROLES_PATH}/${encodeURIComponent(id)}`,
};
