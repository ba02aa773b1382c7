/** What an app gets of Strapi, as the built declarations of the plugin type it. */
import type { Core } from '@strapi/strapi';
import { expectTypeOf } from 'expect-type';
import type {
  Actions,
  IssuedKey,
  Key,
  Keys,
  PersonalTokens,
  Roles,
  Tags,
  Verification,
} from 'strapi-plugin-api-access/app';

declare const strapi: Core.Strapi;

const plugin = strapi.plugin('api-access');

expectTypeOf(plugin.service('keys')).toEqualTypeOf<Keys>();
expectTypeOf(plugin.service('roles')).toEqualTypeOf<Roles>();
expectTypeOf(plugin.service('tags')).toEqualTypeOf<Tags>();
expectTypeOf(plugin.service('actions')).toEqualTypeOf<Actions>();
expectTypeOf(plugin.service('personal-tokens')).toEqualTypeOf<PersonalTokens>();
expectTypeOf(strapi.service('plugin::api-access.keys')).toEqualTypeOf<Keys>();

expectTypeOf<Keys>().not.toBeAny();
expectTypeOf(plugin.service('keys').create).returns.resolves.toEqualTypeOf<IssuedKey>();
expectTypeOf(plugin.service('keys').read).returns.resolves.toEqualTypeOf<Key>();
expectTypeOf(plugin.service('keys').verify('')).resolves.toEqualTypeOf<Verification>();
expectTypeOf<IssuedKey['token']>().toEqualTypeOf<string>();
expectTypeOf<Verification['outcome']>().toEqualTypeOf<'granted' | 'refused'>();

// All else of Strapi stays as it is.
expectTypeOf(strapi.plugin('upload')).toEqualTypeOf<Core.Plugin>();
expectTypeOf(strapi.service('api::plan.plan')).toEqualTypeOf<Core.Service>();
expectTypeOf(strapi.service('plugin::users-permissions.user')).toEqualTypeOf<Core.Service>();
expectTypeOf(strapi.log).toHaveProperty('info');
expectTypeOf(plugin.config<string>('header')).toBeString();
