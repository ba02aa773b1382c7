import type { Core } from '@strapi/strapi';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { RateLimit } from '../../../contracts';
import { rateSlot, rateState, type RateState } from '../domain/rate';
import type { PresentedCredential } from './credentials';
import { getService } from './get-service';
import { pluginConfig } from './plugin-config';
import type { SettingsVersion } from './settings-version';
import { within } from './within';

/** A limit for keys without one of their own, and the Rules & notices in which it stood. */
interface DefaultLimit {
  readonly version: SettingsVersion;
  readonly limit: RateLimit | null;
}

/**
 * Requests of each key in its current window, counted by each node for itself. A window begins
 * with a request and forgets itself when it ends, so what is held is one number for each key in
 * use; only true holders of a secret are counted.
 */
export const createRateLimits = ({ strapi }: { strapi: Core.Strapi }) => {
  // Each key has a limit of its own, so the limiter only counts, and the domain judges.
  const counter = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: 1 });
  const { verifyTimeoutMs } = pluginConfig(strapi);
  const tooLate = () => new Error(`no rate limit was read within ${String(verifyTimeoutMs)} ms`);
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
    // A read that is never answered must not stay what all later requests wait for.
    const mine = { version, limit: within(verifyTimeoutMs, read(), tooLate) };
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
      const { consumedPoints, msBeforeNext } = await counter.consume(rateSlot(keyId, limit), 1, {
        customDuration: limit.windowSeconds,
      });
      return rateState(limit, consumedPoints, msBeforeNext);
    },
  };
};

export type RateLimits = ReturnType<typeof createRateLimits>;
