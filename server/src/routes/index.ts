import type { Core } from '@strapi/strapi';
import {
  attentionEndpoint,
  bulkEndpoints,
  activityEndpoints,
  entitlementEndpoint,
  keyEndpoints,
  myTokenEndpoints,
  permissionEndpoints,
  POLICIES,
  roleEndpoints,
  settingsEndpoints,
  strapiTokenEndpoints,
  tagEndpoints,
  usageEndpoints,
  USERS_PERMISSIONS,
  whoamiEndpoint,
} from '../../../contracts';
import { adminRoute, entitlementRoute } from './admin-route';
import { contentRoute } from './content-route';

const admin = [
  adminRoute(keyEndpoints.list, 'keys.list', 'read', 'create-api-access'),
  adminRoute(keyEndpoints.create, 'keys.create', 'create-api-access'),
  adminRoute(
    keyEndpoints.policy,
    'keys.policy',
    'create-api-access',
    'update',
    'regenerate',
    'read',
  ),
  adminRoute(keyEndpoints.counts, 'key-overview.counts', 'read', 'create-api-access'),
  adminRoute(keyEndpoints.people, 'key-overview.people', 'read', 'create-api-access'),
  adminRoute(keyEndpoints.checkName, 'key-overview.checkName', 'create-api-access', 'update'),
  adminRoute(keyEndpoints.export, 'key-overview.export', 'read', 'create-api-access'),
  adminRoute(attentionEndpoint, 'key-overview.attention', 'read', 'create-api-access'),
  adminRoute(bulkEndpoints.select, 'key-bulk.select', 'revoke', 'delete', 'update'),
  adminRoute(bulkEndpoints.revoke, 'key-bulk.revoke', 'revoke'),
  adminRoute(bulkEndpoints.delete, 'key-bulk.delete', 'delete'),
  adminRoute(bulkEndpoints.takeOver, 'key-bulk.takeOver', 'update'),
  adminRoute(keyEndpoints.read, 'keys.read', 'read', 'create-api-access'),
  adminRoute(keyEndpoints.update, 'keys.update', 'update'),
  adminRoute(keyEndpoints.delete, 'keys.delete', 'delete'),
  adminRoute(keyEndpoints.regenerate, 'keys.regenerate', 'regenerate'),
  adminRoute(keyEndpoints.revoke, 'keys.revoke', 'revoke'),
  adminRoute(usageEndpoints.usage, 'usage.usage', 'read', 'create-api-access'),
  adminRoute(usageEndpoints.denials, 'usage.denials', 'read', 'create-api-access'),
  adminRoute(usageEndpoints.permissions, 'usage.permissions', 'get-role'),
  adminRoute(roleEndpoints.list, 'roles.list', 'get-role'),
  adminRoute(roleEndpoints.create, 'roles.create', 'create-role'),
  adminRoute(roleEndpoints.read, 'roles.read', 'get-role'),
  adminRoute(roleEndpoints.update, 'roles.update', 'update-role'),
  adminRoute(roleEndpoints.delete, 'roles.delete', 'delete-role'),
  adminRoute(roleEndpoints.impact, 'roles.impact', 'update-role', 'delete-role'),
  adminRoute(tagEndpoints.list, 'tags.list', 'read', 'create-api-access', 'update', 'manage-tags'),
  adminRoute(tagEndpoints.create, 'tags.create', 'manage-tags'),
  adminRoute(tagEndpoints.read, 'tags.read', 'read', 'create-api-access', 'update', 'manage-tags'),
  adminRoute(tagEndpoints.update, 'tags.update', 'manage-tags'),
  adminRoute(tagEndpoints.delete, 'tags.delete', 'manage-tags'),
  adminRoute(tagEndpoints.merge, 'tags.merge', 'manage-tags'),
  adminRoute(myTokenEndpoints.list, 'my-tokens.list', 'personal'),
  adminRoute(myTokenEndpoints.create, 'my-tokens.create', 'personal'),
  adminRoute(myTokenEndpoints.regenerate, 'my-tokens.regenerate', 'personal'),
  adminRoute(myTokenEndpoints.delete, 'my-tokens.delete', 'personal'),
  adminRoute(
    permissionEndpoints.list,
    'permissions.list',
    'get-role',
    'create-role',
    'update-role',
  ),
  adminRoute(settingsEndpoints.read, 'settings.read', 'settings'),
  adminRoute(settingsEndpoints.update, 'settings.update', 'settings'),
  adminRoute(settingsEndpoints.testRule, 'settings.testRule', 'settings'),
  adminRoute(settingsEndpoints.mail, 'settings.mail', 'settings'),
  adminRoute(settingsEndpoints.testMail, 'settings.testMail', 'settings'),
  adminRoute(strapiTokenEndpoints.list, 'strapi-tokens.list', 'move-strapi-tokens'),
  adminRoute(strapiTokenEndpoints.count, 'strapi-tokens.count', 'move-strapi-tokens'),
  adminRoute(strapiTokenEndpoints.move, 'strapi-tokens.move', 'move-strapi-tokens'),
  adminRoute(strapiTokenEndpoints.moveBack, 'strapi-tokens.moveBack', 'move-strapi-tokens'),
  adminRoute(activityEndpoints.list, 'activity.list', 'activity'),
  adminRoute(activityEndpoints.export, 'activity.export', 'activity'),
  adminRoute(activityEndpoints.people, 'activity.people', 'activity'),
  adminRoute(activityEndpoints.ofKey, 'activity.ofKey', 'read', 'create-api-access'),
  entitlementRoute(entitlementEndpoint, 'entitlement.read'),
];

/** Any valid key may ask what it is; the policy, not a scope, opens the route. */
const ofKeys = [
  {
    ...contentRoute(whoamiEndpoint, 'whoami.read'),
    config: { auth: false, policies: [POLICIES.authenticated] },
  },
];

/** Opened to end users as other content-API actions are: by ticking it in a role of users-permissions. */
const ofEndUsers = (['list', 'create', 'regenerate', 'delete'] as const).map((name) =>
  contentRoute(myTokenEndpoints[name], `personal-tokens.${name}`),
);

const content = ({ strapi }: { strapi: Core.Strapi }) => ({
  type: 'content-api',
  routes: USERS_PERMISSIONS in strapi.plugins ? [...ofKeys, ...ofEndUsers] : ofKeys,
});

export const routes = {
  admin: { type: 'admin', routes: admin },
  'content-api': content,
};
