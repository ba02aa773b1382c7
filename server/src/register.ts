import type { Core } from '@strapi/strapi';
import { joinGraphql } from './auth/graphql';
import { authOf } from './auth/instance';
import { takePlace } from './auth/precedence';
import { guardQueries } from './auth/query-guard';
import type { KeyStrategy } from './auth/strategy';
import { contentTypes } from './content-types';
import { keepDeniedAttempts } from './controllers/denied-attempts';
import { explainBareRefusals } from './controllers/explained';
import { describeKeys } from './openapi';

interface ContentTypeRegistry {
  add(namespace: string, types: typeof contentTypes): unknown;
}

interface AuthRegistry {
  register(type: 'content-api', strategy: KeyStrategy): unknown;
}

export const register = ({ strapi }: { strapi: Core.Strapi }): void => {
  // Strapi leaves only its `admin::` content types out of exports and imports.
  strapi.get<ContentTypeRegistry>('content-types').add('admin::', contentTypes);
  const { requests, authentication } = authOf(strapi);
  strapi.get<AuthRegistry>('auth').register('content-api', authentication.strategy);
  takePlace(strapi, requests, authentication);
  guardQueries(strapi, authentication);
  joinGraphql(strapi, requests, authentication);
  explainBareRefusals(strapi);
  keepDeniedAttempts(strapi);
  describeKeys(strapi);
};
