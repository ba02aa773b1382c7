import { POLICIES } from '../../../contracts/ids';
import type { HasRoleConfig } from '../policies/has-role';

/** A policy of the plugin, as it stands in `config.policies` of a route. */
export type ApiAccessPolicy =
  typeof POLICIES.authenticated | { name: typeof POLICIES.hasRole; config: HasRoleConfig };

/** Lets any valid key in, even one without API roles. */
export const authenticated = (): typeof POLICIES.authenticated => POLICIES.authenticated;

/** Lets a key in that holds one of these API roles, or with `mode: 'all'` all of them. */
export const hasRole = (
  config: HasRoleConfig,
): { name: typeof POLICIES.hasRole; config: HasRoleConfig } => ({ name: POLICIES.hasRole, config });
