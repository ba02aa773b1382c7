import { z } from 'zod';
import { endpoint } from './endpoint';

/** Longest reason that is handed on, in UTF-16 units. */
export const MAX_REASON = 500;

/** What a refusal for want of an entitlement says besides its code. */
export const upgrade = z.object({
  /** Plain text in the words of the app; `null` where it gives none. */
  reason: z.string().nullable(),
  /** Where to get it, http(s) only; `null` where there is no such place. */
  upgradeUrl: z.string().nullable(),
});
export type Upgrade = z.infer<typeof upgrade>;

/** Whether the app's config lets somebody use the plugin. */
export const entitlement = upgrade.extend({ allowed: z.boolean() });
export type Entitlement = z.infer<typeof entitlement>;

/** What every page of the panel must know of the app. */
export const appFacts = z.object({
  /** Where its content API lies, below its address: `/api`, unless the app has it elsewhere. */
  apiPath: z.string(),
});

/** Tells whether the app's config lets one use the plugin: answered to those who are not entitled, too. */
export const entitlementEndpoint = endpoint({
  method: 'GET',
  path: '/entitlement',
  response: z.object({ data: entitlement, meta: appFacts }),
});
