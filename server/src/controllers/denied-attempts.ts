import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { PLUGIN_ID } from '../../../contracts';
import { getService } from '../services/get-service';
import { actorOf } from './endpoint';
import { liesUnder } from './lies-under';

interface RefusalDetails {
  readonly code?: unknown;
  readonly required?: unknown;
}

const detailsOf = (body: unknown): RefusalDetails =>
  (body as { error?: { details?: RefusalDetails } } | null | undefined)?.error?.details ?? {};

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** Koa's router keeps which of its routes a request has met. */
const routeOf = (ctx: Context): string => {
  const { _matchedRoute: route } = ctx as { _matchedRoute?: unknown };
  return typeof route === 'string' ? route : ctx.path;
};

/** Keeps every 403 of the plugin's admin routes, whether a policy or a service said it. */
export const keepDeniedAttempts = (strapi: Core.Strapi): void => {
  strapi.server.use(async (ctx: Context, next: () => Promise<unknown>) => {
    await next();
    if (ctx.status !== 403 || !liesUnder(ctx.path, `/${PLUGIN_ID}/`)) return;
    const { code, required } = detailsOf(ctx.body);
    if (typeof code !== 'string') return;
    const { id } = (ctx.params ?? {}) as { id?: string };
    await getService(strapi, 'denied-attempts').record({
      actor: actorOf(ctx),
      method: ctx.method,
      path: ctx.path,
      route: routeOf(ctx),
      id,
      code,
      required: textsOf(required),
    });
  });
};
