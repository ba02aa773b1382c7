/** The admin API of a playground in another process. */
import { type AdminAccount, FIRST_ADMIN } from './accounts';
import { type Answer, bearer, send } from './consumers';

export type RemoteAdmin = (path: string, method?: string, body?: unknown) => Promise<Answer>;

/** Signs somebody in there. */
export const remoteAdminAs = async (
  url: string,
  { email, password }: Pick<AdminAccount, 'email' | 'password'>,
): Promise<RemoteAdmin> => {
  const credentials = { method: 'POST', body: { email, password } };
  const { body } = await send(`${url}/admin/login`, {}, credentials);
  const { token } = (body as { data: { token: string } }).data;
  return (path, method = 'GET', sent) =>
    send(`${url}/api-access${path}`, bearer(token), { method, body: sent });
};

/** Signs the first admin in there, and registers before where nobody has yet. */
export const remoteAdmin = async (url: string): Promise<RemoteAdmin> => {
  await send(`${url}/admin/register-admin`, {}, { method: 'POST', body: FIRST_ADMIN });
  return remoteAdminAs(url, FIRST_ADMIN);
};
