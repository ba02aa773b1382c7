/** Usage that a test needs to have been long ago, written as a batch of counts writes it. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

export interface StoredUsage {
  readonly allowed: number;
  readonly denied?: number;
  /** Epoch milliseconds. */
  readonly lastUsedAt: number | null;
}

export const storeUsage = async (
  { db }: Core.Strapi,
  { key_id: keyId }: { key_id: number },
  { allowed, denied = 0, lastUsedAt }: StoredUsage,
): Promise<void> => {
  await db
    .connection('api_access_usage_totals')
    .insert({ key_id: keyId, allowed, denied, last_used_at: lastUsedAt });
  await db
    .connection('api_access_credentials')
    .where({ key_id: keyId })
    .update({ uses: allowed, last_used_at: lastUsedAt });
};

/** What the database holds of one key's requests, wherever it holds it. */
export const readUsage = async (db: Knex, accessId: string) => {
  const one = await db<Record<string, unknown>>('api_access_credentials')
    .where({ access_id: accessId })
    .first('key_id', 'uses', 'last_used_at');
  const ofKey = { key_id: Number(one?.key_id) };
  const sum = async (table: string, column: string): Promise<number> => {
    const rows = await db(table).where(ofKey).sum<{ total: unknown }[]>({ total: column });
    return Number(rows[0]?.total ?? 0);
  };
  const counts = async (table: string) => ({
    allowed: await sum(table, 'allowed'),
    denied: await sum(table, 'denied'),
  });
  return {
    days: await counts('api_access_usage_days'),
    totals: await counts('api_access_usage_totals'),
    /** As the list of keys sorts by. */
    uses: Number(one?.uses ?? 0),
    denials: await sum('api_access_denials', 'count'),
  };
};
