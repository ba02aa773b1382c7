import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../../../contracts';
import type { PluginConfig } from '../config';

/** The plugin's config, which the boot has validated. */
export const pluginConfig = (strapi: Core.Strapi): PluginConfig =>
  strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`);
