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

// @ts-expect-error -- A policy without API roles lets nobody in.
hasRole({});
// @ts-expect-error -- There is no such mode.
hasRole({ roles: ['editor'], mode: 'some' });
// @ts-expect-error -- Roles are named by code.
hasRole({ roles: [1] });
// @ts-expect-error -- There is no such option.
hasRole({ roles: ['editor'], role: 'editor' });

'plugin::api-access.authenticated' satisfies ApiAccessPolicy;
({ name: 'plugin::api-access.has-role', config: { roles: ['editor'] } }) satisfies ApiAccessPolicy;
// @ts-expect-error -- There is no such policy.
'plugin::api-access.authentcated' satisfies ApiAccessPolicy;
// @ts-expect-error -- This policy asks for API roles.
'plugin::api-access.has-role' satisfies ApiAccessPolicy;

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
