import { z } from 'zod';
import { ACTOR_KINDS } from './activity';
import { documentId, instant } from './common';
import { keyType } from './keys';

/** A key as events name it: an organisation's key, or a personal token, as `type` says. */
export const eventKey = z.object({
  id: documentId,
  accessId: z.string(),
  name: z.string(),
  type: keyType,
  expiresAt: instant.nullable(),
});
export type EventKey = z.infer<typeof eventKey>;

/** What every event tells. */
const event = z.object({
  /** When it happened. */
  at: instant,
  /** As it stands after what happened; of a deleted key, as it was. */
  key: eventKey,
  actor: z.object({
    kind: z.enum(ACTOR_KINDS),
    /** `null` where nobody with a name did it, or where a person has none but an e-mail address. */
    name: z.string().nullable(),
  }),
});
export type EventBase = z.infer<typeof event>;

/** `expired` and `revoked`: a token that has ended is still in use by its true holder. */
export const ALERT_KINDS = ['denials', 'expired', 'revoked'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/**
 * What happens to a key, as `strapi.eventHub` and Strapi's webhooks carry it: name and payload of
 * each event. Nothing that is not named here is ever sent.
 */
export const eventPayloads = {
  'api-access.created': event,
  /** `fields`: names of those that changed; `author` alone where somebody took the key over. */
  'api-access.updated': event.extend({ fields: z.array(z.string()).min(1) }),
  'api-access.regenerated': event,
  'api-access.revoked': event,
  'api-access.deleted': event,
  /** `daysLeft`: whole days before the expiry, one of those that Rules & notices name. */
  'api-access.expiring': event.extend({ daysLeft: z.number().int().min(1) }),
  'api-access.expired': event,
  /** `windowMinutes`: within how long the requests came; `null` where that decides nothing. */
  'api-access.alert': event.extend({
    alert: z.object({
      kind: z.enum(ALERT_KINDS),
      count: z.number().int().min(1),
      windowMinutes: z.number().int().min(1).nullable(),
    }),
  }),
} as const;

export type EventName = keyof typeof eventPayloads;
export type EventPayloads = { [N in EventName]: z.infer<(typeof eventPayloads)[N]> };

/** Names of all events. */
export const EVENTS = Object.keys(eventPayloads) as EventName[];
