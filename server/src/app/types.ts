export type { ApiAccessPlugin, ApiAccessServices } from './strapi';
export type { ApiAccessAuth } from './credentials';
export type { ApiAccessPolicy } from './policies';
export type {
  ApiAccessCredentials,
  EntitlementAnswer,
  EntitlementCheck,
  EntitlementUser,
} from '../types';
export type { PluginConfig, PluginOptions } from '../config';
export type { ApiAccessError } from '../domain/errors';
export type { HasRoleConfig } from '../policies/has-role';
export type { Actions } from '../services/actions';
export type { Actor } from '../services/actor';
export type { Events } from '../services/events';
export type { Keys } from '../services/keys';
export type { PersonalTokens } from '../services/personal-tokens';
export type { Roles } from '../services/roles';
export type { StrapiTokens } from '../services/strapi-tokens';
export type { Tags } from '../services/tags';
export type { Granted, Refused, Verification } from '../services/verifier';
export type * from '../../../contracts';
