import type { Core } from '@strapi/strapi';

const config = ({ env }: Core.Config.Shared.ConfigParams) => ({
  url: '/manage',
  auth: {
    secret: env('ADMIN_JWT_SECRET'),
    // The panel reads it on one path, and its API on another.
    cookie: { path: '/' },
  },
  apiToken: { salt: env('API_TOKEN_SALT') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
});

export default config;
