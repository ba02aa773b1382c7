import type { Core } from '@strapi/strapi';

/** What the app itself says of its OpenAPI document: `security`, `globalSecurity`, `servers`. */
export default ({ env }: Core.Config.Shared.ConfigParams): object =>
  env.json('PLAYGROUND_OPENAPI_CONFIG', {});
