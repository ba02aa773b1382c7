import type { AdminAction } from '../../../contracts';

/** On whose behalf something is done: decides what is allowed, and whose name is kept. */
export interface Actor {
  readonly user: { readonly id: number; readonly documentId: string; readonly name: string } | null;
  /** Whether the actor is a person at the admin panel, who may be shown a token's clear text. */
  readonly mayReceiveClearText: boolean;
  can(action: AdminAction): boolean;
}

/** The app's own code: bound by the rules of keys, not by anybody's permissions. */
export const APP: Actor = { user: null, mayReceiveClearText: true, can: () => true };
