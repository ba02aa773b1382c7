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
  /** What is kept as the name of whoever did it, where that is no person the app knows. */
  readonly name?: string;
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

/** Somebody at the command line of the app's machine: bound by what binds the app's own code. */
export const operator = (name: string): Actor => ({ ...APP, name });

/** Under which name it is kept what an actor does; `null` where there is none. */
export const nameOfActor = ({ user, name }: Actor): string | null => user?.name ?? name ?? null;

/** The plugin itself, as its jobs. */
export const SYSTEM: Actor = unbound('system');

export interface OnBehalf {
  /** On whose behalf; the app's own code where absent. */
  readonly actor?: Actor;
}
