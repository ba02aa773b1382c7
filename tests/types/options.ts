/** The plugin's part of an app's `config/plugins`. */
import type { Core } from '@strapi/strapi';
import { expectTypeOf } from 'expect-type';
import type {
  EntitlementAnswer,
  EntitlementUser,
  PluginConfig,
  PluginOptions,
} from 'strapi-plugin-api-access/app';

({}) satisfies PluginOptions;
({ keyPrefix: 'acme' }) satisfies PluginOptions;
({ header: false, argon2: { timeCost: 3 }, expiry: { maxDays: 365 } }) satisfies PluginOptions;
({ redis: { url: 'redis://localhost:6379' } }) satisfies PluginOptions;
({ entitlement: ({ user }) => user !== null }) satisfies PluginOptions;
({
  entitlement: async ({ strapi, user }) => {
    expectTypeOf(strapi).toEqualTypeOf<Core.Strapi>();
    expectTypeOf(user).toEqualTypeOf<EntitlementUser | null>();
    await Promise.resolve();
    return { allowed: false, reason: 'Not in this plan.', upgradeUrl: 'https://example.com' };
  },
}) satisfies PluginOptions;
expectTypeOf<PluginConfig>().toExtend<PluginOptions>();
expectTypeOf<{ enabled: boolean; config: PluginOptions }>().toExtend<Core.Config.Plugin[string]>();
expectTypeOf<
  Awaited<ReturnType<NonNullable<PluginOptions['entitlement']>>>
>().toEqualTypeOf<EntitlementAnswer>();
