import { existsSync } from 'node:fs';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];

/**
 * Where the plugin lies: the nearest folder above that has a `strapi-server.js`. This file runs
 * compiled (`dist/config`) and, when the admin panel is built, as it is (`config`), so the way up
 * differs; and Strapi takes a relative path like `..` for one of its own folders.
 */
const pluginRoot = (folder: string): string =>
  existsSync(path.join(folder, 'strapi-server.js')) ? folder : pluginRoot(path.dirname(folder));

const apiAccess = (env: Env) => ({
  enabled: !env.bool('PLAYGROUND_WITHOUT_API_ACCESS', false),
  resolve: pluginRoot(__dirname),
  config: env.json('PLAYGROUND_API_ACCESS_CONFIG', {}),
});

const usersPermissions = (env: Env) => ({
  enabled: true,
  config: { jwtSecret: env('JWT_SECRET') },
});

const graphql = {
  enabled: true,
  config: { shadowCRUD: true, landingPage: false, depthLimit: 10, defaultLimit: 25, maxLimit: 100 },
};

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => {
  // Strapi registers plugins, and with them their authentication strategies, in this order.
  const last = env.oneOf(
    'PLAYGROUND_PLUGIN_ORDER',
    ['api-access-last', 'users-permissions-last'],
    'api-access-last',
  );
  return last === 'users-permissions-last'
    ? { graphql, 'api-access': apiAccess(env), 'users-permissions': usersPermissions(env) }
    : { graphql, 'users-permissions': usersPermissions(env), 'api-access': apiAccess(env) };
};
