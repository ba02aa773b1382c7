import {
  keyEndpoints,
  permissionEndpoints,
  roleEndpoints,
  tagEndpoints,
  whoamiEndpoint,
} from '../../../contracts';
import { adminRoute } from './admin-route';

const admin = [
  adminRoute(keyEndpoints.list, 'keys.list', 'read', 'create-api-access'),
  adminRoute(keyEndpoints.create, 'keys.create', 'create-api-access'),
  adminRoute(keyEndpoints.policy, 'keys.policy', 'create-api-access', 'update', 'regenerate'),
  adminRoute(keyEndpoints.read, 'keys.read', 'read', 'create-api-access'),
  adminRoute(keyEndpoints.update, 'keys.update', 'update'),
  adminRoute(keyEndpoints.delete, 'keys.delete', 'delete'),
  adminRoute(keyEndpoints.regenerate, 'keys.regenerate', 'regenerate'),
  adminRoute(keyEndpoints.revoke, 'keys.revoke', 'revoke'),
  adminRoute(roleEndpoints.list, 'roles.list', 'get-role'),
  adminRoute(roleEndpoints.create, 'roles.create', 'create-role'),
  adminRoute(roleEndpoints.read, 'roles.read', 'get-role'),
  adminRoute(roleEndpoints.update, 'roles.update', 'update-role'),
  adminRoute(roleEndpoints.delete, 'roles.delete', 'delete-role'),
  adminRoute(tagEndpoints.list, 'tags.list', 'read', 'create-api-access', 'update', 'manage-tags'),
  adminRoute(tagEndpoints.create, 'tags.create', 'manage-tags'),
  adminRoute(tagEndpoints.read, 'tags.read', 'read', 'create-api-access', 'update', 'manage-tags'),
  adminRoute(tagEndpoints.update, 'tags.update', 'manage-tags'),
  adminRoute(tagEndpoints.delete, 'tags.delete', 'manage-tags'),
  adminRoute(tagEndpoints.merge, 'tags.merge', 'manage-tags'),
  adminRoute(
    permissionEndpoints.list,
    'permissions.list',
    'get-role',
    'create-role',
    'update-role',
  ),
];

/** Any valid key may ask what it is; the policy, not a scope, opens the route. */
const content = [
  {
    method: whoamiEndpoint.method,
    path: whoamiEndpoint.path,
    handler: 'whoami.read',
    config: { auth: false, policies: ['plugin::api-access.authenticated'] },
  },
];

export const routes = {
  admin: { type: 'admin', routes: admin },
  'content-api': { type: 'content-api', routes: content },
};
