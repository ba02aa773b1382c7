import { bootstrap } from './bootstrap';
import { config } from './config';
import { controllers } from './controllers';
import { destroy } from './destroy';
import { policies } from './policies';
import { register } from './register';
import { routes } from './routes';
import { services } from './services';

export type {
  ApiAccessCredentials,
  EntitlementAnswer,
  EntitlementCheck,
  EntitlementUser,
} from './types';
export type { PluginConfig } from './config';
export type { HasRoleConfig } from './policies/has-role';
export type { Actor } from './services/actor';
export type { Events } from './services/events';
export type { Keys } from './services/keys';
export type { PersonalTokens } from './services/personal-tokens';
export type { Roles } from './services/roles';
export type { Tags } from './services/tags';
export type { Granted, Refused, Verification } from './services/verifier';
export type * from '../../contracts';

export default { register, bootstrap, destroy, config, controllers, routes, services, policies };
