import type { Core } from '@strapi/strapi';
import type { KeyFilter } from '../../../contracts';
import { readInteger } from '../domain/units';
import { table, type Trx } from './storage/database';
import { schemaOf } from './storage/schema';

type Ids = readonly number[];

/**
 * Row ids of what a filter names; absent where it names none of a kind. Databases know how many keys
 * hold a tag by its row id alone, and so find a way to few keys that does not pass by all of them.
 */
export interface NamedRows {
  readonly roles?: Ids;
  readonly tags?: Ids;
  readonly author?: Ids;
}

const idsWhere = async (
  strapi: Core.Strapi,
  name: string,
  column: string,
  values: readonly string[],
  trx?: Trx,
): Promise<Ids> => {
  const rows = (await table(strapi, name, trx).whereIn(column, values).pluck('id')) as unknown[];
  return rows.map(readInteger);
};

/** API roles that open everything. */
export const fullAccessRoles = (strapi: Core.Strapi, trx?: Trx): Promise<Ids> =>
  idsWhere(strapi, schemaOf(strapi).roles, 'kind', ['full-access'], trx);

export const namedRows = async (
  strapi: Core.Strapi,
  { roles, tags, author }: Pick<KeyFilter, 'roles' | 'tags' | 'author'>,
  trx?: Trx,
): Promise<NamedRows> => {
  const schema = schemaOf(strapi);
  const named = (name: string, ids: readonly string[]) =>
    idsWhere(strapi, name, 'document_id', ids, trx);
  return {
    ...(roles === undefined ? {} : { roles: await named(schema.roles, roles) }),
    ...(tags === undefined ? {} : { tags: await named(schema.tags, tags) }),
    ...(author === undefined ? {} : { author: await named(schema.adminUsers, author) }),
  };
};
