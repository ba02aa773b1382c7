/** One key with a rate limit, asked at several nodes at once. */
import { type IssuedKey } from '../../contracts';
import { bearer, send } from './consumers';
import { type RemoteAdmin } from './remote-admin';

export const LIMIT = { requests: 20, windowSeconds: 3600 };
/** At each node; more than the limit lets through. */
const ASKED = 30;

export interface Spent {
  readonly accessId: string;
  /** Of each node, how many requests were let in and how many were told to wait. */
  readonly nodes: readonly { readonly allowed: number; readonly limited: number }[];
}

/** Makes a key with `LIMIT`, and asks all nodes at once, each more often than it allows. */
export const spendLimit = async (admin: RemoteAdmin, urls: readonly string[]): Promise<Spent> => {
  const body = { name: 'limited', expiresAt: null, roles: [], rateLimit: LIMIT };
  const { data, token } = (await admin('/keys', 'POST', body)).body as IssuedKey;
  const ask = async (url: string) =>
    (await send(`${url}/api/api-access/whoami`, bearer(token))).status;
  const nodes = urls.map(async (url) => {
    const statuses = await Promise.all(Array.from({ length: ASKED }, () => ask(url)));
    const of = (status: number) => statuses.filter((each) => each === status).length;
    const [allowed, limited] = [of(200), of(429)];
    if (allowed + limited !== ASKED) throw new Error(`Answered otherwise: ${String(statuses)}`);
    return { allowed, limited };
  });
  return { accessId: data.accessId, nodes: await Promise.all(nodes) };
};
