import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { PLUGIN_ID } from '../../../contracts';
import { pluginConfig } from '../services/plugin-config';
import { createAnswering, sendRefusal, type Answering } from './answers';
import type { Requests } from './requests';
import { routeOf, type RouteState } from './route-state';
import type { KeyAuthentication } from './strategy';

type Next = () => Promise<unknown>;
type Authenticate = (ctx: Context, next: Next) => Promise<unknown>;

/** Whether a route takes keys: one of the content API does, unless it names other strategies. */
const takesKeys = ({ config }: RouteState): boolean => {
  const auth = config?.auth;
  if (auth === false) return false;
  const named = auth?.strategies;
  return (
    named === undefined ||
    named.some(
      (each) => each === PLUGIN_ID || (each as { name?: unknown } | null)?.name === PLUGIN_ID,
    )
  );
};

/** Lets in or refuses a request that carries a key. */
const authenticateKey = async (
  requests: Requests,
  authentication: KeyAuthentication,
  ctx: Context,
  next: Next,
): Promise<unknown> => {
  const verification = await requests.verify(ctx);
  if (verification.outcome === 'refused') {
    sendRefusal(ctx, verification.refusal);
    return undefined;
  }
  authentication.admit(ctx, verification);
  return next();
};

/** Of a key that Strapi's own chain of strategies has refused: it tells neither code nor headers. */
const sayWhyRefused = (requests: Requests, ctx: Context): void => {
  const verification = requests.ended(ctx);
  if (verification?.outcome !== 'refused' || verification.refusal.code === 'missing_token') return;
  sendRefusal(ctx, verification.refusal);
};

/**
 * Asks for keys before Strapi's own strategies. Those come first otherwise, and look up every
 * token that is not theirs; Strapi has no call for the order. Its `authenticate` is read anew for
 * each request, so it can be wrapped; requests without a key go through it untouched.
 */
const goFirst = (
  strapi: Core.Strapi,
  requests: Requests,
  authentication: KeyAuthentication,
  answering: Answering,
): boolean => {
  const auth = strapi.get<{ authenticate?: Authenticate }>('auth');
  const original = auth.authenticate;
  if (typeof original !== 'function') return false;
  auth.authenticate = (ctx, next) => {
    const route = routeOf(ctx);
    if (route.info?.type !== 'content-api') return original.call(auth, ctx, next);
    const carriesKey = takesKeys(route) && requests.carriesKey(ctx);
    return answering(ctx, async () => {
      if (carriesKey) return authenticateKey(requests, authentication, ctx, next);
      await original.call(auth, ctx, next);
      if (requests.presented(ctx).kind === 'strapi-token') sayWhyRefused(requests, ctx);
      return undefined;
    });
  };
  return true;
};

/** Opens nothing; only keeps users-permissions from taking a request for a public one. */
const NO_TOKEN = 'api-access';

/**
 * Keys as an ordinary strategy, behind Strapi's own. users-permissions takes a request without
 * `Authorization` for a public one, so a key in the other header is carried over there; and where
 * that header holds a damaged key or two of them, a word that is nobody's token.
 */
const goLast = (strapi: Core.Strapi, requests: Requests, answering: Answering): void => {
  strapi.server.api('content-api').use(async (ctx: Context, next: Next) => {
    const presented = requests.presented(ctx);
    if (requests.carriesKey(ctx)) {
      const text = presented.kind === 'token' ? presented.text : NO_TOKEN;
      ctx.request.header.authorization ??= `Bearer ${text}`;
    }
    await answering(ctx, next);
    sayWhyRefused(requests, ctx);
  });
};

/** Puts keys where the config wants them among the strategies of the content API. */
export const takePlace = (
  strapi: Core.Strapi,
  requests: Requests,
  authentication: KeyAuthentication,
): void => {
  const answering = createAnswering(strapi, requests);
  if (pluginConfig(strapi).precedence === 'first') {
    if (goFirst(strapi, requests, authentication, answering)) return;
    strapi.log.warn(
      'api-access: this Strapi authenticates in another way; keys are asked for last.',
    );
  }
  goLast(strapi, requests, answering);
};
