import type { Core } from '@strapi/strapi';
import { MAX_COUNTED, QUICK_FILTERS, type BoundedTotal, type KeyCounts } from '../../../contracts';
import { APP, type Actor } from './actor';
import { getService } from './get-service';
import { quickCondition } from './key-conditions';
import { inReach } from './key-query';
import { fullAccessRoles } from './named-rows';
import { countUpTo } from './storage/bounded-count';
import { reading } from './storage/database';
import { visibleKeys } from './visible-keys';

/**
 * Counts the organisation's keys for the table's head, of those the actor may see; each in a query
 * of its own, so that each ends where enough are found, and others get in between.
 */
export const createKeyCounts = ({ strapi }: { strapi: Core.Strapi }) => ({
  async count(actor: Actor = APP): Promise<KeyCounts> {
    const now = getService(strapi, 'clock').now();
    const filters = QUICK_FILTERS.filter(
      (quick) => quick !== 'full-access' || actor.can('get-role'),
    );
    return reading(strapi, async (trx) => {
      const fullAccess = await fullAccessRoles(strapi, trx);
      const visible = () => visibleKeys(strapi, actor, ['api-key'], 'none', trx);
      const all = await countUpTo(strapi, visible(), MAX_COUNTED, trx);
      const quick: Partial<Record<(typeof QUICK_FILTERS)[number], BoundedTotal>> = {};
      for (const name of filters) {
        const query = visible()
          .whereNull('c.revoked_at')
          .whereRaw('?', [quickCondition(strapi, name, now, fullAccess)]);
        quick[name] = await countUpTo(strapi, inReach(query, name), MAX_COUNTED, trx);
      }
      return { all, quick };
    });
  },
});

export type KeyCountsService = ReturnType<typeof createKeyCounts>;
