import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { PLUGIN_ID } from '../../../contracts';
import { ApiAccessError } from '../domain/errors';
import { apiPath } from '../services/api-path';
import { errorBodyOf } from './endpoint';
import { liesUnder } from './lies-under';

interface Refused {
  readonly error?: { readonly details?: { readonly code?: unknown } };
}

const unreadable = () =>
  new ApiAccessError('invalid_input', [
    {
      path: [],
      code: 'invalid_input',
      message: 'The request could not be read: its body must be one JSON object.',
    },
  ]);

/** What Strapi refuses before a controller is asked: what it cannot read, or whom it does not let in. */
const EXPLANATIONS: Readonly<Partial<Record<number, () => ApiAccessError>>> = {
  400: unreadable,
  401: () => new ApiAccessError('sign_in_required'),
  403: () => new ApiAccessError('not_permitted'),
};

/** Gives the refusals of Strapi on the plugin's own routes the form of all others. */
export const explainBareRefusals = (strapi: Core.Strapi): void => {
  const admin = `/${PLUGIN_ID}/`;
  const content = `${apiPath(strapi)}/${PLUGIN_ID}/`;

  const explanationOf = ({ path, status, body }: Context): ApiAccessError | undefined => {
    // The admin panel reads Strapi's own 401, to renew a session.
    const isOurs = liesUnder(path, content) || (status === 400 && liesUnder(path, admin));
    const { error } = ((isOurs ? body : null) ?? {}) as Refused;
    if (error === undefined || error.details?.code !== undefined) return undefined;
    return EXPLANATIONS[status]?.();
  };

  strapi.server.use(async (ctx: Context, next: () => Promise<unknown>) => {
    await next();
    const explanation = explanationOf(ctx);
    // The status stays as it is.
    if (explanation !== undefined) ctx.body = errorBodyOf(explanation);
  });
};
