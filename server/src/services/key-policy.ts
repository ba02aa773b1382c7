import type { Core } from '@strapi/strapi';
import type { KeyPolicy } from '../../../contracts';
import type { Actor } from './actor';
import { getService } from './get-service';
import { namingRulesOf } from './naming';

/** What holds for keys that a person makes and edits. */
export const createKeyPolicy = ({ strapi }: { strapi: Core.Strapi }) => ({
  async of(actor: Actor): Promise<{ data: KeyPolicy }> {
    const { settings } = await getService(strapi, 'settings').current();
    const { expiry, rateLimit } = settings;
    const naming = await namingRulesOf(strapi, settings, actor, 'create-api-access', 'update');
    const mailFails = await getService(strapi, 'mail').isFailing();
    return { data: { expiry, naming, rateLimit, mailFails } };
  },
});

export type KeyPolicyService = ReturnType<typeof createKeyPolicy>;
