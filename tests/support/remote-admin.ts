/** The admin API of a playground in another process. */
import { type AdminAccount, FIRST_ADMIN } from './accounts';
import { type Answer, bearer, send } from './consumers';

export type RemoteAdmin = (path: string, method?: string, body?: unknown) => Promise<Answer>;

/** Signs somebody in there; the first admin where nobody is named. */
export const remoteAdminToken = async (
  url: string,
  { email, password }: Pick<AdminAccount, 'email' | 'password'> = FIRST_ADMIN,
): Promise<string> => {
  const credentials = { method: 'POST', body: { email, password } };
  const { body } = await send(`${url}/admin/login`, {}, credentials);
  return (body as { data: { token: string } }).data.token;
};

/** The plugin's admin API, as somebody who signs in for it. */
export const remoteAdminAs = async (
  url: string,
  account: Pick<AdminAccount, 'email' | 'password'>,
): Promise<RemoteAdmin> => {
  const session = bearer(await remoteAdminToken(url, account));
  return (path, method = 'GET', body) =>
    send(`${url}/api-access${path}`, session, { method, body });
};

/** Signs the first admin in there, and registers before where nobody has yet. */
export const remoteAdmin = async (url: string): Promise<RemoteAdmin> => {
  await send(`${url}/admin/register-admin`, {}, { method: 'POST', body: FIRST_ADMIN });
  return remoteAdminAs(url, FIRST_ADMIN);
};
