import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { KeyPeople } from '../../../contracts';
import { adminName, type AdminUserRow } from './admin-name';
import { APP, type Actor } from './actor';
import { reading, table } from './storage/database';
import { schemaOf } from './storage/schema';
import { allVisibleKeys } from './visible-keys';

type Query = Knex.QueryBuilder;

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name);

const named = (admins: readonly AdminUserRow[]) =>
  admins.map((admin) => ({ id: admin.documentId, name: adminName(admin) })).sort(byName);

const NAME_COLUMNS = [
  'id',
  'document_id as documentId',
  'firstname',
  'lastname',
  'username',
  'email',
];

/** People by whom keys can be found, and to whom they can be given over. */
export const createKeyPeople = ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(actor: Actor = APP): Promise<KeyPeople> {
    const { adminUsers, keyAuthor, keys } = schemaOf(strapi);
    return reading(strapi, async (trx) => {
      const admins = () =>
        table(strapi, `${adminUsers} as a`, trx).select<AdminUserRow[]>(
          NAME_COLUMNS.map((column) => `a.${column}`),
        );
      const authors = admins().whereExists((keys: Query) => {
        keys
          .select(`l.${keyAuthor.own}`)
          .from(`${keyAuthor.name} as l`)
          .whereRaw('?? = ??', [`l.${keyAuthor.other}`, 'a.id']);
      });
      // Without `read` there is one author of whose keys anybody knows.
      if (!actor.can('read')) authors.where('a.id', actor.user?.id ?? -1);
      // Each key has a credential: whoever sees all of them need not be asked about each.
      const keysSeen = actor.can('read')
        ? table(strapi, `${keys} as k`, trx)
        : allVisibleKeys(strapi, actor, trx);
      const issuers = await keysSeen
        .whereNotNull('k.last_issued_by')
        .distinct<{ name: string }[]>({ name: 'k.last_issued_by' });
      const active = actor.can('update')
        ? await admins()
            .where('a.is_active', true)
            .whereRaw('coalesce(a.blocked, ?) = ?', [false, false])
        : [];
      return {
        authors: named(await authors),
        issuers: issuers.sort(byName).map(({ name }) => name),
        admins: named(active),
      };
    });
  },
});

export type KeyPeopleService = ReturnType<typeof createKeyPeople>;
