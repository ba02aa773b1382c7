import type { EventBase } from '../../../contracts';
import { keyTypeOf } from './key-type';
import { toIso, toIsoOrNull, type EpochMs } from './units';

/** What an event is made from; a key as `key-reader` reads it has it all. */
export interface EventSource {
  readonly row: { readonly documentId: string; readonly name: string };
  readonly credential: {
    readonly accessId: string;
    readonly owner: object | null;
    readonly expiresAt: EpochMs | null;
  };
}

interface Doer {
  readonly kind: EventBase['actor']['kind'];
  readonly user: { readonly name: string } | null;
  readonly name?: string;
}

/** Who has no other name is shown by e-mail address; that leaves the panel for no webhook. */
const nameWithoutAddress = (name: string | undefined): string | null =>
  name === undefined || name.includes('@') ? null : name;

/** What every event tells of a key and of who did something to it. */
export const eventAbout = (
  { row, credential }: EventSource,
  { kind, user, name }: Doer,
  now: EpochMs,
): EventBase => ({
  at: toIso(now),
  key: {
    id: row.documentId,
    accessId: credential.accessId,
    name: row.name,
    type: keyTypeOf(credential.owner),
    expiresAt: toIsoOrNull(credential.expiresAt),
  },
  actor: { kind, name: nameWithoutAddress(user?.name ?? name) },
});
