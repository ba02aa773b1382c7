import type { Core } from '@strapi/strapi';
import type { RateLimit } from '../../../../contracts';
import { getService } from '../get-service';
import { pluginConfig } from '../plugin-config';
import { within } from '../within';

/** A limit for keys without one of their own, and the epoch that it was read in or after. */
interface DefaultLimit {
  readonly epoch: string;
  readonly limit: RateLimit | null;
}

/** The limit of Rules & notices, read once an epoch. */
export const createDefaultLimit = (strapi: Core.Strapi) => {
  const { verifyTimeoutMs } = pluginConfig(strapi);
  const tooLate = () => new Error(`no rate limit was read within ${String(verifyTimeoutMs)} ms`);
  let known: DefaultLimit | undefined;
  let running: { readonly epoch: string; readonly limit: Promise<RateLimit | null> } | undefined;

  const read = async (epoch: string): Promise<RateLimit | null> => {
    const { settings } = await getService(strapi, 'settings').current();
    known = { limit: settings.rateLimit, epoch };
    return settings.rateLimit;
  };

  const readOnce = async (epoch: string): Promise<RateLimit | null> => {
    // A read that is never answered must not stay what all later requests wait for.
    const mine = { epoch, limit: within(verifyTimeoutMs, read(epoch), tooLate) };
    running = mine;
    try {
      return await mine.limit;
    } finally {
      if (running === mine) running = undefined;
    }
  };

  /**
   * @param epoch - Read before the limit is: should that change in between, it lies under an epoch
   *   that no later request has.
   * @returns The limit at once, where it is known.
   */
  return (epoch: string): RateLimit | null | Promise<RateLimit | null> => {
    if (known?.epoch === epoch) return known.limit;
    // Within a transaction SQLite has no connection left for a read that others began outside it.
    if (strapi.db.inTransaction()) return read(epoch);
    return running?.epoch === epoch ? running.limit : readOnce(epoch);
  };
};
