import { PLUGIN_ID } from '../../../contracts/ids';
import type { ApiAccessCredentials } from '../types';

/** `ctx.state.auth` of a request that a key was let in with. */
export interface ApiAccessAuth {
  readonly strategy: { readonly name: typeof PLUGIN_ID };
  readonly credentials: ApiAccessCredentials;
}

interface AuthLike {
  readonly strategy?: { readonly name?: unknown } | null;
}

/** Whether `ctx.state.auth` is a key's: neither an end user's, nor of one of Strapi's API tokens, nor the public's. */
export const isApiAccess = (auth: unknown): auth is ApiAccessAuth =>
  typeof auth === 'object' && (auth as AuthLike | null)?.strategy?.name === PLUGIN_ID;

/**
 * The key that a request was let in with; `undefined` where it came without one.
 *
 * @param ctx - Context of a controller, a policy or a middleware; in GraphQL, of a resolver.
 */
export const credentialsOf = (ctx: object): ApiAccessCredentials | undefined => {
  const { state } = ctx as { readonly state?: { readonly auth?: unknown } };
  return isApiAccess(state?.auth) ? state.auth.credentials : undefined;
};
