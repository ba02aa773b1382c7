/** Who calls the admin routes, with exactly the permissions that a test gives them. */
import { actionUid, type AdminAction } from '../../contracts';
import { FIRST_ADMIN } from './accounts';
import { createAdmin, createAdminRole } from './admins';
import { type Agent, type Playground } from './playground';
import { type AdminOwner } from './route-requests';

export interface Caller {
  agent: Agent;
  /** To whom what it makes belongs. */
  owner: AdminOwner;
  isProgram: boolean;
  actions: readonly AdminAction[];
}

interface RoleService {
  assignPermissions: (roleId: number, permissions: object[]) => Promise<unknown>;
}

const permissionsOf = (actions: readonly AdminAction[]) =>
  actions.map((action) => ({
    action: actionUid(action),
    subject: null,
    properties: {},
    conditions: [],
  }));

export const startCallers = async ({ strapi, request, admin, as }: Playground) => {
  const ownerOf = async (email: string, name: string): Promise<AdminOwner> => {
    const user: unknown = await strapi.db.query('admin::user').findOne({ where: { email } });
    return { ...(user as AdminOwner), name };
  };
  const role = await createAdminRole(strapi, { name: 'Tested', actions: [] });
  const tess = await createAdmin({ strapi, request, as }, { name: 'Tess', roles: [role] });
  const owner = await ownerOf(tess.account.email, 'Tess Tester');
  const ada = await ownerOf(FIRST_ADMIN.email, 'Ada Admin');
  const roles = strapi.service('admin::role') as unknown as RoleService;
  let programs = 0;

  return {
    /** The first admin, a Super Admin, who owns the programs. */
    ada,

    /** Always the same one, who loses the permissions that are not named. */
    asAdmin: async (actions: readonly AdminAction[]): Promise<Caller> => {
      await roles.assignPermissions(role.id, permissionsOf(actions));
      return { agent: tess.agent, owner, isProgram: false, actions };
    },

    /** With a new admin API token. */
    asProgram: async (actions: readonly AdminAction[]): Promise<Caller> => {
      programs += 1;
      const response = await admin.post('/admin/admin-tokens').send({
        name: `Program ${programs}`,
        description: '',
        lifespan: null,
        adminPermissions: permissionsOf(actions),
      });
      const { accessKey } = (response.body as { data: { accessKey: string } }).data;
      return { agent: as(accessKey), owner: ada, isProgram: true, actions };
    },
  };
};
