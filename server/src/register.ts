import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { PLUGIN_ID, type ErrorBody } from '../../contracts';
import { joinGraphql } from './auth/graphql';
import { authOf } from './auth/instance';
import { takePlace } from './auth/precedence';
import { guardQueries } from './auth/query-guard';
import type { KeyStrategy } from './auth/strategy';
import { contentTypes } from './content-types';
import { ApiAccessError, ERROR_ANSWERS } from './domain/errors';

interface ContentTypeRegistry {
  add(namespace: string, types: typeof contentTypes): unknown;
}

interface AuthRegistry {
  register(type: 'content-api', strategy: KeyStrategy): unknown;
}

/** What Strapi cannot read never reaches a controller; its refusal gets the same form as any other. */
const explainMalformedBodies = (strapi: Core.Strapi): void => {
  strapi.server.use(async (ctx: Context, next: () => Promise<unknown>) => {
    await next();
    if (ctx.status !== 400 || !ctx.path.startsWith(`/${PLUGIN_ID}/`)) return;
    const { error } = (ctx.body ?? {}) as Partial<{ error: { details?: { code?: unknown } } }>;
    if (error === undefined || error.details?.code !== undefined) return;
    const { status, name } = ERROR_ANSWERS.invalid_input;
    const { code, message } = new ApiAccessError('invalid_input', [
      {
        path: [],
        code: 'invalid_input',
        message: 'The request could not be read: its body must be one JSON object.',
      },
    ]);
    ctx.body = {
      data: null,
      error: { status, name, message, details: { code, errors: [{ path: [], code, message }] } },
    } satisfies ErrorBody;
  });
};

export const register = ({ strapi }: { strapi: Core.Strapi }): void => {
  // Strapi leaves only its `admin::` content types out of exports and imports.
  strapi.get<ContentTypeRegistry>('content-types').add('admin::', contentTypes);
  const { requests, authentication } = authOf(strapi);
  strapi.get<AuthRegistry>('auth').register('content-api', authentication.strategy);
  takePlace(strapi, requests, authentication);
  guardQueries(strapi, authentication);
  joinGraphql(strapi, authentication);
  explainMalformedBodies(strapi);
};
