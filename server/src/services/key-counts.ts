import type { Core } from '@strapi/strapi';
import { QUICK_FILTERS, type KeyCounts } from '../../../contracts';
import { readInteger } from '../domain/units';
import { APP, type Actor } from './actor';
import { getService } from './get-service';
import { quickCondition } from './key-conditions';
import { reading } from './storage/database';
import { visibleKeys } from './visible-keys';

type Counted = Record<string, unknown>;

/** Counts the organisation's keys for the table's head; of those the actor may see, in one query. */
export const createKeyCounts = ({ strapi }: { strapi: Core.Strapi }) => ({
  async count(actor: Actor = APP): Promise<KeyCounts> {
    const now = getService(strapi, 'clock').now();
    const filters = QUICK_FILTERS.filter(
      (quick) => quick !== 'full-access' || actor.can('get-role'),
    );
    const [row] = await reading(strapi, async (trx) => {
      const query = visibleKeys(strapi, actor, ['api-key'], 'none', trx).count({
        total: 'c.key_id',
      });
      for (const quick of filters) {
        query.select(
          strapi.db.connection.raw('count(case when c.revoked_at is null and ? then 1 end) as ??', [
            quickCondition(strapi, quick, now),
            quick,
          ]),
        );
      }
      return (await query) as Counted[];
    });
    const read = (name: string) => readInteger(row?.[name] ?? 0);
    return {
      total: read('total'),
      quick: Object.fromEntries(filters.map((quick) => [quick, read(quick)])),
    };
  },
});

export type KeyCountsService = ReturnType<typeof createKeyCounts>;
