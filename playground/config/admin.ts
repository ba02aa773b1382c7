import type { Core } from '@strapi/strapi';

const ADMIN_URL = 'PLAYGROUND_ADMIN_URL';

export default ({ env }: Core.Config.Shared.ConfigParams) => ({
  ...(env(ADMIN_URL, '') === '' ? {} : { url: env(ADMIN_URL) }),
  auth: {
    secret: env('ADMIN_JWT_SECRET'),
  },
  apiToken: {
    salt: env('API_TOKEN_SALT'),
  },
  transfer: {
    token: {
      salt: env('TRANSFER_TOKEN_SALT'),
    },
  },
  secrets: {
    encryptionKey: env('ENCRYPTION_KEY'),
  },
  flags: {
    nps: env.bool('FLAG_NPS', false),
    promoteEE: env.bool('FLAG_PROMOTE_EE', false),
  },
  // Five log-ins in five minutes are too few for a suite that signs in anew in each test.
  rateLimit: {
    enabled: env.bool('ADMIN_RATE_LIMIT', true),
  },
});
