import type { AdminAction } from '../../../contracts';

/** On whose behalf something is done: decides what is allowed, and what is kept of it. */
export interface Actor {
  /** An admin, a program with an admin API token, an end user, the app's own code, the plugin. */
  readonly kind: 'admin' | 'admin-token' | 'user' | 'app' | 'system';
  readonly user: {
    readonly id: number;
    readonly documentId: string;
    readonly name: string;
    /** Ids of the admin roles that the person holds. */
    readonly roleIds: readonly number[];
  } | null;
  /** Where the request came from; `null` where there was none. */
  readonly address: string | null;
  /** Whether the actor is a person at the admin panel, who may be shown a token's clear text. */
  readonly mayReceiveClearText: boolean;
  can(action: AdminAction): boolean;
}

const unbound = (kind: 'app' | 'system'): Actor => ({
  kind,
  user: null,
  address: null,
  mayReceiveClearText: true,
  can: () => true,
});

/** The app's own code: bound by the rules of keys, not by anybody's permissions. */
export const APP: Actor = unbound('app');

/** The plugin itself, as its jobs. */
export const SYSTEM: Actor = unbound('system');

export interface OnBehalf {
  /** On whose behalf; the app's own code where absent. */
  readonly actor?: Actor;
}
