import type { Core } from '@strapi/strapi';
import { getService } from './services/get-service';
import { persistTables } from './services/storage/persistence';

export const destroy = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await getService(strapi, 'usage').stop();
  // An import has replaced the core store, which the next boot may read without the plugin.
  await persistTables(strapi);
};
