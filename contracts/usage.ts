import { z } from 'zod';
import { dataOf, idParams, instant } from './common';
import { endpoint } from './endpoint';
import { refusalCode } from './errors';

/** A calendar day in UTC, as `2026-11-21`. */
export const utcDay = z.iso.date();

export const USAGE_DAYS = 30;

/** Requests of the last 30 days, today included. */
export const keyUsage = z.object({
  /** Every day is there, oldest first. */
  days: z.array(z.object({ day: utcDay, allowed: z.number(), denied: z.number() })),
  /** Requests with the key's Access ID and another secret, which are no requests of the key. */
  wrongSecrets: z.object({ count: z.number(), lastAt: instant.nullable() }),
});
export type KeyUsage = z.infer<typeof keyUsage>;

/** Why requests with the true secret were denied in the last 30 days, latest first. */
export const keyDenial = z.object({
  reason: refusalCode,
  /** The action that was lacking; `null` where the reason is another. */
  action: z.string().nullable(),
  count: z.number(),
  lastAt: instant,
  lastAddress: z.string().nullable(),
});
export type KeyDenial = z.infer<typeof keyDenial>;

/** What a key may do, and when it last did; a day is as exact as this is kept. */
export const keyPermissions = z.object({
  /** Everything is allowed; `granted` then holds what was used alone. */
  full: z.boolean(),
  granted: z.array(z.object({ action: z.string(), lastUsedOn: utcDay.nullable() })),
});
export type KeyPermissions = z.infer<typeof keyPermissions>;

export const usageEndpoints = {
  /** Tells how much a key was used, day by day. */
  usage: endpoint({
    method: 'GET',
    path: '/keys/:id/usage',
    params: idParams,
    response: dataOf(keyUsage),
  }),
  /** Tells why a key's requests were denied. */
  denials: endpoint({
    method: 'GET',
    path: '/keys/:id/denials',
    params: idParams,
    response: dataOf(z.array(keyDenial)),
  }),
  /** Tells what a key's API roles allow, and what of that it used. */
  permissions: endpoint({
    method: 'GET',
    path: '/keys/:id/permissions',
    params: idParams,
    response: dataOf(keyPermissions),
  }),
};
