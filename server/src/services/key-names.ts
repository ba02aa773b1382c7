import type { Core } from '@strapi/strapi';
import { keyName, type NameCheck } from '../../../contracts';
import { ApiAccessError } from '../domain/errors';
import { nameKeyOf } from '../domain/names';
import { APP, type Actor } from './actor';
import { getService } from './get-service';
import { namingFault } from './naming';
import { parseInput } from './parse-input';
import { reading, table } from './storage/database';
import { schemaOf } from './storage/schema';
import { TABLES } from './storage/tables';

const FREE: NameCheck = { code: null, message: null };

/** Tells whether a name would be taken, before somebody saves. */
export const createKeyNames = ({ strapi }: { strapi: Core.Strapi }) => {
  /** Whether another key than this one has the name; a revoked key has given its own back. */
  const isTaken = (name: string, id: string | undefined): Promise<boolean> =>
    reading(strapi, async (trx) => {
      const query = table(strapi, `${TABLES.credentials} as c`, trx)
        .innerJoin(`${schemaOf(strapi).keys} as k`, 'k.id', 'c.key_id')
        .where('c.name_key', nameKeyOf(name));
      if (id !== undefined) query.whereNot('k.document_id', id);
      return ((await query.select('k.id')) as unknown[]).length > 0;
    });

  /** @throws ApiAccessError what a save of the name would answer. */
  const require = async (typed: string, id: string | undefined, actor: Actor): Promise<void> => {
    const name = parseInput(keyName, typed);
    const { settings } = await getService(strapi, 'settings').current();
    const fault = await namingFault(
      strapi,
      settings,
      actor,
      name,
      id === undefined ? 'create-api-access' : 'update',
    );
    if (fault !== null) throw fault;
    // Of a key that one may not see, nothing is told by leaving it out.
    const own = id === undefined ? null : await getService(strapi, 'key-reader').find(id, actor);
    if (await isTaken(name, own?.row.documentId)) throw new ApiAccessError('name_taken');
  };

  return {
    /** @param id - The key that has the name already, or is to get it. */
    async check(
      { name, id }: { name: string; id?: string | undefined },
      actor: Actor = APP,
    ): Promise<NameCheck> {
      try {
        await require(name, id, actor);
        return FREE;
      } catch (error) {
        if (!(error instanceof ApiAccessError)) throw error;
        return { code: error.code as NameCheck['code'], message: error.message };
      }
    },
  };
};

export type KeyNames = ReturnType<typeof createKeyNames>;
