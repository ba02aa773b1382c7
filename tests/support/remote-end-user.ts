/** An end user of a playground in another process, who may hold personal tokens. */
import { bearer, send } from './consumers';
import { remoteAdminToken, type RemoteAdmin } from './remote-admin';

interface Tree {
  role: {
    name: string;
    description: string;
    permissions: Record<
      string,
      { controllers: Record<string, Record<string, { enabled: boolean }>> }
    >;
  };
}

/** Lets the end users of an app hold personal tokens, as somebody does it in the admin panel. */
const openToEndUsers = async (url: string): Promise<void> => {
  const session = bearer(await remoteAdminToken(url));
  const roles = await send(`${url}/users-permissions/roles`, session);
  const found = (roles.body as { roles: { id: number; type: string }[] }).roles.find(
    ({ type }) => type === 'authenticated',
  );
  const path = `${url}/users-permissions/roles/${String(found?.id)}`;
  const { role } = (await send(path, session)).body as Tree;
  const actions = role.permissions['plugin::api-access']?.controllers['personal-tokens'] ?? {};
  for (const action of Object.values(actions)) action.enabled = true;
  const { name, description, permissions } = role;
  const body = { name, description, permissions };
  const { status } = await send(path, session, { method: 'PUT', body });
  if (status !== 200) throw new Error(`End users could not be let in: ${status}`);
};

/** Signs an end user up; what it answers with asks any node as that person. */
export const remoteEndUser = async (
  url: string,
  name = 'Eve',
): Promise<(url: string) => RemoteAdmin> => {
  await openToEndUsers(url);
  const { body } = await send(
    `${url}/api/auth/local/register`,
    {},
    {
      method: 'POST',
      body: { username: name, email: `${name}@example.com`, password: 'Correct-horse-5' },
    },
  );
  const { jwt } = body as { jwt: string };
  return (at) =>
    (path, method = 'GET', sent) =>
      send(`${at}/api/api-access${path}`, bearer(jwt), { method, body: sent });
};
