/**
 * What Strapi's own types say of the plugin, for an app that imports anything of it. They name the
 * files in which Strapi declares its interfaces: in `@strapi/strapi` these are handed on by a
 * namespace, and a declaration there would hide them in place of adding to them.
 */
import type { Core } from '@strapi/strapi';
import type { EventName, EventPayloads } from '../../../contracts';
import type { Actions } from '../services/actions';
import type { Keys } from '../services/keys';
import type { PersonalTokens } from '../services/personal-tokens';
import type { Roles } from '../services/roles';
import type { StrapiTokens } from '../services/strapi-tokens';
import type { Tags } from '../services/tags';

/** The services that are for the app's own code. */
export interface ApiAccessServices {
  actions: Actions;
  keys: Keys;
  'personal-tokens': PersonalTokens;
  roles: Roles;
  'strapi-tokens': StrapiTokens;
  tags: Tags;
}

/** `strapi.plugin('api-access')`. */
export interface ApiAccessPlugin extends Omit<Core.Module, 'service'> {
  service<Name extends keyof ApiAccessServices>(name: Name): ApiAccessServices[Name];
}

type KeyListener<Name extends EventName> = (payload: EventPayloads[Name]) => void | Promise<void>;

declare module '@strapi/types/dist/core/strapi.js' {
  interface Strapi {
    plugin(name: 'api-access'): ApiAccessPlugin;
    service<Name extends keyof ApiAccessServices>(
      uid: `plugin::api-access.${Name}`,
    ): ApiAccessServices[Name];
  }
}

declare module '@strapi/types/dist/modules/event-hub.js' {
  interface EventHub {
    on<Name extends EventName>(eventName: Name, listener: KeyListener<Name>): () => void;
    once<Name extends EventName>(eventName: Name, listener: KeyListener<Name>): () => void;
  }
}
