import type { Core } from '@strapi/strapi';
import type { ActivityDetails, ActivitySubject, ActivityKind } from '../../../contracts';
import { addressSlot } from '../domain/storable';
import type { EpochMs } from '../domain/units';
import { nameOfActor, type Actor } from './actor';
import { getService } from './get-service';
import type { MayGoOn } from './schedule';
import { reading, table, type Trx } from './storage/database';
import { forgetBefore } from './storage/forget';
import { TABLES } from './storage/tables';

/** One thing that happened, as services tell it. */
export interface Happening {
  readonly kind: ActivityKind;
  readonly actor: Actor;
  readonly subject?: ActivitySubject | null;
  readonly details?: ActivityDetails;
}

/** Who did it, and the transaction of what is told. */
export interface Told {
  readonly actor: Actor;
  readonly trx: Trx;
}

/** Keeps what happened; entries are only ever added, and outlive what they speak of. */
export const createActivity = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Writes one entry.
   *
   * @param trx - The transaction of what it tells, so that neither is there without the other.
   */
  async record({ kind, actor, subject, details = {} }: Happening, trx?: Trx): Promise<void> {
    const row = {
      at: getService(strapi, 'clock').now(),
      kind,
      actor_kind: actor.kind,
      actor_id: actor.user?.documentId ?? null,
      actor_name: nameOfActor(actor)?.slice(0, 255) ?? null,
      address: addressSlot(actor.address),
      subject_type: subject?.type ?? null,
      subject_id: subject?.id ?? null,
      subject_name: subject?.name.slice(0, 255) ?? null,
      access_id: subject?.accessId ?? null,
      details: JSON.stringify(details),
    };
    if (trx !== undefined) await table(strapi, TABLES.activity, trx).insert(row);
    else
      await reading(strapi, (own) =>
        Promise.resolve(table(strapi, TABLES.activity, own).insert(row)),
      );
  },

  /**
   * Removes what is older than an instant, a batch at a time.
   *
   * @returns how many entries there were.
   */
  async forgetOlderThan(instant: EpochMs, goOn?: MayGoOn): Promise<number> {
    return forgetBefore(strapi, { name: TABLES.activity, column: 'at' }, instant, goOn);
  },
});

export type Activity = ReturnType<typeof createActivity>;
