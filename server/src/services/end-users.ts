import type { Core } from '@strapi/strapi';
import { USERS_PERMISSIONS } from '../../../contracts';

const PERMISSION = `plugin::${USERS_PERMISSIONS}.permission` as const;

/** What the app's end users may do by users-permissions; read anew each time, so it holds at once. */
export const createEndUsers = ({ strapi }: { strapi: Core.Strapi }) => {
  /** Where the app asks for it, users-permissions lets nobody in whose address is unconfirmed. */
  const needsConfirmation = async (): Promise<boolean> => {
    const settings = (await strapi
      .store({ type: 'plugin', name: USERS_PERMISSIONS })
      .get({ key: 'advanced' })) as { email_confirmation?: unknown } | null;
    return Boolean(settings?.email_confirmation);
  };

  return {
    /**
     * Content-API actions of the role that a person has at this moment; none for who is without a
     * role, or not there any more.
     *
     * @param id - Document id of the end user.
     */
    async actionsOf(id: string): Promise<ReadonlySet<string>> {
      if (!(USERS_PERMISSIONS in strapi.plugins)) return new Set();
      const confirmed = (await needsConfirmation()) ? { confirmed: true } : {};
      const permissions = (await strapi.db.query(PERMISSION).findMany({
        select: ['action'],
        where: { role: { users: { documentId: id, ...confirmed } } },
      })) as { action: string }[];
      return new Set(permissions.map(({ action }) => action));
    },
  };
};

export type EndUsers = ReturnType<typeof createEndUsers>;
