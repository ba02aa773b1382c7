import { policy } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { POLICIES } from '../../../contracts';
import { keyOf, type PolicyContext } from './key-of';

/** `plugin::api-access.authenticated`: a valid key is enough, even one without roles. */
export const authenticated = policy.createPolicy({
  name: POLICIES.authenticated,
  handler: async (ctx: PolicyContext, _config: unknown, { strapi }: { strapi: Core.Strapi }) => {
    await keyOf(strapi, ctx);
    return true;
  },
});
