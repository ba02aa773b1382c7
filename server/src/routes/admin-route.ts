import type { AdminAction, Endpoint } from '../../../contracts';

/**
 * An admin route of the plugin. The only way to make one, so none goes without its permission.
 *
 * @param anyOf - Admin permissions of which one opens the route.
 */
export const adminRoute = (
  { method, path }: Endpoint,
  handler: string,
  ...anyOf: readonly [AdminAction, ...AdminAction[]]
) => ({
  method,
  path,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'plugin::api-access.can', config: { anyOf } },
    ],
  },
});
