import { errors, policy } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { ERROR_ANSWERS } from '../domain/errors';
import { type AdminRequestState, entitlementUser } from '../services/entitlement-user';
import { getService } from '../services/get-service';

interface AdminPolicyContext {
  readonly state: AdminRequestState;
}

/** For the plugin's own admin routes: whether the app's config lets the admin use the plugin. */
export const entitled = policy.createPolicy({
  name: 'plugin::api-access.entitled',
  handler: async (
    { state }: AdminPolicyContext,
    _config: unknown,
    { strapi }: { strapi: Core.Strapi },
  ) => {
    const user = entitlementUser(state);
    const { allowed, reason, upgradeUrl } = await getService(strapi, 'entitlement').of(user);
    if (allowed) return true;
    throw new errors.PolicyError(ERROR_ANSWERS.not_entitled.message, {
      code: 'not_entitled',
      reason,
      upgradeUrl,
      errors: [],
    });
  },
});
