import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { missingActions } from '../domain/grants';
import { REFUSAL_ANSWERS, refusalDetails } from '../domain/refusals';
import { PLUGIN_ID } from '../../../contracts';
import { getService } from '../services/get-service';
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

  /** Drafts are a matter of the request's query, so of its own route and not of a sanitizer's call. */
  const requireNoDrafts = ({ granted, ctx }: Admission, config: VerifyConfig): void => {
    const isOwnRoute = routeOf(ctx).config?.auth === config;
    if (granted.grants.drafts || !isOwnRoute) return;
    if (!getService(strapi, 'drafts').areAskedFor(ctx.request.query, scopeOf(config))) return;
    throw new RefusedError({ code: 'drafts_not_allowed', accessId: granted.credentials.accessId });
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
      requireNoDrafts(found, config);
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
    grantedOf(ctx: Pick<RequestContext, 'state'>): Granted | undefined {
      const { auth } = ctx.state as { auth?: Partial<KeyAuth> };
      const credentials: unknown = auth?.credentials;
      if (typeof credentials !== 'object' || credentials === null) return undefined;
      return admissions.get(credentials)?.granted;
    },
  };
};

export type KeyAuthentication = ReturnType<typeof createAuthentication>;
