import type { Core } from '@strapi/strapi';
import { getService } from './services/get-service';
import { faultOf } from './services/storage/database';
import { persistTables } from './services/storage/persistence';

/** Strapi goes on answering until all plugins have ended: what it answers until then counts as well. */
const endOnceClosed = (strapi: Core.Strapi): void => {
  const { server } = strapi;
  const close = server.destroy.bind(server);
  server.destroy = async () => {
    try {
      await close();
    } finally {
      getService(strapi, 'rate-limits').stop();
      await getService(strapi, 'usage').stop();
    }
  };
};

export const destroy = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await getService(strapi, 'schedule').stop();
  endOnceClosed(strapi);
  await getService(strapi, 'usage').stop();
  // An import has replaced the core store, which the next boot may read without the plugin.
  await persistTables(strapi).catch((error: unknown) => {
    // Thrown, it would keep Strapi from ending everything else.
    strapi.log.error(`api-access: its tables could not be marked as kept: ${faultOf(error)}`);
  });
};
