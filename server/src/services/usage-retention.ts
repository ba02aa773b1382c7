import type { Core } from '@strapi/strapi';
import { USAGE_DAYS } from '../../../contracts';
import { lastDays } from '../domain/days';
import { byMonth, sortedDenials, type StoredDenial } from '../domain/denials';
import { readInstant, readInteger } from '../domain/units';
import { getService } from './get-service';
import { always, type MayGoOn } from './schedule';
import { table, transaction, type Trx } from './storage/database';
import { TABLES, type TableName } from './storage/tables';
import { holdLivingKeys } from './usage/living-keys';
import { denials } from './usage/targets';
import { upsert } from './usage/upsert';

/** Keys of one transaction. */
const KEYS = 20;

interface DenialRow {
  readonly key_id: number;
  readonly day: string;
  readonly reason: string;
  readonly action: string;
  readonly count: unknown;
  readonly last_at: unknown;
  readonly last_address: string | null;
}

const toDenial = (row: DenialRow): StoredDenial => ({
  keyId: row.key_id,
  day: row.day,
  reason: row.reason,
  action: row.action,
  count: readInteger(row.count),
  lastAt: readInstant(row.last_at),
  lastAddress: row.last_address,
});

/** Keeps what is counted by day from growing for ever. */
export const createUsageRetention = ({ strapi }: { strapi: Core.Strapi }) => {
  /** Rows of days, not of the months that days were rolled up into. */
  const oldDays = (name: TableName, before: string, trx?: Trx) =>
    table(strapi, name, trx).where('day', '<', before).whereRaw('length(day) = 10');

  const nextKeys = async (name: TableName, before: string, after: number): Promise<number[]> =>
    (
      await oldDays(name, before)
        .where('key_id', '>', after)
        .orderBy('key_id')
        .limit(KEYS)
        .distinct<{ key_id: number }[]>('key_id')
    ).map((row) => row.key_id);

  const rollUp = async (before: string, living: Iterable<number>, trx: Trx): Promise<void> => {
    const rows = await oldDays(TABLES.denials, before, trx)
      .whereIn('key_id', [...living])
      .select<DenialRow[]>('*');
    await upsert(strapi, trx, denials, sortedDenials(byMonth(rows.map(toDenial))));
  };

  const forgetIn = async (name: TableName, before: string, goOn: MayGoOn): Promise<number> => {
    let forgotten = 0;
    let keys = await nextKeys(name, before, 0);
    while (keys.length > 0 && (await goOn())) {
      const batch = keys;
      forgotten += await transaction(strapi, async (trx) => {
        // Held, so that nobody adds to a day that is being summed, nor deletes the key meanwhile.
        const living = await holdLivingKeys(strapi, batch, trx);
        if (name === TABLES.denials) await rollUp(before, living, trx);
        return oldDays(name, before, trx).whereIn('key_id', batch).delete();
      });
      keys = await nextKeys(name, before, batch.at(-1) ?? Infinity);
    }
    return forgotten;
  };

  return {
    /**
     * Removes the counts of single days before a day, a batch of keys at a time, so that nothing else
     * waits for long. No sum is lost: the totals hold all requests, and denials are kept by month.
     * Each batch is all or nothing, so whatever ends this halfway, it can simply be called again.
     *
     * @param day - UTC, as `2026-11-21`; what the reports show, the last 30 days, is kept anyway.
     * @param goOn - Asked between batches: `false` ends it.
     * @returns how many rows of days there were.
     */
    async forgetOlderThan(day: string, goOn: MayGoOn = always): Promise<number> {
      const [shown = day] = lastDays(USAGE_DAYS, getService(strapi, 'clock').now());
      const before = day < shown ? day : shown;
      let forgotten = 0;
      for (const name of [TABLES.usageDays, TABLES.denials, TABLES.forgedUses])
        forgotten += await forgetIn(name, before, goOn);
      return forgotten;
    },
  };
};

export type UsageRetention = ReturnType<typeof createUsageRetention>;
