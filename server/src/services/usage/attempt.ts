import type { Core } from '@strapi/strapi';
import type { Trx } from '../storage/database';

/** How a write ended. Only one that surely `failed` may be tried again: a commit in doubt may have happened. */
export type Outcome =
  | { readonly kind: 'written' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'doubtful'; readonly error: unknown };

/** Writes in one transaction, all or nothing. Never throws. */
export const attempt = async (
  strapi: Core.Strapi,
  write: (trx: Trx) => Promise<void>,
): Promise<Outcome> => {
  let trx: Trx | undefined;
  try {
    trx = await strapi.db.connection.transaction();
    await write(trx);
  } catch (error) {
    await trx?.rollback().catch(() => undefined);
    return { kind: 'failed', error };
  }
  try {
    // A COMMIT that the database refuses is told by the promise of the whole alone.
    await Promise.all([trx.commit(), trx.executionPromise]);
    return { kind: 'written' };
  } catch (error) {
    return { kind: 'doubtful', error };
  }
};
