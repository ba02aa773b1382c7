import { policy } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { keyOf, type PolicyContext } from './key-of';

/** `plugin::api-access.authenticated`: a valid key is enough, even one without roles. */
export const authenticated = policy.createPolicy({
  name: 'plugin::api-access.authenticated',
  handler: async (ctx: PolicyContext, _config: unknown, { strapi }: { strapi: Core.Strapi }) => {
    await keyOf(strapi, ctx);
    return true;
  },
});
