import type { Core } from '@strapi/strapi';
import { USAGE_DAYS, type KeyDenial, type KeyPermissions, type KeyUsage } from '../../../contracts';
import { lastDays } from '../domain/days';
import { readInstant, readInteger } from '../domain/units';
import {
  filledDays,
  permissionReport,
  summedDenials,
  summedForgeries,
} from '../domain/usage-report';
import { APP, type Actor } from './actor';
import { getService } from './get-service';
import { reading, table } from './storage/database';
import { TABLES, type TableName } from './storage/tables';

interface Row {
  readonly day: string;
  readonly allowed: unknown;
  readonly denied: unknown;
  readonly reason: string;
  readonly action: string;
  readonly count: unknown;
  readonly last_at: unknown;
  readonly last_address: string | null;
  readonly last_day: string;
}

/** What is on record of a key's requests. Every method throws `not_found` as `key-reader` does. */
export const createUsageReader = ({ strapi }: { strapi: Core.Strapi }) => {
  const days = () => lastDays(USAGE_DAYS, getService(strapi, 'clock').now());
  const stored = (id: string, actor: Actor) => getService(strapi, 'key-reader').stored(id, actor);

  const rowsOf = <C extends keyof Row>(
    name: TableName,
    keyId: number,
    columns: readonly C[],
    on?: readonly string[],
  ): Promise<Pick<Row, C>[]> =>
    reading(strapi, async (trx) => {
      const query = table(strapi, name, trx).where({ key_id: keyId });
      // By name: rows that old days were rolled up into are no days.
      if (on !== undefined) query.whereIn('day', on);
      return (await query.select([...columns])) as Pick<Row, C>[];
    });

  return {
    /** Requests by UTC day over the last 30 of them, and wrong secrets over all of these. */
    async usage(id: string, actor: Actor = APP): Promise<KeyUsage> {
      const { row } = await stored(id, actor);
      const shown = days();
      const rows = await rowsOf(TABLES.usageDays, row.id, ['day', 'allowed', 'denied'], shown);
      const forged = await rowsOf(TABLES.forgedUses, row.id, ['count', 'last_at'], shown);
      const counts = rows.map(({ day, allowed, denied }) => ({
        day,
        allowed: readInteger(allowed),
        denied: readInteger(denied),
      }));
      const wrongSecrets = forged.map(({ count, last_at: lastAt }) => ({
        count: readInteger(count),
        lastAt: readInstant(lastAt),
      }));
      return { days: filledDays(shown, counts), wrongSecrets: summedForgeries(wrongSecrets) };
    },

    /** Why requests were denied over the last 30 UTC days. */
    async denials(id: string, actor: Actor = APP): Promise<KeyDenial[]> {
      const { row } = await stored(id, actor);
      const rows = await rowsOf(
        TABLES.denials,
        row.id,
        ['reason', 'action', 'count', 'last_at', 'last_address'],
        days(),
      );
      return summedDenials(
        rows.map(({ reason, action, count, last_at: lastAt, last_address: lastAddress }) => ({
          reason,
          action,
          count: readInteger(count),
          lastAt: readInstant(lastAt),
          lastAddress,
        })),
      );
    },

    /** What the roles of a key allow, and when each was last used. */
    async permissions(id: string, actor: Actor = APP): Promise<KeyPermissions> {
      const { row, credential } = await stored(id, actor);
      const grants = await getService(strapi, 'abilities').grantsOf(credential.roleSet);
      const rows = await rowsOf(TABLES.permissionUses, row.id, ['action', 'last_day']);
      return permissionReport(grants, new Map(rows.map((use) => [use.action, use.last_day])));
    },
  };
};

export type UsageReader = ReturnType<typeof createUsageReader>;
