import type { Core } from '@strapi/strapi';
import type { PluginConfig } from 'strapi-plugin-api-access/strapi-server';

const apiAccess: Partial<PluginConfig> = {
  keyPrefix: 'acme',
  expiry: { required: true, defaultDays: 30, maxDays: 90 },
};

const config = (): Core.Config.Plugin => ({
  'api-access': { enabled: true, config: apiAccess },
});

export default config;
