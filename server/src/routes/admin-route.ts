import { ADMIN_ACTIONS, type AdminAction, type Endpoint, isAdminAction } from '../../../contracts';

const guarded = (
  { method, path }: Endpoint,
  handler: string,
  anyOf: readonly AdminAction[],
  besides: readonly string[] = [],
) => ({
  method,
  path,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'plugin::api-access.can', config: { anyOf } },
      ...besides,
    ],
  },
});

/**
 * An admin route of the plugin. The only way to make one that does or shows anything, so none goes
 * without its permission, nor around the config's `entitlement`.
 *
 * @param anyOf - Admin permissions of which one opens the route.
 */
export const adminRoute = (
  contract: Endpoint,
  handler: string,
  ...anyOf: readonly [AdminAction, ...AdminAction[]]
) => guarded(contract, handler, anyOf, ['plugin::api-access.entitled']);

/** The route that says whether one is entitled: open to those who are not, with any permission. */
export const entitlementRoute = (contract: Endpoint, handler: string) =>
  guarded(contract, handler, Object.keys(ADMIN_ACTIONS).filter(isAdminAction));
