import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { countUse, mergeUses, totalsOf, type PendingUses } from '../domain/usage';
import { getService } from './get-service';
import { pluginConfig } from './plugin-config';
import { dialectOf, table, type Trx } from './storage/database';
import { TABLES } from './storage/tables';

/** Rows of one statement; well below SQLite's limit of bound values. */
const CHUNK = 100;

const chunks = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, at) =>
    rows.slice(at * CHUNK, (at + 1) * CHUNK),
  );

/** Counts uses in memory and writes them in batches; a crash loses at most one interval's counts. */
export const createUsage = ({ strapi }: { strapi: Core.Strapi }) => {
  let pending: PendingUses = new Map();
  let timer: NodeJS.Timeout | undefined;
  let flushing: Promise<void> = Promise.resolve();

  /** What an upsert adds: the row that was to be inserted, as each database calls it. */
  const incoming = (column: string): Knex.Raw =>
    dialectOf(strapi) === 'mysql'
      ? strapi.db.connection.raw('values(??)', [column])
      : strapi.db.connection.raw('excluded.??', [column]);
  const plus = (name: string, column: string): Knex.Raw =>
    strapi.db.connection.raw('??.?? + ?', [name, column, incoming(column)]);
  const newest = (name: string, column: string): Knex.Raw =>
    strapi.db.connection.raw(
      'case when ? is not null and (??.last_used_at is null or ? >= ??.last_used_at) then ? else ??.?? end',
      [
        incoming('last_used_at'),
        name,
        incoming('last_used_at'),
        name,
        incoming(column),
        name,
        column,
      ],
    );

  const write = async (batch: PendingUses, trx: Trx): Promise<void> => {
    const totals = totalsOf(batch);
    const ids = totals.map(({ keyId }) => keyId);
    const alive = new Set<number>();
    for (const part of chunks(ids)) {
      const rows = await table(strapi, TABLES.credentials, trx)
        .whereIn('key_id', part)
        .select<{ key_id: number }[]>('key_id');
      for (const row of rows) alive.add(row.key_id);
    }
    const days = [...batch.values()]
      .filter(({ keyId }) => alive.has(keyId))
      .sort((a, b) => a.keyId - b.keyId || a.day.localeCompare(b.day));
    for (const part of chunks(days)) {
      await table(strapi, TABLES.usageDays, trx)
        .insert(
          part.map(({ keyId, day, allowed, denied }) => ({ key_id: keyId, day, allowed, denied })),
        )
        .onConflict(['key_id', 'day'])
        .merge({
          allowed: plus(TABLES.usageDays, 'allowed'),
          denied: plus(TABLES.usageDays, 'denied'),
        });
    }
    for (const part of chunks(totals.filter(({ keyId }) => alive.has(keyId)))) {
      await table(strapi, TABLES.usageTotals, trx)
        .insert(
          part.map((use) => ({
            key_id: use.keyId,
            allowed: use.allowed,
            denied: use.denied,
            last_used_at: use.lastUsedAt,
            last_address: use.lastAddress,
          })),
        )
        .onConflict('key_id')
        .merge({
          allowed: plus(TABLES.usageTotals, 'allowed'),
          denied: plus(TABLES.usageTotals, 'denied'),
          // MySQL assigns from left to right, so the address is judged before the time moves.
          last_address: newest(TABLES.usageTotals, 'last_address'),
          last_used_at: newest(TABLES.usageTotals, 'last_used_at'),
        });
    }
  };

  const flushOnce = async (): Promise<void> => {
    if (pending.size === 0) return;
    const batch = pending;
    pending = new Map();
    let trx: Trx | undefined;
    try {
      trx = await strapi.db.connection.transaction();
      await write(batch, trx);
    } catch (error) {
      await trx?.rollback().catch(() => undefined);
      mergeUses(pending, batch);
      strapi.log.warn(
        `api-access: usage counts could not be written, trying again: ${String(error)}`,
      );
      return;
    }
    // A commit that fails may have happened all the same: too few is better than twice.
    await trx.commit().catch((error: unknown) => {
      strapi.log.warn(`api-access: a batch of usage counts was lost: ${String(error)}`);
    });
  };

  const flush = (): Promise<void> => {
    flushing = flushing.then(flushOnce);
    return flushing;
  };

  return {
    /** Counts one request of a true holder; costs no I/O. */
    count(keyId: number, outcome: 'allowed' | 'denied', address: string | null): void {
      countUse(pending, keyId, outcome, getService(strapi, 'clock').now(), address);
    },
    flush,
    start(): void {
      timer = setInterval(() => void flush(), pluginConfig(strapi).flushIntervalMs);
      timer.unref();
    },
    /** Writes what is left; Strapi calls it on shut-down. */
    async stop(): Promise<void> {
      clearInterval(timer);
      await flush();
    },
  };
};

export type Usage = ReturnType<typeof createUsage>;
