import type { Core } from '@strapi/strapi';
import { ADMIN_ACTIONS, PLUGIN_ID } from '../../contracts';
import { scheduleJobs } from './jobs';
import { getService } from './services/get-service';
import { warnOfUnknownRoles } from './services/role-warnings';
import { migrate } from './services/storage/migrate';
import { persistTables } from './services/storage/persistence';

interface ActionProvider {
  registerMany(actions: readonly Record<string, string>[]): Promise<void>;
}

const registerAdminActions = async (strapi: Core.Strapi): Promise<void> => {
  const { actionProvider } = strapi.service('admin::permission') as unknown as {
    actionProvider: ActionProvider;
  };
  await actionProvider.registerMany(
    Object.entries(ADMIN_ACTIONS).map(([uid, displayName]) => ({
      section: 'plugins',
      displayName,
      uid,
      pluginName: PLUGIN_ID,
    })),
  );
};

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  // First, so that an app without a server secret does not boot into refusing every key.
  getService(strapi, 'secrets');
  await migrate(strapi);
  await persistTables(strapi);
  await registerAdminActions(strapi);
  await getService(strapi, 'declared-roles').bring();
  await warnOfUnknownRoles(strapi);
  getService(strapi, 'events').allowForWebhooks();
  await getService(strapi, 'rate-limits').start();
  getService(strapi, 'usage').start();
  scheduleJobs(strapi);
};
