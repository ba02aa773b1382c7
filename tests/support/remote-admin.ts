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

const adminWithToken =
  (url: string, token: () => string | Promise<string>, patienceMs?: number): RemoteAdmin =>
  async (path, method = 'GET', body) =>
    send(`${url}/api-access${path}`, bearer(await token()), { method, body, patienceMs });

/** The plugin's admin API, as somebody who signs in for it. */
export const remoteAdminAs = async (
  url: string,
  account: Pick<AdminAccount, 'email' | 'password'>,
): Promise<RemoteAdmin> => {
  const token = await remoteAdminToken(url, account);
  return adminWithToken(url, () => token);
};

/** Signs the first admin in there, and registers before where nobody has yet. */
export const remoteAdmin = async (url: string): Promise<RemoteAdmin> => {
  await send(`${url}/admin/register-admin`, {}, { method: 'POST', body: FIRST_ADMIN });
  return remoteAdminAs(url, FIRST_ADMIN);
};

/** Well below the half hour that Strapi's tokens of admins live. */
const RENEWAL_MS = 600_000;
/** A change that is waited for in vain leaves open what holds, so it is waited for long. */
const PATIENT_MS = 120_000;

/** The first admin's token, signed in for anew where a test takes longer than one lives. */
export const lastingAdminToken = (url: string): (() => Promise<string>) => {
  let since = -Infinity;
  let token: Promise<string> | undefined;
  return () => {
    if (token !== undefined && performance.now() - since < RENEWAL_MS) return token;
    since = performance.now();
    token = remoteAdminToken(url);
    return token;
  };
};

/** The plugin's admin API as the first admin, for as long as a test takes. */
export const lastingAdmin = (url: string): RemoteAdmin =>
  adminWithToken(url, lastingAdminToken(url), PATIENT_MS);
