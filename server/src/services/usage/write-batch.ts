import type { Core } from '@strapi/strapi';
import { sortedDenialMinutes, type PendingDenialMinutes } from '../../domain/denial-minutes';
import { sortedDenials, type PendingDenials } from '../../domain/denials';
import { sortedForgeries, type PendingForgeries } from '../../domain/forged-uses';
import { sortedPermissionUses, type PendingPermissionUses } from '../../domain/permission-uses';
import { compareText } from '../../domain/storable';
import { totalsOf, type PendingUses } from '../../domain/usage';
import { table, type Trx } from '../storage/database';
import { TABLES } from '../storage/tables';
import { chunks } from './chunks';
import { holdLivingKeys } from './living-keys';
import * as targets from './targets';
import { upsert } from './upsert';

/** What was counted of true holders and is not written yet. */
export interface Batch {
  readonly uses: PendingUses;
  readonly denials: PendingDenials;
  readonly denialMinutes: PendingDenialMinutes;
  readonly permissionUses: PendingPermissionUses;
}

/** Lets the credentials tell of their usage what the list of keys sorts and filters by. */
const copyTotals = async (strapi: Core.Strapi, ids: readonly number[], trx: Trx): Promise<void> => {
  const total = (column: string) =>
    table(strapi, TABLES.usageTotals, trx)
      .select(column)
      .where('key_id', trx.ref(`${TABLES.credentials}.key_id`));
  for (const part of chunks(ids)) {
    await table(strapi, TABLES.credentials, trx)
      .whereIn('key_id', part)
      .update({ last_used_at: total('last_used_at'), uses: total('allowed') });
  }
};

/**
 * Adds a batch to what the database holds; keys that are gone are left out. The tables are written in
 * the order in which the deletion of a key empties them: two orders would deadlock.
 */
export const writeBatch = async (strapi: Core.Strapi, batch: Batch, trx: Trx): Promise<void> => {
  const totals = totalsOf(batch.uses);
  const ids = totals.map(({ keyId }) => keyId);
  const living = await holdLivingKeys(strapi, ids, trx);
  const ofLiving = <T extends { readonly keyId: number }>(rows: readonly T[]) =>
    rows.filter(({ keyId }) => living.has(keyId));

  const days = [...batch.uses.values()].sort(
    (a, b) => a.keyId - b.keyId || compareText(a.day, b.day),
  );
  await upsert(strapi, trx, targets.days, ofLiving(days));
  await upsert(strapi, trx, targets.totals, ofLiving(totals));
  const used = ofLiving(totals).filter(({ allowed }) => allowed > 0);
  await copyTotals(
    strapi,
    used.map(({ keyId }) => keyId),
    trx,
  );
  await upsert(strapi, trx, targets.denials, ofLiving(sortedDenials(batch.denials)));
  const permissionUses = sortedPermissionUses(batch.permissionUses);
  await upsert(strapi, trx, targets.permissionUses, ofLiving(permissionUses));
  const denialMinutes = sortedDenialMinutes(batch.denialMinutes);
  await upsert(strapi, trx, targets.denialMinutes, ofLiving(denialMinutes));
};

/** Adds what was counted of wrong secrets, apart from what is counted of true holders. */
export const writeForgeries = async (
  strapi: Core.Strapi,
  forgeries: PendingForgeries,
  trx: Trx,
): Promise<void> => {
  const rows = sortedForgeries(forgeries);
  const ids = rows.map(({ keyId }) => keyId);
  const living = await holdLivingKeys(strapi, ids, trx);
  const ofLiving = rows.filter(({ keyId }) => living.has(keyId));
  await upsert(strapi, trx, targets.forgedUses, ofLiving);
};
