import type { RequestContext } from './requests';

/** What Strapi's router keeps of the route in `ctx.state.route`. */
export interface RouteState {
  readonly info?: { readonly type?: string };
  readonly config?: { readonly auth?: false | RouteAuth };
}

interface RouteAuth {
  readonly strategies?: readonly unknown[];
  readonly scope?: string | readonly string[];
}

export const routeOf = ({ state }: Pick<RequestContext, 'state'>): RouteState =>
  (state as { route?: RouteState }).route ?? {};
