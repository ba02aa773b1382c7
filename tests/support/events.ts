/** The events of keys as an app's own code hears them. */
import { randomUUID } from 'node:crypto';

import { type Core } from '@strapi/types';

import { EVENTS, type EventName, type EventPayloads } from '../../contracts';
import { serviceOf } from './consumers';

export interface Heard {
  name: EventName;
  payload: EventPayloads[EventName];
}

const MARKER = 'marker';
const MARKED = 'api-access.expired';

/** Waits until everything has been told that was there to be told before. */
export const allTold = async (strapi: Core.Strapi): Promise<void> => {
  const events = serviceOf(strapi, 'events');
  const about = events.about({
    row: { documentId: MARKER, name: randomUUID() },
    credential: { accessId: MARKER, owner: null, expiresAt: null },
  });
  let leave: () => void = () => undefined;
  await new Promise<void>((resolve) => {
    leave = strapi.eventHub.on(MARKED, ({ key }: EventPayloads[typeof MARKED]) => {
      if (key.name === about.key.name) resolve();
      return Promise.resolve();
    });
    events.emit(MARKED, about);
  });
  leave();
};

/** Everything that was told while something ran. */
export const heardWhile = async (
  strapi: Core.Strapi,
  run: () => Promise<unknown>,
): Promise<Heard[]> => {
  await allTold(strapi);
  const heard: Heard[] = [];
  const leave = EVENTS.map((name) =>
    strapi.eventHub.on(name, (payload: EventPayloads[EventName]) => {
      if (payload.key.id !== MARKER) heard.push({ name, payload });
      return Promise.resolve();
    }),
  );
  try {
    await run();
    await allTold(strapi);
  } finally {
    for (const off of leave) off();
  }
  return heard;
};

/** As `created First`, to read at a glance. */
export const inShort = (heard: readonly Heard[]): string[] =>
  heard.map(({ name, payload }) => `${name.replace('api-access.', '')} ${payload.key.name}`);
