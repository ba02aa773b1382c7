import type { DenialMinute } from '../../domain/denial-minutes';
import type { StoredDenial } from '../../domain/denials';
import type { PendingForgery } from '../../domain/forged-uses';
import type { PermissionUse } from '../../domain/permission-uses';
import type { PendingUse } from '../../domain/usage';
import { TABLES } from '../storage/tables';
import type { Target } from './upsert';

/** Counts by key and day. */
export const days: Target<PendingUse> = {
  name: TABLES.usageDays,
  unique: ['key_id', 'day'],
  columnsOf: ({ keyId, day, allowed, denied }) => ({ key_id: keyId, day, allowed, denied }),
  merged: ({ sum }) => ({ allowed: sum('allowed'), denied: sum('denied') }),
};

/** Counts by key, and its last use. */
export const totals: Target<Omit<PendingUse, 'day'>> = {
  name: TABLES.usageTotals,
  unique: ['key_id'],
  columnsOf: ({ keyId, allowed, denied, lastUsedAt, lastAddress }) => ({
    key_id: keyId,
    allowed,
    denied,
    last_used_at: lastUsedAt,
    last_address: lastAddress,
  }),
  merged: ({ sum, ofLater }) => ({
    allowed: sum('allowed'),
    denied: sum('denied'),
    last_address: ofLater('last_address', 'last_used_at'),
    last_used_at: ofLater('last_used_at', 'last_used_at'),
  }),
};

/** Why a key was denied, by day (or by month, where days are rolled up). */
export const denials: Target<StoredDenial> = {
  name: TABLES.denials,
  unique: ['key_id', 'day', 'reason', 'action'],
  columnsOf: ({ keyId, day, reason, action, count, lastAt, lastAddress }) => ({
    key_id: keyId,
    day,
    reason,
    action,
    count,
    last_at: lastAt,
    last_address: lastAddress,
  }),
  merged: ({ sum, ofLater }) => ({
    count: sum('count'),
    last_address: ofLater('last_address', 'last_at'),
    last_at: ofLater('last_at', 'last_at'),
  }),
};

/** What of its denials may raise an alert, by minute. */
export const denialMinutes: Target<DenialMinute> = {
  name: TABLES.denialMinutes,
  unique: ['key_id', 'minute', 'kind'],
  columnsOf: ({ keyId, minute, kind, count, firstAt, lastAt, lastAddress }) => ({
    key_id: keyId,
    minute,
    kind,
    count,
    first_at: firstAt,
    last_at: lastAt,
    last_address: lastAddress,
  }),
  merged: ({ sum, least, ofLater }) => ({
    count: sum('count'),
    first_at: least('first_at'),
    last_address: ofLater('last_address', 'last_at'),
    last_at: ofLater('last_at', 'last_at'),
  }),
};

/** On which day a key last used a permission. */
export const permissionUses: Target<PermissionUse> = {
  name: TABLES.permissionUses,
  unique: ['key_id', 'action'],
  columnsOf: ({ keyId, action, day }) => ({ key_id: keyId, action, last_day: day }),
  merged: ({ ofLater }) => ({ last_day: ofLater('last_day', 'last_day') }),
};

/** How often the Access ID of a key came with a wrong secret, by day. */
export const forgedUses: Target<PendingForgery> = {
  name: TABLES.forgedUses,
  unique: ['key_id', 'day'],
  columnsOf: ({ keyId, day, count, lastAt }) => ({ key_id: keyId, day, count, last_at: lastAt }),
  merged: ({ sum, ofLater }) => ({ count: sum('count'), last_at: ofLater('last_at', 'last_at') }),
};
