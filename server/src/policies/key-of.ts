import type { Core } from '@strapi/strapi';
import { authOf } from '../auth/instance';
import { RefusedError } from '../auth/refused-error';
import type { RequestContext } from '../auth/requests';
import type { Granted } from '../services/verifier';

/** A policy's context: Koa's own properties, or GraphQL's with Koa's inside. */
export type PolicyContext =
  | (RequestContext & { readonly type: 'koa' })
  | { readonly type: 'graphql'; readonly http: RequestContext };

const requestOf = (ctx: PolicyContext): RequestContext => (ctx.type === 'graphql' ? ctx.http : ctx);

/**
 * The key of a request, whether the strategy has let it in already or the route is `auth: false`.
 * Sets `ctx.state.auth` in the latter case, since Strapi's sanitizers check relations only then.
 *
 * @throws RefusedError where there is no valid key.
 */
export const keyOf = async (strapi: Core.Strapi, ctx: PolicyContext): Promise<Granted> => {
  const { requests, authentication } = authOf(strapi);
  const request = requestOf(ctx);
  const admitted = authentication.grantedOf(request);
  if (admitted !== undefined) return admitted;
  const verification = await requests.verify(request);
  if (verification.outcome === 'refused') throw new RefusedError(verification.refusal);
  authentication.admit(request, verification);
  return verification;
};
