import type { Core } from '@strapi/strapi';
import type { MyToken } from '../../../contracts';
import { ApiAccessError } from '../domain/errors';
import { APP } from './actor';
import type { Owner } from './credentials';
import { getService } from './get-service';
import type { StoredKey } from './key-reader';
import { reading, table, type Trx } from './storage/database';
import { schemaOf } from './storage/schema';
import { TABLES } from './storage/tables';

const rowsOf = (strapi: Core.Strapi, { kind, id }: Owner, trx?: Trx) =>
  table(strapi, TABLES.credentials, trx)
    .where({ owner_kind: kind, owner_id: id })
    .select<{ key_id: number; revoked_at: unknown }[]>('key_id', 'revoked_at');

/** The tokens of one person, the newest first. */
export const readOwned = async (strapi: Core.Strapi, owner: Owner): Promise<StoredKey[]> => {
  const rows = await reading(strapi, (trx) => Promise.resolve(rowsOf(strapi, owner, trx)));
  const keys = await getService(strapi, 'key-reader').load({
    id: { $in: rows.map((row) => row.key_id) },
  });
  return keys.sort((a, b) => b.row.id - a.row.id);
};

/** @throws ApiAccessError `not_found`, also for another's token or an organisation's key. */
export const readOwn = async (
  strapi: Core.Strapi,
  owner: Owner,
  id: string,
): Promise<StoredKey> => {
  const key = await getService(strapi, 'key-reader').find(id);
  const held = key?.credential.owner;
  if (key === null || held?.kind !== owner.kind || held.id !== owner.id) {
    throw new ApiAccessError('not_found');
  }
  return key;
};

/** How many tokens count towards the limit: a revoked one never works again. */
export const countHeld = async (strapi: Core.Strapi, owner: Owner, trx?: Trx): Promise<number> => {
  const rows = await reading(strapi, (own) => Promise.resolve(rowsOf(strapi, owner, trx ?? own)));
  return rows.filter((row) => row.revoked_at === null).length;
};

/** Lets one transaction at a time make a token for this person. */
export const lockOwner = async (
  strapi: Core.Strapi,
  { kind, id }: Owner,
  trx: Trx,
): Promise<void> => {
  const { adminUsers, endUsers } = schemaOf(strapi);
  const people = kind === 'admin' ? adminUsers : endUsers;
  const rows =
    people === undefined
      ? []
      : await table(strapi, people, trx)
          .where({ document_id: id })
          .forUpdate()
          .select<object[]>('id');
  if (rows.length === 0) throw new ApiAccessError('not_found');
};

/** A token as its owner sees it, who needs no permission to see its API roles. */
export const viewOwn = (strapi: Core.Strapi, token: StoredKey): MyToken => {
  const { roles = [], usage, ...key } = getService(strapi, 'key-reader').view(token, APP);
  return {
    id: key.id,
    name: key.name,
    accessId: key.accessId,
    displayId: key.displayId,
    hint: key.hint,
    status: key.status,
    roles: roles.map(({ id, name }) => ({ id, name })),
    createdAt: key.createdAt,
    issuedAt: key.issuedAt,
    expiresAt: key.expiresAt,
    lastUsedAt: usage.lastUsedAt,
    revision: key.revision,
  };
};
