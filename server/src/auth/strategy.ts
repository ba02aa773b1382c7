import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { missingActions } from '../domain/grants';
import { REFUSAL_ANSWERS, refusalDetails } from '../domain/refusals';
import { PLUGIN_ID } from '../../../contracts';
import { serviceOnce } from '../services/get-service';
import type { Granted } from '../services/verifier';
import { RefusedError } from './refused-error';
import type { RequestContext, Requests } from './requests';
import { routeOf } from './route-state';

/** What stands in `ctx.state.auth` after a key was let in. */
export interface KeyAuth {
  readonly strategy: KeyStrategy;
  readonly credentials: Granted['credentials'];
  readonly ability: Granted['grants']['ability'];
}

interface VerifyConfig {
  readonly scope?: string | readonly string[];
}

export interface KeyStrategy {
  readonly name: typeof PLUGIN_ID;
  authenticate(ctx: RequestContext): Promise<unknown>;
  verify(auth: KeyAuth, config: VerifyConfig): void;
}

const scopeOf = (config: VerifyConfig | undefined): readonly string[] => {
  const scope = config?.scope ?? [];
  return typeof scope === 'string' ? [scope] : scope;
};

/** What a request was let in with. */
interface Admission {
  readonly granted: Granted;
  readonly ctx: RequestContext;
}

/**
 * The strategy of content-API routes (`strapi.get('auth').register`). Its `verify` is asked for
 * the route's scope, and by Strapi's sanitizers for every relation.
 */
export const createAuthentication = (strapi: Core.Strapi, requests: Requests) => {
  const drafts = serviceOnce(strapi, 'drafts');
  // Credentials are made anew for each request; what they stand for is kept aside, out of reach of
  // whatever reads `ctx.state.auth`.
  const admissions = new WeakMap<object, Admission>();

  const admission = (ctx: RequestContext, granted: Granted) => {
    const { credentials, grants } = granted;
    admissions.set(credentials, { granted, ctx });
    return { credentials, ability: grants.ability };
  };

  const requireScope = ({ grants, credentials }: Granted, scope: readonly string[]): void => {
    const missing = missingActions(grants, scope);
    if (missing.length === 0) return;
    const { accessId } = credentials;
    throw new RefusedError({ code: 'insufficient_scope', required: missing, accessId });
  };

  const requirePublished = (
    { grants, credentials }: Granted,
    query: object,
    uid: string | null,
  ) => {
    if (grants.drafts) return;
    const params = query as Readonly<Record<string, unknown>>;
    if (!drafts().areAskedFor(params, uid)) return;
    throw new RefusedError({ code: 'drafts_not_allowed', accessId: credentials.accessId });
  };

  /** The query of a request is judged with its own route, not with every call of a sanitizer. */
  const requirePublishedRoute = ({ granted, ctx }: Admission, config: VerifyConfig): void => {
    if (granted.grants.drafts) return;
    if (routeOf(ctx).config?.auth !== config) return;
    const [action] = scopeOf(config);
    const uid = action === undefined ? null : drafts().modelOf(action);
    requirePublished(granted, ctx.request.query, uid);
  };

  const admittedBy = (auth: unknown): Admission | undefined => {
    const credentials: unknown = (auth as Partial<KeyAuth> | null | undefined)?.credentials;
    if (typeof credentials !== 'object' || credentials === null) return undefined;
    return admissions.get(credentials);
  };

  const strategy: KeyStrategy = {
    name: PLUGIN_ID,

    async authenticate(ctx) {
      if (requests.presented(ctx).kind === 'none') return { authenticated: false };
      const verification = await requests.verify(ctx);
      if (verification.outcome === 'granted') {
        return { authenticated: true, ...admission(ctx, verification) };
      }
      const { refusal } = verification;
      // An API token of Strapi's that was not moved here: somebody else's to judge.
      if (refusal.code === 'missing_token') return { authenticated: false };
      const { message } = REFUSAL_ANSWERS[refusal.code];
      return {
        authenticated: false,
        error: new errors.UnauthorizedError(message, refusalDetails(refusal)),
      };
    },

    /** @throws RefusedError that says what the key lacks. */
    verify({ credentials }, config) {
      const found = admissions.get(credentials);
      if (found === undefined) throw new errors.UnauthorizedError();
      requireScope(found.granted, scopeOf(config));
      requirePublishedRoute(found, config);
      requests.noteUsed(found.ctx, scopeOf(config));
    },
  };

  return {
    strategy,

    /** Sets `ctx.state.auth` as Strapi does after its own strategies. */
    admit(ctx: RequestContext, granted: Granted): void {
      const state = ctx.state as Record<string, unknown>;
      state.isAuthenticated = true;
      state.auth = { strategy, ...admission(ctx, granted) } satisfies KeyAuth;
    },

    /** What the key of a request was granted; `undefined` where no key was let in. */
    grantedOf: ({ state }: Pick<RequestContext, 'state'>): Granted | undefined =>
      admittedBy((state as { auth?: unknown }).auth)?.granted,

    /** Whether a request is a key's that may not see drafts. */
    isHeldToPublished: (auth: unknown): boolean =>
      admittedBy(auth)?.granted.grants.drafts === false,

    /**
     * Keeps drafts from a key without the right to them, wherever a query is made on its behalf.
     *
     * @param auth - `ctx.state.auth` of any strategy; others than ours pass.
     * @throws RefusedError `drafts_not_allowed`.
     */
    guardQuery(auth: unknown, query: object, uid: string): void {
      const admitted = admittedBy(auth);
      if (admitted !== undefined) requirePublished(admitted.granted, query, uid);
    },
  };
};

export type KeyAuthentication = ReturnType<typeof createAuthentication>;
