import type { Core } from '@strapi/strapi';
import type { BulkResult } from '../../../../contracts';
import { ApiAccessError } from '../../domain/errors';
import type { Actor } from '../actor';
import { getService } from '../get-service';
import type { StoredKey } from '../key-reader';

/**
 * Does one thing to many keys, one after the other: each whole or not at all, and a refusal of one
 * keeps none of the others back. A fault of the database ends it; what is done by then is done.
 */
export const eachKey = async (
  strapi: Core.Strapi,
  ids: readonly string[],
  actor: Actor,
  run: (key: StoredKey) => Promise<void>,
): Promise<BulkResult> => {
  const reader = getService(strapi, 'key-reader');
  const done: string[] = [];
  const failed: BulkResult['failed'] = [];
  for (const id of new Set(ids)) {
    const key = await reader.find(id, actor);
    try {
      if (key === null) throw new ApiAccessError('not_found');
      await run(key);
      done.push(id);
    } catch (error) {
      if (!(error instanceof ApiAccessError)) throw error;
      failed.push({ id, name: key?.row.name ?? null, code: error.code, message: error.message });
    }
  }
  return { done, failed };
};
