import type { Core } from '@strapi/strapi';

/** Where this app has its content API, word for word as Strapi takes it: `/api` by default. */
export const apiPath = (strapi: Core.Strapi): string =>
  strapi.config.get('api.rest.prefix', '/api');
