import type { Core } from '@strapi/strapi';
import type { KeyAuthentication } from './strategy';

interface QuerySchema {
  readonly uid: string;
}

interface QueryOptions {
  readonly auth?: unknown;
}

interface QueryValidators {
  query(query: object, schema: QuerySchema, options?: QueryOptions): Promise<void>;
}

/**
 * Judges every query that Strapi validates on behalf of a key: REST controllers and each resolver
 * of GraphQL call this one function with the query, its content type and the auth.
 */
export const guardQueries = (strapi: Core.Strapi, authentication: KeyAuthentication): void => {
  const validators = strapi.contentAPI.validate as unknown as QueryValidators;
  const original = validators.query.bind(validators);
  validators.query = async (query, schema, options) => {
    authentication.guardQuery(options?.auth, query, schema.uid);
    await original(query, schema, options);
  };
};
