/** What the database holds of the requests of all keys, wherever it holds it. */
import { type Knex } from 'knex';

export interface Counted {
  readonly allowed: number;
  readonly denied: number;
}

export interface StoredCounts {
  readonly totals: Counted;
  readonly days: Counted;
}

type Row = { accessId: string; allowed: unknown; denied: unknown };

const sumsOf = async (db: Knex, table: string): Promise<Map<string, Counted>> => {
  const rows: Row[] = await db('api_access_credentials as c')
    .leftJoin(`${table} as t`, 't.key_id', 'c.key_id')
    .groupBy('c.access_id')
    .select('c.access_id as accessId')
    .sum({ allowed: 't.allowed', denied: 't.denied' });
  return new Map(
    rows.map(({ accessId, allowed, denied }) => [
      accessId,
      { allowed: Number(allowed), denied: Number(denied) },
    ]),
  );
};

/** By Access ID; of the keys that are still there. */
export const storedCounts = async (db: Knex): Promise<Map<string, StoredCounts>> => {
  const totals = await sumsOf(db, 'api_access_usage_totals');
  const days = await sumsOf(db, 'api_access_usage_days');
  const none = { allowed: 0, denied: 0 };
  return new Map(
    [...totals].map(([accessId, sums]) => [
      accessId,
      { totals: sums, days: days.get(accessId) ?? none },
    ]),
  );
};
