import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Attention, AttentionKey } from '../../../contracts';
import { displayId } from '../domain/token';
import { DAY_MS, readInstant, readInstantOrNull, toIso, toIsoOrNull } from '../domain/units';
import { dayOf } from '../domain/days';
import { APP, type Actor } from './actor';
import { getService } from './get-service';
import { quickCondition } from './key-conditions';
import { countOf } from './key-query';
import { reading } from './storage/database';
import { TABLES } from './storage/tables';
import { visibleKeys } from './visible-keys';

type Query = Knex.QueryBuilder;

/** Keys of each kind that are named; the rest are counted. */
const NAMED = 5;
const IN_USE_DAYS = 30;
const REASON = 'expired_token';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly access_id: string;
  readonly expires_at: unknown;
  readonly tried_at: unknown;
}

const toKey = (row: Row): AttentionKey => ({
  id: row.id,
  name: row.name,
  displayId: displayId(row.prefix, row.access_id),
  expiresAt: toIso(readInstant(row.expires_at)),
  lastTriedAt: toIsoOrNull(readInstantOrNull(row.tried_at)),
});

const COLUMNS = ['k.document_id as id', 'k.name', 'c.prefix', 'c.access_id', 'c.expires_at'];

/** The organisation's keys that somebody should see to, of those that the actor may see. */
export const createKeyAttention = ({ strapi }: { strapi: Core.Strapi }) => {
  const read = async (query: Query, tried: string, order: readonly [string, 'asc' | 'desc']) => {
    const total = await countOf(query);
    const rows = (await query
      .select(COLUMNS)
      .select(`${tried} as tried_at`)
      .orderBy(...order)
      .orderBy('k.id')
      .limit(NAMED)) as Row[];
    return { total, keys: rows.map(toKey) };
  };

  return {
    async list(actor: Actor = APP): Promise<Attention> {
      const now = getService(strapi, 'clock').now();
      const since = now - IN_USE_DAYS * DAY_MS;
      return reading(strapi, async (trx) => {
        const living = () =>
          visibleKeys(strapi, actor, ['api-key'], 'joined', trx).whereNull('c.revoked_at');
        const expiring = living().whereRaw('?', [quickCondition(strapi, 'expires-soon', now)]);
        const expired = living()
          .where('c.expires_at', '<=', now)
          .innerJoin(
            (denied: Query) =>
              void denied
                .from(TABLES.denials)
                .where('reason', REASON)
                // A day more: the index knows days alone, and `last_at` decides.
                .where('day', '>=', dayOf((since - DAY_MS) as typeof now))
                .where('last_at', '>', since)
                .groupBy('key_id')
                .select('key_id')
                .max({ last_at: 'last_at' })
                .as('d'),
            'd.key_id',
            'k.id',
          );
        return {
          expiring: await read(expiring, 'c.last_used_at', ['c.expires_at', 'asc']),
          expiredInUse: await read(expired, 'd.last_at', ['d.last_at', 'desc']),
        };
      });
    },
  };
};

export type KeyAttention = ReturnType<typeof createKeyAttention>;
