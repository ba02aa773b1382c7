import type { Core } from '@strapi/strapi';
import { readInteger } from '../domain/units';
import { reading, table } from './storage/database';
import { schemaOf } from './storage/schema';
import { TABLES } from './storage/tables';

/** How many keys that are not revoked hold each of some roles or tags, by row id. */
export const countKeys = async (
  strapi: Core.Strapi,
  what: 'roles' | 'tags',
  ids: readonly number[],
): Promise<Map<number, number>> => {
  const { keyRoles, keyTags } = schemaOf(strapi);
  const link = what === 'roles' ? keyRoles : keyTags;
  if (ids.length === 0) return new Map();
  const rows = await reading(strapi, (trx) =>
    Promise.resolve(
      table(strapi, `${link.name} as l`, trx)
        .innerJoin(`${TABLES.credentials} as c`, 'c.key_id', `l.${link.own}`)
        .whereNull('c.revoked_at')
        .whereIn(`l.${link.other}`, ids)
        .groupBy(`l.${link.other}`)
        .select({ id: `l.${link.other}` })
        .count({ total: '*' }) as Promise<{ id: unknown; total: unknown }[]>,
    ),
  );
  return new Map(rows.map(({ id, total }) => [readInteger(id), readInteger(total)]));
};

/** A filter of Strapi's query engine on the name, for a search that may be absent. */
export const nameContains = (search: string | undefined): Record<string, unknown> =>
  search === undefined || search === '' ? {} : { name: { $containsi: search } };
