import type { GrantableAction, Role } from '../../contracts';

/** `api::article.article.find`, read-only where its name says so. */
export const anAction = (
  uid: string,
  { apiName, ...rest }: Partial<GrantableAction> = {},
): GrantableAction => {
  const [api = '', controller = '', name = ''] = uid.split('.');
  return {
    action: uid,
    api,
    apiName: apiName ?? controller,
    controller,
    name,
    routes: [{ method: name === 'find' ? 'GET' : 'POST', path: `/api/${controller}s` }],
    readOnly: name === 'find',
    isPublic: false,
    relations: [],
    ...rest,
  };
};

export const aRole = (role: Partial<Role> = {}): Role => ({
  id: 'role-1',
  code: 'reader',
  name: 'Reader',
  description: null,
  kind: 'custom',
  permissions: ['api::article.article.find'],
  drafts: false,
  keyCount: 2,
  assignable: true,
  declared: false,
  createdAt: '2030-01-01T00:00:00.000Z',
  updatedAt: '2030-01-01T00:00:00.000Z',
  revision: 3,
  ...role,
});
