import type { Core } from '@strapi/strapi';
import {
  bulkBody,
  moveStrapiTokensBody,
  type BulkInput,
  type BulkResult,
  type MovedStrapiTokens,
  type MoveStrapiTokensInput,
  type StrapiToken,
} from '../../../../contracts';
import { ApiAccessError } from '../../domain/errors';
import { APP, type Actor, type OnBehalf } from '../actor';
import { requireRolesSeen } from '../assignable-roles';
import { getService } from '../get-service';
import { eachKey } from '../keys/many';
import { parseInput } from '../parse-input';
import { moveToken } from './move';
import { moveTokenBack } from './move-back';
import { plansFor, planView, type Planning } from './plan';
import { strapiTokenRows } from './rows';

/**
 * Moves Strapi's own API tokens for the content API here, without a change for those who use them:
 * `strapi.plugin('api-access').service('strapi-tokens')`.
 */
export const createStrapiTokens = ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = strapiTokenRows(strapi);

  const planningOf = async (actor: Actor): Promise<Planning> => {
    requireRolesSeen(actor);
    return { settings: (await getService(strapi, 'settings').current()).settings, actor };
  };

  return {
    /** How many are worth an offer to move them: without those that are of no use to anybody. */
    count: async (): Promise<{ total: number }> => ({
      total: await rows.countWorthMoving(getService(strapi, 'clock').now()),
    }),

    /** What a move of all of them would do, token by token; changes nothing. */
    async list({ actor = APP }: OnBehalf = {}): Promise<StrapiToken[]> {
      const planning = await planningOf(actor);
      const found = await rows.all();
      const plans = await plansFor(strapi, found, planning);
      return found.flatMap((row, at) => {
        const plan = plans[at];
        return plan === undefined ? [] : [planView(row, plan)];
      });
    },

    /**
     * Makes a key of each of up to `MAX_BULK` tokens, one after the other: each whole or not at all,
     * and one that cannot be moved keeps none of the others back.
     */
    async move(
      input: MoveStrapiTokensInput,
      { actor = APP }: OnBehalf = {},
    ): Promise<MovedStrapiTokens> {
      const { ids } = parseInput(moveStrapiTokensBody, input);
      const planning = await planningOf(actor);
      const result: MovedStrapiTokens = { done: [], failed: [] };
      for (const id of new Set(ids)) {
        try {
          result.done.push(await moveToken(strapi, id, planning));
        } catch (error) {
          if (!(error instanceof ApiAccessError)) throw error;
          const name = await rows.nameOf(id);
          result.failed.push({ id, name, code: error.code, message: error.message });
        }
      }
      return result;
    },

    /**
     * The way back, for up to `MAX_BULK` keys that still go by the API tokens of Strapi's they were
     * moved from: each token stands where it was, opens what it opened there, and the key is gone.
     */
    async moveBack(input: BulkInput, { actor = APP }: OnBehalf = {}): Promise<BulkResult> {
      const { ids } = parseInput(bulkBody, input);
      return eachKey(strapi, ids, actor, (key) => moveTokenBack(strapi, key, actor));
    },
  };
};

export type StrapiTokens = ReturnType<typeof createStrapiTokens>;
