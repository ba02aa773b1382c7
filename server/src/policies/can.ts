import { errors, policy } from '@strapi/utils';
import { actionUid, type AdminAction } from '../../../contracts';
import { ERROR_ANSWERS } from '../domain/errors';

export interface CanConfig {
  /** One of these admin permissions is enough. */
  readonly anyOf: readonly AdminAction[];
}

interface AdminPolicyContext {
  readonly state: { readonly userAbility?: { can(action: string): boolean } };
}

/** For the plugin's own admin routes: like `admin::hasPermissions`, but it says what is missing. */
export const can = policy.createPolicy({
  name: 'plugin::api-access.can',
  handler: ({ state }: AdminPolicyContext, { anyOf }: CanConfig) => {
    const uids = anyOf.map((action) => actionUid(action));
    if (uids.some((uid) => state.userAbility?.can(uid) === true)) return true;
    throw new errors.PolicyError(ERROR_ANSWERS.not_permitted.message, {
      code: 'not_permitted',
      required: uids,
      errors: [],
    });
  },
});
