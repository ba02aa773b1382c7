/** End users of the app, and tokens of Strapi's own, as neighbours of keys. */
import { type Core } from '@strapi/types';
import supertest from 'supertest';

import { send } from './consumers';
import { type Agent } from './playground';

const USERS = 'plugin::users-permissions.user';
const ROLES = 'plugin::users-permissions.role';
const PERMISSIONS = 'plugin::users-permissions.permission';
const PASSWORD = 'Correct-horse-3';

const roleId = async (strapi: Core.Strapi, type: 'public' | 'authenticated'): Promise<number> =>
  ((await strapi.db.query(ROLES).findOne({ where: { type } })) as { id: number }).id;

/** Gives a role of users-permissions these actions of the content API. */
export const allow = async (
  strapi: Core.Strapi,
  type: 'public' | 'authenticated',
  ...actions: string[]
): Promise<void> => {
  const role = await roleId(strapi, type);
  for (const action of actions) {
    await strapi.db.query(PERMISSIONS).create({ data: { action, role } });
  }
};

const permissionsOf = async (
  strapi: Core.Strapi,
  type: 'public' | 'authenticated',
): Promise<{ id: number; action: string }[]> => {
  const role = (await strapi.db
    .query(ROLES)
    .findOne({ where: { type }, populate: { permissions: true } })) as {
    permissions: { id: number; action: string }[];
  };
  return role.permissions;
};

/** What a role of users-permissions opens, in alphabetical order. */
export const openTo = async (
  strapi: Core.Strapi,
  type: 'public' | 'authenticated',
): Promise<string[]> => (await permissionsOf(strapi, type)).map(({ action }) => action).sort();

/** Takes an action from a role of users-permissions, as another node would: nobody here is told. */
export const disallow = async (
  strapi: Core.Strapi,
  type: 'public' | 'authenticated',
  action: string,
): Promise<void> => {
  const ids = (await permissionsOf(strapi, type))
    .filter((each) => each.action === action)
    .map(({ id }) => id);
  const { tableName } = strapi.db.metadata.get(PERMISSIONS);
  await strapi.db.connection(tableName).whereIn('id', ids).delete();
};

/** Somebody at the content API, with this token or with none; paths begin below its prefix. */
export const atContentApi = (url: string, token?: string): Agent => {
  const agent = supertest.agent(`${url}/api`);
  return token === undefined ? agent : agent.set('Authorization', `Bearer ${token}`);
};

/** Makes an end user, with a session that the app gives: Strapi lets an address sign in seldom. */
export const addEndUser = async (
  strapi: Core.Strapi,
  name: string,
): Promise<{ id: number; documentId: string; jwt: string }> => {
  const users = strapi.plugin('users-permissions');
  const { id, documentId } = await users
    .service<{ add: (user: object) => Promise<{ id: number; documentId: string }> }>('user')
    .add({
      username: name,
      email: `${name}@example.com`,
      password: PASSWORD,
      provider: 'local',
      confirmed: true,
      role: await roleId(strapi, 'authenticated'),
    });
  const jwt = users.service<{ issue: (payload: object) => string }>('jwt').issue({ id });
  return { id, documentId, jwt };
};

/** Makes an end user, and signs in as that user. */
export const makeEndUser = async (
  strapi: Core.Strapi,
  url: string,
  name: string,
): Promise<{ id: number; jwt: string }> => {
  const { id } = await addEndUser(strapi, name);
  const { body } = await send(
    `${url}/api/auth/local`,
    {},
    { method: 'POST', body: { identifier: name, password: PASSWORD } },
  );
  return { id, jwt: (body as { jwt: string }).jwt };
};

export const blockEndUser = async (strapi: Core.Strapi, id: number): Promise<void> => {
  await strapi.db.query(USERS).update({ where: { id }, data: { blocked: true } });
};

interface ApiTokenOptions {
  name: string;
  type: 'custom' | 'read-only' | 'full-access';
  permissions?: string[];
}

/** One of Strapi's own API tokens. */
export const makeApiToken = async (
  strapi: Core.Strapi,
  options: ApiTokenOptions,
): Promise<string> => {
  const tokens = strapi.service('admin::api-token') as unknown as {
    create: (token: object) => Promise<{ accessKey: string }>;
  };
  const { accessKey } = await tokens.create({ description: '', lifespan: null, ...options });
  return accessKey;
};

export const expireApiToken = async (strapi: Core.Strapi, name: string): Promise<void> => {
  await strapi.db
    .query('admin::api-token')
    .update({ where: { name }, data: { expiresAt: Date.now() - 1000 } });
};
