import type { Core } from '@strapi/strapi';
import { ROLE_UID } from '../../../contracts';
import type { RoleContent } from '../domain/declared-roles';
import { ApiAccessError } from '../domain/errors';
import { nameKeyOf } from '../domain/names';
import type { RoleRow } from './role-row';
import { table, type Trx } from './storage/database';
import { schemaOf } from './storage/schema';

const named = (name: string) => ({ name, nameKey: nameKeyOf(name) });

/** Both are for a transaction that renews the epoch. */
export const insertRole = async (
  strapi: Core.Strapi,
  { name, ...content }: RoleContent & { readonly code: string },
): Promise<RoleRow> =>
  (await strapi.db
    .query(ROLE_UID)
    .create({ data: { ...content, ...named(name), revision: 0 } })) as RoleRow;

/**
 * Writes over the revision that was read.
 *
 * @throws ApiAccessError `revision_conflict` where the role has another one.
 */
export const rewriteRole = async (
  strapi: Core.Strapi,
  { id, revision }: Pick<RoleRow, 'id' | 'revision'>,
  { name, ...content }: Partial<RoleContent>,
  trx: Trx,
): Promise<RoleRow> => {
  const claimed = await table(strapi, schemaOf(strapi).roles, trx)
    .where({ id, revision })
    .update({ revision: revision + 1 });
  if (claimed !== 1) throw new ApiAccessError('revision_conflict');
  const rows = strapi.db.query(ROLE_UID);
  const data = { ...content, ...(name === undefined ? {} : named(name)) };
  await rows.update({ where: { id }, data });
  return (await rows.findOne({ where: { id } })) as RoleRow;
};
