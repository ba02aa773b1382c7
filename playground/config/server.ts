import type { Core } from '@strapi/strapi';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '0.0.0.0'),
  port: env.int('PORT', 1337),
  url: env('PUBLIC_URL', ''),
  app: {
    keys: env.array('APP_KEYS', []),
  },
  logger: {
    config: { level: env('LOG_LEVEL', 'http') },
    // The version of Strapi is pinned on purpose; news of later ones would only alarm.
    updates: { enabled: false },
  },
});
