import {
  REFUSAL_CODES,
  type KeyDenial,
  type KeyPermissions,
  type KeyUsage,
} from '../../../contracts';
import type { Grants } from './grants';
import { toIso, type EpochMs } from './units';

/** Requests of one day, as they are stored. */
export interface DayCount {
  readonly day: string;
  readonly allowed: number;
  readonly denied: number;
}

/** Every one of the days, with zeros where nothing is stored. */
export const filledDays = (
  days: readonly string[],
  counts: readonly DayCount[],
): KeyUsage['days'] => {
  const byDay = new Map(counts.map((count) => [count.day, count]));
  return days.map((day) => {
    const { allowed = 0, denied = 0 } = byDay.get(day) ?? {};
    return { day, allowed, denied };
  });
};

/** Denials of one day for one reason, as they are stored; `action` is empty where none was lacking. */
export interface DenialCount {
  readonly reason: string;
  readonly action: string;
  readonly count: number;
  readonly lastAt: EpochMs;
  readonly lastAddress: string | null;
}

const codes = new Set<string>(REFUSAL_CODES);
const isReason = (reason: string): reason is KeyDenial['reason'] => codes.has(reason);

/** Denials summed over days, latest first; reasons of a release that this one does not know are left out. */
export const summedDenials = (rows: readonly DenialCount[]): KeyDenial[] => {
  const sums = new Map<string, DenialCount>();
  for (const row of rows) {
    const name = `${row.reason} ${row.action}`;
    const found = sums.get(name);
    const latest = found === undefined || row.lastAt >= found.lastAt ? row : found;
    sums.set(name, { ...latest, count: row.count + (found?.count ?? 0) });
  }
  return [...sums.values()]
    .sort((a, b) => b.lastAt - a.lastAt || a.reason.localeCompare(b.reason))
    .flatMap(({ reason, action, count, lastAt, lastAddress }) =>
      isReason(reason)
        ? [
            {
              reason,
              action: action === '' ? null : action,
              count,
              lastAt: toIso(lastAt),
              lastAddress,
            },
          ]
        : [],
    );
};

/** Requests of one day with a wrong secret, as they are stored. */
export type ForgedCount = Pick<DenialCount, 'count' | 'lastAt'>;

/** Wrong secrets summed over days, and when the last one came. */
export const summedForgeries = (rows: readonly ForgedCount[]): KeyUsage['wrongSecrets'] => ({
  count: rows.reduce((sum, { count }) => sum + count, 0),
  lastAt:
    rows.length === 0 ? null : toIso(Math.max(...rows.map(({ lastAt }) => lastAt)) as EpochMs),
});

/**
 * What a key may do, and the day on which it last did.
 *
 * @param lastDays - The last day of use by action.
 */
export const permissionReport = (
  { full, actions }: Pick<Grants, 'full' | 'actions'>,
  lastDays: ReadonlyMap<string, string>,
): KeyPermissions => ({
  full,
  granted: [...(full ? lastDays.keys() : actions)]
    .sort()
    .map((action) => ({ action, lastUsedOn: lastDays.get(action) ?? null })),
});
