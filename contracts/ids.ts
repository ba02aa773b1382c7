/** The plugin's id: its config key, its admin path and the prefix of its permission uids. */
export const PLUGIN_ID = 'api-access';

/**
 * Uids of the stored content types. They stand in Strapi's `admin::` namespace because that is
 * the only one that export, import and transfer leave alone (`@strapi/data-transfer`).
 */
export const KEY_UID = 'admin::api-access';
export const ROLE_UID = 'admin::api-access-role';
export const TAG_UID = 'admin::api-access-tag';

/** The policies for an app's routes, as a route names them. */
export const POLICIES = {
  authenticated: 'plugin::api-access.authenticated',
  hasRole: 'plugin::api-access.has-role',
} as const;

/** The plugin of Strapi that knows the app's end users, and the strategy they sign in with. */
export const USERS_PERMISSIONS = 'users-permissions';

/** Admin permissions (RBAC) of the plugin: last segment of the uid, and the name people see. */
export const ADMIN_ACTIONS = {
  read: 'Read API keys',
  'create-api-access': 'createApiAccess: create API keys',
  update: 'Edit API keys',
  regenerate: 'Regenerate API keys',
  revoke: 'Revoke API keys',
  delete: 'Delete API keys',
  'get-role': 'getRole: see and assign API roles',
  'create-role': 'Create API roles',
  'update-role': 'Edit API roles',
  'delete-role': 'Delete API roles',
  'manage-tags': 'Manage tags',
  personal: 'Hold personal tokens',
  activity: 'See and export the activity',
  settings: 'Change Rules & notices',
  'move-strapi-tokens': 'Move Strapi API tokens here',
} as const;

export type AdminAction = keyof typeof ADMIN_ACTIONS;

export type AdminActionUid<A extends AdminAction = AdminAction> = `plugin::api-access.${A}`;

/** The uid under which Strapi's permission engine knows an action. */
export const actionUid = <A extends AdminAction>(action: A): AdminActionUid<A> =>
  `plugin::${PLUGIN_ID}.${action}`;

/** Whether a string read from outside names one of the plugin's admin actions. */
export const isAdminAction = (value: string): value is AdminAction =>
  Object.hasOwn(ADMIN_ACTIONS, value);
