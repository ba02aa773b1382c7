import type { Core } from '@strapi/strapi';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '0.0.0.0'),
  port: env.int('PORT', 1337),
  url: env('PUBLIC_URL', ''),
  // Addresses come from X-Forwarded-For; where proxies add to it, only so many from its end count.
  proxy: {
    koa: env.bool('PLAYGROUND_TRUST_PROXY', false),
    maxIpsCount: env.int('PLAYGROUND_PROXY_MAX_IPS', 0),
  },
  app: {
    keys: env.array('APP_KEYS', []),
  },
  logger: {
    config: { level: env('LOG_LEVEL', 'http') },
    // The version of Strapi is pinned on purpose; news of later ones would only alarm.
    updates: { enabled: false },
  },
});
