/** End users of a playground in another process, who may hold personal tokens. */
import { bearer, send } from './consumers';
import { remoteAdminToken, type RemoteAdmin } from './remote-admin';

type Permissions = Record<
  string,
  { controllers: Record<string, Record<string, { enabled: boolean }>> }
>;

interface Tree {
  role: { name: string; description: string; permissions: Permissions };
}

const PASSWORD = 'Correct-horse-5';

/** What the role editor of users-permissions has ticked for whoever manages tokens. */
export const MANAGE_TOKENS = ['list', 'create', 'regenerate', 'delete'].map(
  (name) => `plugin::api-access.personal-tokens.${name}`,
);

const tick = (permissions: Permissions, action: string, enabled: boolean) => {
  const [api = '', controller = '', name = ''] = action.split('.');
  const chosen = permissions[api]?.controllers[controller]?.[name];
  if (chosen === undefined) throw new Error(`There is no action ${action}.`);
  chosen.enabled = enabled;
};

/** Gives every signed-in end user these actions of the content API, or takes them. */
export const allowEndUsers = async (
  url: string,
  actions: readonly string[],
  enabled = true,
): Promise<void> => {
  const session = bearer(await remoteAdminToken(url));
  const roles = await send(`${url}/users-permissions/roles`, session);
  const found = (roles.body as { roles: { id: number; type: string }[] }).roles.find(
    ({ type }) => type === 'authenticated',
  );
  const path = `${url}/users-permissions/roles/${String(found?.id)}`;
  const { role } = (await send(path, session)).body as Tree;
  const { name, description, permissions } = role;
  for (const action of actions) tick(permissions, action, enabled);
  const body = { name, description, permissions };
  const { status } = await send(path, session, { method: 'PUT', body });
  if (status !== 200) throw new Error(`End users could not be let in: ${status}`);
};

export interface RemoteEndUser {
  readonly name: string;
  readonly password: string;
  readonly jwt: string;
}

/** Signs an end user up, who is signed in by that. */
export const signUpAt = async (url: string, name: string): Promise<RemoteEndUser> => {
  const account = { username: name, email: `${name}@example.com`, password: PASSWORD };
  const answer = await send(
    `${url}/api/auth/local/register`,
    {},
    { method: 'POST', body: account },
  );
  return { name, password: PASSWORD, ...(answer.body as { jwt: string }) };
};

/** Asks the plugin's content API as an end user, at any node. */
export const asEndUser =
  ({ jwt }: Pick<RemoteEndUser, 'jwt'>) =>
  (url: string): RemoteAdmin =>
  (path, method = 'GET', body) =>
    send(`${url}/api/api-access${path}`, bearer(jwt), { method, body });

/** Signs an end user up who may hold tokens; what it answers with asks any node as that person. */
export const remoteEndUser = async (
  url: string,
  name = 'Eve',
): Promise<(url: string) => RemoteAdmin> => {
  await allowEndUsers(url, MANAGE_TOKENS);
  return asEndUser(await signUpAt(url, name));
};
