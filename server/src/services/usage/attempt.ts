import type { Core } from '@strapi/strapi';
import { bySteps, StalledError } from '../by-steps';
import { dialectOf, type Trx } from '../storage/database';
import { sever } from '../storage/sever';

/** How a write ended. Only one that surely `failed` may be tried again: a commit in doubt may have happened. */
export type Outcome =
  | { readonly kind: 'written' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'doubtful'; readonly error: unknown };

/** Far longer than a statement takes: after that, the database is taken for gone without a word. */
const STATEMENT_MS = 30_000;
const PROBE_MS = 5_000;

/** A connection that has fallen silent is found out by a statement that knex can give up. */
const probe = async (strapi: Core.Strapi): Promise<void> => {
  if (dialectOf(strapi) === 'sqlite') return;
  await strapi.db.connection.raw('select 1').timeout(PROBE_MS);
};

/**
 * Writes in one transaction, all or nothing. Never throws, and ends even where the database never
 * answers: then nothing of it is committed afterwards.
 *
 * @param statementMs - After which a statement is given up, in milliseconds.
 */
export const attempt = async (
  strapi: Core.Strapi,
  write: (trx: Trx) => Promise<void>,
  statementMs = STATEMENT_MS,
): Promise<Outcome> => {
  let trx: Trx | undefined;
  const progress = { isCommitting: false };
  try {
    return await bySteps<Outcome>(statementMs, async (step) => {
      const goOn = (): void => {
        if (!step()) throw new StalledError(statementMs);
      };
      try {
        await probe(strapi);
        goOn();
        trx = await strapi.db.connection.transaction();
        trx.on('query', step);
        goOn();
        await write(trx);
        goOn();
      } catch (error) {
        await trx?.rollback().catch(() => undefined);
        return { kind: 'failed', error };
      }
      progress.isCommitting = true;
      try {
        // A COMMIT that the database refuses is told by the promise of the whole alone.
        await Promise.all([trx.commit(), trx.executionPromise]);
        return { kind: 'written' };
      } catch (error) {
        return { kind: 'doubtful', error };
      }
    });
  } catch (error) {
    if (trx !== undefined) await sever(trx, error);
    return { kind: progress.isCommitting ? 'doubtful' : 'failed', error };
  }
};
