import type { Core } from '@strapi/strapi';
import { LRUCache } from 'lru-cache';
import { dayOf } from '../../domain/days';
import { countDenialMinute, mergeDenialMinutes } from '../../domain/denial-minutes';
import { countDenial, mergeDenials } from '../../domain/denials';
import { countForgery, type PendingForgeries } from '../../domain/forged-uses';
import { forgetNoted, mergePermissionUses, noteUses } from '../../domain/permission-uses';
import type { Refusal } from '../../domain/refusals';
import { addressSlot } from '../../domain/storable';
import { countUse, mergeUses } from '../../domain/usage';
import { getService } from '../get-service';
import { pluginConfig } from '../plugin-config';
import { attempt } from './attempt';
import { writeBatch, writeForgeries, type Batch } from './write-batch';

/** Uses of permissions that are remembered as written today; one that is forgotten is written twice. */
const NOTED_MAX = 20_000;

/** A deadlock alone is no reason to lose what is left at the end. */
const LAST_ATTEMPTS = 2;

const emptyBatch = (): Batch => ({
  uses: new Map(),
  denials: new Map(),
  denialMinutes: new Map(),
  permissionUses: new Map(),
});

/**
 * Counts requests in memory and writes them in batches; a crash loses at most one interval's counts.
 * Memory is bounded: what is counted of true holders by the number of keys, wrong secrets by a limit.
 */
export const createUsage = ({ strapi }: { strapi: Core.Strapi }) => {
  const noted = new LRUCache<string, string>({ max: NOTED_MAX });
  let pending = emptyBatch();
  let forgeries: PendingForgeries = new Map();
  let timer: NodeJS.Timeout | undefined;
  let flushing: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;

  const now = () => getService(strapi, 'clock').now();

  const flushUses = async (): Promise<void> => {
    if (pending.uses.size === 0) return;
    const batch = pending;
    pending = emptyBatch();
    const outcome = await attempt(strapi, (trx) => writeBatch(strapi, batch, trx));
    if (outcome.kind === 'failed') {
      mergeUses(pending.uses, batch.uses);
      mergeDenials(pending.denials, batch.denials);
      mergeDenialMinutes(pending.denialMinutes, batch.denialMinutes);
      mergePermissionUses(pending.permissionUses, batch.permissionUses);
      strapi.log.warn(
        `api-access: usage counts could not be written, trying again: ${String(outcome.error)}`,
      );
    }
    // A commit that fails may have happened all the same: too few is better than twice.
    if (outcome.kind === 'doubtful') {
      forgetNoted(noted, batch.permissionUses);
      strapi.log.warn(`api-access: a batch of usage counts was lost: ${String(outcome.error)}`);
    }
  };

  /** In a transaction of their own, so that no flood of them keeps true counts from being written. */
  const flushForgeries = async (): Promise<void> => {
    if (forgeries.size === 0) return;
    const batch = forgeries;
    forgeries = new Map();
    const outcome = await attempt(strapi, (trx) => writeForgeries(strapi, batch, trx));
    if (outcome.kind !== 'written')
      strapi.log.debug(`api-access: counts of wrong secrets were lost: ${String(outcome.error)}`);
  };

  const flushOnce = async (): Promise<void> => {
    await flushUses();
    await flushForgeries();
  };

  /** Writes what was counted before the call; at most one flush runs and one waits. */
  const flush = (): Promise<void> => {
    waiting ??= flushing.then(() => {
      waiting = undefined;
      flushing = flushOnce();
      return flushing;
    });
    return waiting;
  };

  return {
    /** Counts one request of a true holder that was let in; costs no I/O. */
    countAllowed(keyId: number, actions: Iterable<string>, address: string | null): void {
      const instant = now();
      countUse(pending.uses, keyId, 'allowed', instant, addressSlot(address));
      noteUses(pending.permissionUses, noted, keyId, actions, dayOf(instant));
    },

    /** Counts one request of a true holder that was refused, and why; costs no I/O. */
    countDenied(keyId: number, refusal: Refusal, address: string | null): void {
      const instant = now();
      countUse(pending.uses, keyId, 'denied', instant, null);
      const from = addressSlot(address);
      countDenial(pending.denials, keyId, refusal, instant, from);
      countDenialMinute(pending.denialMinutes, keyId, refusal.code, instant, from);
    },

    /** Counts one request with the Access ID of a key and a wrong secret, apart; costs no I/O. */
    countForged(keyId: number): void {
      countForgery(forgeries, keyId, now());
    },

    flush,

    start(): void {
      timer = setInterval(() => void flush(), pluginConfig(strapi).flushIntervalMs);
      timer.unref();
    },

    /** Writes what is left; may be called again for what came since. */
    async stop(): Promise<void> {
      clearInterval(timer);
      for (let tried = 0; tried < LAST_ATTEMPTS; tried += 1) {
        await flush();
        if (pending.uses.size === 0) return;
      }
      strapi.log.error('api-access: the last usage counts could not be written and are lost.');
    },
  };
};

export type Usage = ReturnType<typeof createUsage>;
