/** Events of keys on `strapi.eventHub`. */
import type { Core } from '@strapi/strapi';
import { expectTypeOf } from 'expect-type';
import type { EventName, EventPayloads } from 'strapi-plugin-api-access/strapi-server';

declare const strapi: Core.Strapi;
const { eventHub } = strapi;

eventHub.on('api-access.expired', (payload) => {
  expectTypeOf(payload).toEqualTypeOf<EventPayloads['api-access.expired']>();
  expectTypeOf(payload.key.accessId).toBeString();
  expectTypeOf(payload).not.toHaveProperty('daysLeft');
});
eventHub.once('api-access.expiring', async ({ daysLeft, key }) => {
  expectTypeOf(daysLeft).toBeNumber();
  expectTypeOf(key.expiresAt).toEqualTypeOf<string | null>();
  await Promise.resolve();
});
eventHub.on('api-access.alert', ({ alert }) => {
  expectTypeOf(alert.kind).toEqualTypeOf<'denials' | 'expired' | 'revoked'>();
});
expectTypeOf(eventHub.on('api-access.created', () => undefined)).toEqualTypeOf<() => void>();
expectTypeOf<EventName>().toEqualTypeOf<keyof EventPayloads>();

// Events of others stay as they are.
eventHub.on('entry.create', async (payload) => {
  expectTypeOf(payload).toBeAny();
  await Promise.resolve();
});
