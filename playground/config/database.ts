import path from 'node:path';

import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];

const ssl = (env: Env) =>
  env.bool('DATABASE_SSL', false) && {
    key: env('DATABASE_SSL_KEY'),
    cert: env('DATABASE_SSL_CERT'),
    ca: env('DATABASE_SSL_CA'),
    rejectUnauthorized: env.bool('DATABASE_SSL_REJECT_UNAUTHORIZED', true),
  };

const pool = (env: Env) => ({
  min: env.int('DATABASE_POOL_MIN', 2),
  max: env.int('DATABASE_POOL_MAX', 10),
  // How long a server may take to accept a connection; knex waits 30 seconds by default.
  createTimeoutMillis: env.int('DATABASE_POOL_CREATE_TIMEOUT', 30000),
});

const server = (env: Env, defaultPort: number) => ({
  host: env('DATABASE_HOST', 'localhost'),
  port: env.int('DATABASE_PORT', defaultPort),
  database: env('DATABASE_NAME', 'strapi'),
  user: env('DATABASE_USERNAME', 'strapi'),
  password: env('DATABASE_PASSWORD', 'strapi'),
  ssl: ssl(env),
});

const clients = {
  mysql: (env: Env) => ({ connection: server(env, 3306), pool: pool(env) }),
  postgres: (env: Env) => ({
    connection: {
      connectionString: env('DATABASE_URL'),
      ...server(env, 5432),
      schema: env('DATABASE_SCHEMA', 'public'),
    },
    pool: pool(env),
  }),
  sqlite: (env: Env) => ({
    connection: {
      // From `dist/config` up to the app, as in a stock app. An absolute path stays as it is.
      filename: path.resolve(__dirname, '..', '..', env('DATABASE_FILENAME', '.tmp/data.db')),
    },
    useNullAsDefault: true,
  }),
};

export default ({ env }: Core.Config.Shared.ConfigParams) => {
  const client = env.oneOf('DATABASE_CLIENT', ['sqlite', 'postgres', 'mysql'], 'sqlite');
  return {
    connection: {
      client,
      ...clients[client](env),
      acquireConnectionTimeout: env.int('DATABASE_CONNECTION_TIMEOUT', 60000),
    },
  };
};
