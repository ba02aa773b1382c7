import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];

/**
 * Where the plugin lies: the nearest folder above that has a `strapi-server.js`. This file runs
 * compiled (`dist/config`) and, when the admin panel is built, as it is (`config`), so the way up
 * differs; and Strapi takes a relative path like `..` for one of its own folders.
 */
const pluginRoot = (folder: string): string =>
  existsSync(path.join(folder, 'strapi-server.js')) ? folder : pluginRoot(path.dirname(folder));

const ENTITLEMENT_FILE = /^file:(.+)$/;

/** What `PLAYGROUND_ENTITLEMENT` names: a way to fail, or an answer as JSON. */
const entitled = (to: string): unknown => {
  if (to === 'throws') throw new Error('The licence server said no to token=do-not-log-me.');
  return to === 'hangs' ? new Promise(() => undefined) : JSON.parse(to);
};

const entitlement = (to: string) => {
  if (to === '') return {};
  const file = ENTITLEMENT_FILE.exec(to)?.[1];
  // Read at each call, so that a test can change its mind while several nodes run.
  return {
    entitlement: () => entitled(file === undefined ? to : readFileSync(file, 'utf8').trim()),
  };
};

/** Of the demo, which so shows one; tests declare their own. */
const SEARCH_INDEX = {
  code: 'search-index',
  name: 'Search index',
  description: 'Reads what the search is made of.',
  permissions: ['find', 'findOne'].flatMap((name) => [
    `api::article.article.${name}`,
    `api::category.category.${name}`,
  ]),
};

const declaredRoles = (env: Env) =>
  env('PLAYGROUND_SEED', '') === 'demo' ? { roles: [SEARCH_INDEX] } : {};

const apiAccess = (env: Env) => ({
  enabled: !env.bool('PLAYGROUND_WITHOUT_API_ACCESS', false),
  resolve: pluginRoot(__dirname),
  config: {
    ...declaredRoles(env),
    ...env.json('PLAYGROUND_API_ACCESS_CONFIG', {}),
    ...entitlement(env('PLAYGROUND_ENTITLEMENT', '')),
  },
});

const usersPermissions = (env: Env) => ({
  enabled: !env.bool('PLAYGROUND_WITHOUT_USERS_PERMISSIONS', false),
  config: { jwtSecret: env('JWT_SECRET') },
});

/** Mails go to the mail server that is named, as the tests do; else to where Strapi sends them. */
const email = (env: Env): Core.Config.Plugin => {
  const provider = env('PLAYGROUND_EMAIL_PROVIDER', '');
  if (provider !== '') return { email: { config: { provider } } };
  const port = env.int('PLAYGROUND_SMTP_PORT', 0);
  if (port === 0) return {};
  const user = env('PLAYGROUND_SMTP_USER', '');
  const auth = user === '' ? {} : { auth: { user, pass: env('PLAYGROUND_SMTP_PASSWORD', '') } };
  return {
    email: {
      config: {
        provider: 'nodemailer',
        providerOptions: {
          host: env('PLAYGROUND_SMTP_HOST', '127.0.0.1'),
          port,
          ignoreTLS: true,
          ...auth,
        },
        settings: {
          defaultFrom: 'API Access <no-reply@example.com>',
          defaultReplyTo: 'no-reply@example.com',
        },
      },
    },
  };
};

const graphql = (env: Env) => ({
  enabled: true,
  config: {
    shadowCRUD: true,
    landingPage: false,
    depthLimit: 10,
    defaultLimit: 25,
    maxLimit: 100,
    apolloServer: env.json('PLAYGROUND_APOLLO_CONFIG', {}),
  },
});

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => {
  // Strapi registers plugins, and with them their authentication strategies, in this order.
  const last = env.oneOf(
    'PLAYGROUND_PLUGIN_ORDER',
    ['api-access-last', 'users-permissions-last'],
    'api-access-last',
  );
  return last === 'users-permissions-last'
    ? {
        ...email(env),
        graphql: graphql(env),
        'api-access': apiAccess(env),
        'users-permissions': usersPermissions(env),
      }
    : {
        ...email(env),
        graphql: graphql(env),
        'users-permissions': usersPermissions(env),
        'api-access': apiAccess(env),
      };
};
