/** `strapi-plugin-api-access/app`: what the app's own code needs of the plugin, at run time and in its types. */
export { credentialsOf, isApiAccess } from './credentials';
export { authenticated, hasRole } from './policies';
export { isApiAccessError } from '../domain/errors';
export type * from './types';
