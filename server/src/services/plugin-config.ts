import type { Core } from '@strapi/strapi';
import { PLUGIN_ID, type ExpiryPolicy } from '../../../contracts';
import type { PluginConfig } from '../config';

/** The plugin's config, which the boot has validated. */
export const pluginConfig = (strapi: Core.Strapi): PluginConfig =>
  strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`);

/** The expiry policy; a default beyond the longest lifetime, which nobody set, gives way to it. */
export const expiryPolicy = (strapi: Core.Strapi): ExpiryPolicy => {
  const { required, defaultDays, maxDays } = pluginConfig(strapi).expiry;
  const isBeyond = defaultDays !== null && maxDays !== null && defaultDays > maxDays;
  return { required, maxDays, defaultDays: isBeyond ? maxDays : defaultDays };
};
