import type { Core } from '@strapi/strapi';
import type { Entitlement } from '../../../contracts';
import { ENTITLED, NOT_ENTITLED, readEntitlement } from '../domain/entitlement';
import type { EntitlementCheck, EntitlementUser } from '../types';
import { pluginConfig } from './plugin-config';
import { within } from './within';

/** How long the app's function may take. */
const LIMIT_MS = 2_000;

class TooLate extends Error {}

/** What may be told of a stranger's error, whose message may hold anything: what kind it is. */
const kindOf = (error: unknown): string =>
  error instanceof Error && /^\w{1,60}$/.test(error.name) ? error.name : typeof error;

/** Asks the config's `entitlement`, at each request anew. */
export const createEntitlement = ({ strapi }: { strapi: Core.Strapi }) => {
  const refuse = (why: string): Entitlement => {
    strapi.log.error(`api-access: the config's entitlement ${why}, which refuses.`);
    return NOT_ENTITLED;
  };

  const ask = async (check: EntitlementCheck, user: EntitlementUser | null) =>
    readEntitlement(await check({ strapi, user }));

  return {
    /**
     * Whether somebody may use the plugin's pages and admin endpoints. Never throws: a function
     * that throws, takes over two seconds or answers nonsense refuses, with a line in the log.
     *
     * @param user - The admin; `null` for programs.
     */
    async of(user: EntitlementUser | null): Promise<Entitlement> {
      const { entitlement: check } = pluginConfig(strapi);
      if (check === undefined) return ENTITLED;
      try {
        const read = await within(LIMIT_MS, ask(check, user), () => new TooLate());
        return read ?? refuse('answered neither true, false nor { allowed }');
      } catch (error) {
        return refuse(
          error instanceof TooLate
            ? `did not answer within ${String(LIMIT_MS)} ms`
            : `failed (${kindOf(error)})`,
        );
      }
    },
  };
};

export type EntitlementService = ReturnType<typeof createEntitlement>;
