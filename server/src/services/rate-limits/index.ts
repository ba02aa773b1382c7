import type { Core } from '@strapi/strapi';
import type { RateLimit } from '../../../../contracts';
import { rateSlot, rateState, type RateState } from '../../domain/rate';
import type { PresentedCredential } from '../credentials';
import { getService } from '../get-service';
import type { SettingsVersion } from '../settings-version';
import { createLocalCounter } from './local-counter';
import type { SharedCounter } from './shared-counter';
import { startSharedCounter } from './start-shared-counter';

/** A limit for keys without one of their own, and the Rules & notices in which it stood. */
interface DefaultLimit {
  readonly version: SettingsVersion;
  readonly limit: RateLimit | null;
}

/**
 * Requests of each key in its current window; only true holders of a secret are counted.
 *
 * With Redis, all nodes count in one place, exactly. While it is away each node counts for itself,
 * and goes on from what it heard last, so a running window is not begun anew. Once Redis is back its
 * own count holds: what nodes let in meanwhile is not added, since after a restart Redis would hold
 * that against a new window. So a window that an outage falls into lets in its number once more on
 * each node at most. Without Redis each node always counts for itself.
 */
export const createRateLimits = ({ strapi }: { strapi: Core.Strapi }) => {
  const local = createLocalCounter();
  let shared: SharedCounter | undefined;
  let known: DefaultLimit | undefined;
  let running: { readonly version: SettingsVersion; limit: Promise<RateLimit | null> } | undefined;

  const read = async (): Promise<RateLimit | null> => {
    const { settings, version } = await getService(strapi, 'settings').current();
    known = { limit: settings.rateLimit, version };
    return settings.rateLimit;
  };

  /** @param version - As whoever asks has seen it, who is told nothing older. */
  const defaultLimit = async (version: SettingsVersion): Promise<RateLimit | null> => {
    if (known?.version === version) return known.limit;
    // Within a transaction SQLite has no connection left for a read that others began outside it.
    if (strapi.db.inTransaction()) return read();
    if (running?.version === version) return running.limit;
    const mine = { version, limit: read() };
    running = mine;
    try {
      return await mine.limit;
    } finally {
      if (running === mine) running = undefined;
    }
  };

  return {
    /** The limit of a key: its own, else that of Rules & notices, read anew after each save. */
    of: async ({
      rateLimit,
      settingsVersion,
    }: Pick<PresentedCredential, 'rateLimit' | 'settingsVersion'>): Promise<RateLimit | null> =>
      rateLimit ?? defaultLimit(settingsVersion),

    /** Counts one request of a key, and says whether it is still within the limit. */
    async count(keyId: number, limit: RateLimit): Promise<RateState> {
      const slot = rateSlot(keyId, limit);
      const counted = await shared?.count(slot, limit.windowSeconds);
      if (counted !== undefined) await local.catchUp(slot, counted);
      const { used, leftMs } = counted ?? (await local.count(slot, limit.windowSeconds));
      return rateState(limit, used, leftMs);
    },

    /**
     * Connects to Redis where it is configured; one that is away keeps no boot back.
     *
     * @throws Error that says what to install, where the client of Redis is not there.
     */
    async start(): Promise<void> {
      shared = await startSharedCounter(strapi);
    },

    /** Ends the connection at once; what is still counted then is counted by this node. */
    stop(): void {
      shared?.stop();
    },
  };
};

export type RateLimits = ReturnType<typeof createRateLimits>;
