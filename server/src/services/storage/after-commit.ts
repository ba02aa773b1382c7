import type { Core } from '@strapi/strapi';
import type { Trx } from './database';

/** What Strapi gives whoever stands in a transaction (`@strapi/database`). */
interface Standing {
  readonly trx: Trx;
  readonly onCommit: (run: () => void) => void;
  readonly onRollback: (run: () => void) => void;
}

/**
 * Runs something once the transaction that the caller stands in has been committed, where the
 * app's own code has begun one, that one; at once outside of any, and never after a rollback or a
 * COMMIT that the database refused.
 *
 * @param run - Must not throw: Strapi would take the committed transaction for failed.
 */
export const afterCommit = (strapi: Core.Strapi, run: () => void): void => {
  if (!strapi.db.inTransaction()) {
    run();
    return;
  }
  let isWaiting = true;
  void strapi.db.transaction(({ trx, onCommit, onRollback }: Standing) => {
    // What a commit has called may begin transactions, and Strapi hands them the same list
    // (@strapi/database, transaction-context): it is gone through again with each of them, so a
    // callback can neither trust that it is called once, nor that its own transaction has ended.
    onCommit(() => {
      if (!isWaiting || !trx.isCompleted()) return;
      isWaiting = false;
      // Of a refused COMMIT knex tells here alone; Strapi takes it for done.
      void trx.executionPromise.then(run, () => undefined);
    });
    onRollback(() => {
      if (trx.isCompleted()) isWaiting = false;
    });
  });
};
