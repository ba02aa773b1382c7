/** Admins of a playground in another process, with no more permissions than a test gives them. */
import { actionUid, type AdminAction } from '../../contracts';
import type { AdminAccount } from './accounts';
import { bearer, send } from './consumers';

const PASSWORD = 'Correct-horse-3';

interface Created {
  data: { id: number; registrationToken?: string };
}

export interface PanelAdmin extends AdminAccount {
  /** Id of the admin role that nobody else has. */
  readonly adminRole: string;
}

/** Makes an admin who holds these permissions of the plugin and nothing else. */
export const adminWith = async (
  url: string,
  superAdmin: Pick<AdminAccount, 'email' | 'password'>,
  name: string,
  actions: readonly AdminAction[],
): Promise<PanelAdmin> => {
  const signedIn = await send(`${url}/admin/login`, {}, { method: 'POST', body: superAdmin });
  const { token } = (signedIn.body as { data: { token: string } }).data;
  const ask = async (path: string, method: string, body: unknown) => {
    const answer = await send(`${url}/admin${path}`, bearer(token), { method, body });
    if (answer.status >= 300) throw new Error(`${path} answered ${String(answer.status)}.`);
    return answer.body as Created;
  };
  const role = await ask('/roles', 'POST', { name: `${name}'s role`, description: name });
  await ask(`/roles/${String(role.data.id)}/permissions`, 'PUT', {
    permissions: actions.map((action) => ({
      action: actionUid(action),
      subject: null,
      properties: {},
      conditions: [],
    })),
  });
  const account = {
    firstname: name,
    lastname: 'Tester',
    email: `${name.toLowerCase()}@example.com`,
    password: PASSWORD,
  };
  const { data } = await ask('/users', 'POST', {
    firstname: account.firstname,
    lastname: account.lastname,
    email: account.email,
    roles: [role.data.id],
  });
  const { firstname, lastname, password } = account;
  await ask('/register', 'POST', {
    registrationToken: data.registrationToken,
    userInfo: { firstname, lastname, password },
  });
  return { ...account, adminRole: String(role.data.id) };
};
