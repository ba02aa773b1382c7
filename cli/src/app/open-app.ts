import type { Core } from '@strapi/strapi';

import { PLUGIN_ID } from '../../../contracts';
import { getService } from '../../../server/src/services/get-service';
import { CliError, EXIT, fault, wrongUse } from '../exit';
import { sentenceOf } from '../failure';
import { makeApp } from './app-folder';
import { close } from './close';

/** A Strapi app that is booted and listens nowhere, with the services that commands stand on. */
export interface App {
  readonly strapi: Core.Strapi;
  readonly keys: ReturnType<typeof getService<'keys'>>;
  readonly roles: ReturnType<typeof getService<'roles'>>;
  readonly tags: ReturnType<typeof getService<'tags'>>;
  readonly strapiTokens: ReturnType<typeof getService<'strapi-tokens'>>;
  close(): Promise<void>;
}

/** What is scheduled is the work of the app's servers: a command that boots it must not do it too. */
const scheduleNothing = (strapi: Core.Strapi): void => {
  const cron = strapi.get<{ start(): unknown }>('cron');
  cron.start = () => cron;
};

/** Strapi ends the process by itself where an app does not compile; by `process.exit(1)`. */
const failing = (): void => {
  process.exitCode = EXIT.fault;
};

const boot = async (folder: string): Promise<Core.Strapi> => {
  process.once('exit', failing);
  try {
    const strapi = await makeApp(folder);
    strapi.log.level = 'error';
    scheduleNothing(strapi);
    return await strapi.load();
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw fault(`The app did not start: ${sentenceOf(error)}`);
  } finally {
    process.removeListener('exit', failing);
  }
};

/**
 * Boots the app of a folder.
 *
 * @throws CliError where there is none, it does not start, or it does not have this plugin.
 */
export const openApp = async (folder: string): Promise<App> => {
  const strapi = await boot(folder);
  if (!(PLUGIN_ID in strapi.plugins)) {
    await close(strapi);
    throw wrongUse('API Access is not installed in this app, or it is turned off there.');
  }
  return {
    strapi,
    keys: getService(strapi, 'keys'),
    roles: getService(strapi, 'roles'),
    tags: getService(strapi, 'tags'),
    strapiTokens: getService(strapi, 'strapi-tokens'),
    close: () => close(strapi),
  };
};
