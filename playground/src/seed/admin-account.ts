import { randomBytes } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import type { DemoState } from './state';

export interface DemoAdmin {
  id: number;
  documentId: string;
}

interface UserService {
  create: (user: object) => Promise<DemoAdmin>;
  updateById: (id: number, changes: object) => Promise<DemoAdmin>;
}

interface RoleService {
  getSuperAdmin: () => Promise<{ id: number }>;
}

const EMAIL = 'demo@example.com';
export const ADMIN_NAME = { firstname: 'Dana', lastname: 'Demo' };

/** Long and random, with one of each kind of character that Strapi asks for. */
const newPassword = () => `Demo-${randomBytes(9).toString('base64url')}-1a`;

/** The Super Admin of the demo, and a password that opens the account. */
export const ensureAdmin = async (
  strapi: Core.Strapi,
  state: Partial<DemoState>,
): Promise<{ admin: DemoAdmin; email: string; password: string }> => {
  const users = strapi.service('admin::user') as unknown as UserService;
  const password = state.password ?? newPassword();
  const found = (await strapi.db
    .query('admin::user')
    .findOne({ where: { email: EMAIL } })) as DemoAdmin | null;

  if (found !== null) {
    // Somebody's database, whose state file is gone: nobody knows the old password any more.
    if (state.password === undefined) await users.updateById(found.id, { password });
    return { admin: found, email: EMAIL, password };
  }
  const superAdmin = await (
    strapi.service('admin::role') as unknown as RoleService
  ).getSuperAdmin();
  const admin = await users.create({
    ...ADMIN_NAME,
    email: EMAIL,
    password,
    roles: [superAdmin.id],
    isActive: true,
    registrationToken: null,
  });
  return { admin, email: EMAIL, password };
};
