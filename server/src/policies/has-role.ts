import { policy } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { POLICIES } from '../../../contracts';
import { RefusedError } from '../auth/refused-error';
import { holdsRoles } from '../domain/grants';
import { keyOf, type PolicyContext } from './key-of';

const configSchema = z.strictObject({
  /** Codes of API roles. */
  roles: z.array(z.string().min(1)).min(1),
  mode: z.enum(['any', 'all']).default('any'),
});

export type HasRoleConfig = z.input<typeof configSchema>;

/** `plugin::api-access.has-role`: a key that holds one of these API roles, or all of them. */
export const hasRole = policy.createPolicy({
  name: POLICIES.hasRole,
  validator: (config) => configSchema.parse(config),
  handler: async (
    ctx: PolicyContext,
    config: HasRoleConfig,
    { strapi }: { strapi: Core.Strapi },
  ) => {
    const { credentials } = await keyOf(strapi, ctx);
    const { roles, mode } = configSchema.parse(config);
    if (holdsRoles(credentials.roles, roles, mode)) return true;
    throw new RefusedError({
      code: 'missing_role',
      required: roles,
      accessId: credentials.accessId,
    });
  },
});
