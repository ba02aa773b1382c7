/** Policies of the plugin in an app's routes, and what its controllers find of a key. */
import type { Core } from '@strapi/strapi';
import { expectTypeOf } from 'expect-type';
import type { Context } from 'koa';
import {
  type ApiAccessAuth,
  type ApiAccessCredentials,
  type ApiAccessPolicy,
  authenticated,
  credentialsOf,
  hasRole,
  isApiAccess,
} from 'strapi-plugin-api-access/app';

type Policies = NonNullable<Core.RouteConfig['policies']>;

expectTypeOf(authenticated()).toExtend<Policies[number]>();
expectTypeOf(authenticated()).toExtend<ApiAccessPolicy>();
expectTypeOf(hasRole({ roles: ['editor'] })).toExtend<Policies[number]>();
expectTypeOf(hasRole({ roles: ['editor'], mode: 'all' })).toExtend<ApiAccessPolicy>();

'plugin::api-access.authenticated' satisfies ApiAccessPolicy;
({ name: 'plugin::api-access.has-role', config: { roles: ['editor'] } }) satisfies ApiAccessPolicy;

declare const ctx: Context;
declare const policyContext: Parameters<Core.PolicyHandler>[0];

expectTypeOf(credentialsOf(ctx)).toEqualTypeOf<ApiAccessCredentials | undefined>();
expectTypeOf(credentialsOf(policyContext)).toEqualTypeOf<ApiAccessCredentials | undefined>();
expectTypeOf<ApiAccessCredentials['roles']>().toEqualTypeOf<readonly string[]>();
expectTypeOf<ApiAccessCredentials['type']>().toEqualTypeOf<'api-key' | 'personal'>();

const { auth } = ctx.state as { auth: unknown };
if (isApiAccess(auth)) {
  expectTypeOf(auth).toEqualTypeOf<ApiAccessAuth>();
  expectTypeOf(auth.credentials).toEqualTypeOf<ApiAccessCredentials>();
}
