import type { Grants, KnownAction } from './grants';
import type { EpochMs } from './units';

/** What some roles open; as of `Grants`. */
export type Opened = Pick<Grants, 'full' | 'actions'>;

const opens = ({ full, actions }: Opened, action: string): boolean => full || actions.has(action);

/** What a change of a role takes away, and from whom. */
export interface Narrowing {
  readonly before: Opened;
  readonly after: Opened;
}

const takesAway = ({ before, after }: Narrowing, action: string): boolean =>
  opens(before, action) && !opens(after, action);

/** Actions of the app that the role allows, and would not allow any more. */
export const removedActions = (narrowing: Narrowing, known: readonly KnownAction[]): string[] =>
  known
    .map(({ action }) => action)
    .filter((action) => takesAway(narrowing, action))
    .sort();

/** One action that a key with the role used lately. */
export interface LateUse {
  readonly keyId: number;
  readonly action: string;
  readonly lastUsedAt: EpochMs | null;
}

/** A key that would be refused what it used lately. */
export interface HitKey {
  readonly keyId: number;
  readonly lastUsedAt: EpochMs | null;
  readonly actions: readonly string[];
}

/**
 * Keys that used what would be taken away, latest used first.
 *
 * @param rest - What the other roles of a key open.
 */
export const hitKeys = <U extends LateUse>(
  narrowing: Narrowing,
  uses: readonly U[],
  rest: (use: U) => Opened,
): HitKey[] => {
  const hits = new Map<number, { keyId: number; lastUsedAt: EpochMs | null; actions: string[] }>();
  for (const use of uses) {
    const { keyId, action, lastUsedAt } = use;
    if (!takesAway(narrowing, action) || opens(rest(use), action)) continue;
    const found = hits.get(keyId);
    if (found === undefined) hits.set(keyId, { keyId, lastUsedAt, actions: [action] });
    else found.actions.push(action);
  }
  return [...hits.values()]
    .map((hit) => ({ ...hit, actions: hit.actions.sort() }))
    .sort((a, b) => (b.lastUsedAt ?? -1) - (a.lastUsedAt ?? -1) || a.keyId - b.keyId);
};
