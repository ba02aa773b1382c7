import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { lockRows, table, type Trx } from './storage/database';
import { TABLES } from './storage/tables';

/**
 * One random value that changes in every transaction that changes a role or Rules & notices. What was
 * compiled or read under another value is never used again, on any node.
 */
export const createEpoch = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Keeps all others from committing a change of the kind until the transaction ends. */
  async hold(trx: Trx): Promise<void> {
    await lockRows(strapi, TABLES.epoch, [1], 'update', trx);
  },

  async renew(trx: Trx): Promise<void> {
    await table(strapi, TABLES.epoch, trx).where({ id: 1 }).update({ value: randomUUID() });
  },
});

export type Epoch = ReturnType<typeof createEpoch>;
