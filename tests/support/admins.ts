/** Admin users and admin roles for tests. */
import { type Core } from '@strapi/types';

import { type AdminAccount } from './accounts';
import { type Agent, type Playground } from './playground';

/** Signs in and answers with the session token. */
export const signIn = async (
  request: Agent,
  { email, password }: Pick<AdminAccount, 'email' | 'password'>,
): Promise<string> => {
  const response = await request.post('/admin/login').send({ email, password });
  if (response.status !== 200) throw new Error(`${email} could not sign in: ${response.text}`);
  return (response.body as { data: { token: string } }).data.token;
};

interface AdminRole {
  id: number;
  name: string;
}

interface RoleService {
  create: (role: { name: string; description: string }) => Promise<AdminRole>;
  assignPermissions: (roleId: number, permissions: unknown[]) => Promise<unknown>;
}

interface UserService {
  create: (user: object) => Promise<{ id: number }>;
}

const roleService = (strapi: Core.Strapi) =>
  strapi.service('admin::role') as unknown as RoleService;
const userService = (strapi: Core.Strapi) =>
  strapi.service('admin::user') as unknown as UserService;

/** Makes an admin role that holds these actions (full uids, without subjects) and nothing else. */
export const createAdminRole = async (
  strapi: Core.Strapi,
  { name, actions }: { name: string; actions: readonly string[] },
): Promise<AdminRole> => {
  const role = await roleService(strapi).create({ name, description: name });
  await roleService(strapi).assignPermissions(
    role.id,
    actions.map((action) => ({ action, subject: null, properties: {}, conditions: [] })),
  );
  return role;
};

export interface SignedInAdmin {
  id: number;
  account: AdminAccount;
  token: string;
  agent: Agent;
}

/** Makes an admin user with these roles and signs in as that user. */
export const createAdmin = async (
  playground: Pick<Playground, 'strapi' | 'request' | 'as'>,
  { name, roles }: { name: string; roles: readonly AdminRole[] },
): Promise<SignedInAdmin> => {
  const account: AdminAccount = {
    firstname: name,
    lastname: 'Tester',
    email: `${name.toLowerCase()}@example.com`,
    password: 'Correct-horse-2',
  };
  const { id } = await userService(playground.strapi).create({
    ...account,
    roles: roles.map((role) => role.id),
    isActive: true,
    registrationToken: null,
  });
  const token = await signIn(playground.request, account);
  return { id, account, token, agent: playground.as(token) };
};

/** An admin who holds exactly these actions. */
export const createAdminWith = async (
  playground: Pick<Playground, 'strapi' | 'request' | 'as'>,
  { name, actions }: { name: string; actions: readonly string[] },
): Promise<SignedInAdmin> => {
  const role = await createAdminRole(playground.strapi, { name: `${name}'s role`, actions });
  return createAdmin(playground, { name, roles: [role] });
};
