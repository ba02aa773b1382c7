import { actionSlot, compareText } from './storable';

/** The last day, in UTC, on which a key used an action. */
export interface PermissionUse {
  readonly keyId: number;
  readonly action: string;
  readonly day: string;
}

export type PendingPermissionUses = Map<string, PermissionUse>;

/** Days on which uses were last noted, by name; may forget, which only costs another write. */
export interface NotedDays {
  get(name: string): string | undefined;
  set(name: string, day: string): unknown;
  delete(name: string): unknown;
}

/** Uses kept in memory while the database is away; those beyond are noted when they happen again. */
export const MAX_PENDING_USES = 100_000;

const nameOf = (keyId: number, action: string): string => `${String(keyId)} ${action}`;

/** Notes that a key used actions; what was noted for that day already is not noted again. */
export const noteUses = (
  pending: PendingPermissionUses,
  noted: NotedDays,
  keyId: number,
  actions: Iterable<string>,
  day: string,
): void => {
  for (const used of actions) {
    const action = actionSlot(used);
    const name = nameOf(keyId, action);
    if (noted.get(name) === day) continue;
    if (pending.size >= MAX_PENDING_USES && !pending.has(name)) continue;
    noted.set(name, day);
    pending.set(name, { keyId, action, day });
  }
};

/** Puts a batch that surely was not written back beneath what was noted since. */
export const mergePermissionUses = (
  into: PendingPermissionUses,
  batch: PendingPermissionUses,
): void => {
  for (const [name, use] of batch) {
    const found = into.get(name);
    if (found === undefined ? into.size < MAX_PENDING_USES : found.day < use.day)
      into.set(name, use);
  }
};

/** After a batch was lost: its uses are to be noted again when they happen again. */
export const forgetNoted = (noted: NotedDays, batch: PendingPermissionUses): void => {
  for (const name of batch.keys()) noted.delete(name);
};

/** In the order in which every writer writes them, so that none waits for another in a circle. */
export const sortedPermissionUses = (batch: PendingPermissionUses): PermissionUse[] =>
  [...batch.values()].sort((a, b) => a.keyId - b.keyId || compareText(a.action, b.action));
