import { AsyncResource } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { eventPayloads, EVENTS, type EventName, type EventPayloads } from '../../../contracts';
import { eventAbout, type EventSource } from '../domain/event';
import { SYSTEM, type Actor } from './actor';
import { getService } from './get-service';
import { afterCommit } from './storage/after-commit';

interface WebhookStore {
  addAllowedEvent(key: string, event: string): void;
}

/** `API_ACCESS_CREATED`, as Strapi calls its own. */
const constantOf = (name: EventName): string => name.toUpperCase().replace(/\W/g, '_');

/** Tells listeners on `strapi.eventHub`, webhooks among them, what happens to keys. */
export const createEvents = ({ strapi }: { strapi: Core.Strapi }) => {
  // Listeners run as if nobody had asked: within a request's transaction, which has ended by then,
  // Strapi would hand its callbacks on to theirs.
  const outside = new AsyncResource('api-access.events');

  const warn = (name: EventName, error: unknown): void => {
    strapi.log.warn(`api-access: the event ${name} did not reach everybody: ${String(error)}`);
  };

  const deliver = async <N extends EventName>(name: N, payload: EventPayloads[N]) => {
    try {
      await strapi.eventHub.emit(name, eventPayloads[name].parse(payload));
    } catch (error) {
      warn(name, error);
    }
  };

  return {
    /**
     * Tells an event once the transaction that the caller stands in is committed, the app's own
     * included; after a rollback never. Does not wait for anybody who listens, and never throws:
     * a listener that fails is logged. What the contract does not name is left out.
     */
    emit<N extends EventName>(name: N, payload: EventPayloads[N]): void {
      afterCommit(strapi, () => {
        outside.runInAsyncScope(() => setImmediate(() => void deliver(name, payload)));
      });
    },

    /**
     * What every event tells: when (now), of which key, and who did it.
     *
     * @param actor - The plugin itself where absent, as in its jobs.
     */
    about: (key: EventSource, actor: Actor = SYSTEM) =>
      eventAbout(key, actor, getService(strapi, 'clock').now()),

    /** Strapi refuses a webhook with an event that it was not told of. */
    allowForWebhooks(): void {
      const store = strapi.get<WebhookStore>('webhookStore');
      for (const name of EVENTS) store.addAllowedEvent(constantOf(name), name);
    },
  };
};

export type Events = ReturnType<typeof createEvents>;
