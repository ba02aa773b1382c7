import type { GrantableAction } from '../../../contracts';

/** A content-API route, as `strapi.contentAPI.getRoutesMap()` tells it. */
export interface ContentRoute {
  readonly method: string;
  readonly path: string;
  readonly handler: unknown;
  readonly config?: { readonly auth?: unknown };
}

/** `getActionsMap()` of Strapi: for each API its controllers and their actions. */
export type ActionsMap = Readonly<
  Record<string, { readonly controllers: Readonly<Record<string, readonly string[]>> }>
>;

/** Signing in and out through a key makes no sense, and some of these GETs have effects. */
const SIGN_IN = 'plugin::users-permissions.auth.';
/** Reveals the schema of every content type. */
const SCHEMA = 'plugin::content-type-builder.';
/** The plugin's own actions: a key never manages keys, so no API role opens them. */
const OWN = 'plugin::api-access.';

export const isOwnAction = (action: string): boolean => action.startsWith(OWN);

const SAFE_METHODS = new Set(['GET', 'HEAD']);

const actionOfRoute = (api: string, { handler }: ContentRoute): string | null => {
  if (typeof handler !== 'string') return null;
  return handler.startsWith(`${api}.`) ? handler : `${api}.${handler}`;
};

const isReadOnly = (action: string, routes: readonly ContentRoute[]): boolean =>
  !action.startsWith(SIGN_IN) &&
  !action.startsWith(SCHEMA) &&
  routes.length > 0 &&
  routes.every(({ method }) => SAFE_METHODS.has(method.toUpperCase()));

/** An action and its routes; what the database and the schema say of it comes besides. */
export type RoutedAction = Omit<GrantableAction, 'isPublic' | 'relations'>;

/**
 * Every action that can be granted to a key, with its routes.
 *
 * @param apiName - What people call an API, by its uid (`api::article`).
 */
export const grantableActions = (
  actions: ActionsMap,
  routes: Readonly<Record<string, readonly ContentRoute[]>>,
  apiName: (api: string) => string,
): RoutedAction[] =>
  Object.entries(actions).flatMap(([api, { controllers }]) => {
    const apiRoutes = routes[api] ?? [];
    return Object.entries(controllers).flatMap(([controller, names]) =>
      names
        .map((name) => ({ name, action: `${api}.${controller}.${name}` }))
        .filter(({ action }) => !isOwnAction(action))
        .map(({ name, action }) => {
          const own = apiRoutes.filter((route) => actionOfRoute(api, route) === action);
          return {
            action,
            api,
            apiName: apiName(api),
            controller,
            name,
            routes: own.map(({ method, path }) => ({ method: method.toUpperCase(), path })),
            readOnly: isReadOnly(action, own),
          };
        }),
    );
  });
