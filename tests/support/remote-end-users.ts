/** A playground in another process whose end users may make personal tokens. */
import type { IssuedMyToken, Settings, SettingsAnswer } from '../../contracts';
import { type Answer, ARTICLE_CREATE, ARTICLE_FIND, bearer, CREDENTIALS, send } from './consumers';
import { type PlaygroundProcess, startPlaygroundProcess } from './playground-process';
import { remoteAdmin } from './remote-admin';
import {
  allowEndUsers,
  asEndUser,
  MANAGE_TOKENS,
  type RemoteEndUser,
  signUpAt,
} from './remote-end-user';

const dataOf = ({ status, body }: Answer): unknown => {
  if (status >= 300) throw new Error(`It answered ${status}: ${JSON.stringify(body)}`);
  return (body as { data: unknown }).data;
};

export interface RemoteEndUsers extends PlaygroundProcess {
  /** API roles open to personal tokens: one that reads articles, one that writes them. */
  readonly reader: string;
  readonly writer: string;
  /** Sets what holds for personal tokens. */
  readonly open: (rules: Partial<Settings['personalTokens']>) => Promise<void>;
  /** Makes a token of a user's own, past any page. */
  readonly issue: (user: RemoteEndUser, name: string) => Promise<IssuedMyToken>;
  readonly expire: (accessId: string) => Promise<void>;
  readonly revoke: (issued: IssuedMyToken) => Promise<void>;
  /** What a token opens: the status of a call with it. */
  readonly statusOf: (token: string) => Promise<number>;
  readonly signUp: (name: string) => Promise<RemoteEndUser>;
}

export const startRemoteEndUsers = async (): Promise<RemoteEndUsers> => {
  const playground = await startPlaygroundProcess();
  const { url } = playground;
  const admin = await remoteAdmin(url);
  const makeRole = async (name: string, permission: string): Promise<string> => {
    const body = { name, kind: 'custom', permissions: [permission] };
    return (dataOf(await admin('/roles', 'POST', body)) as { id: string }).id;
  };
  const reader = await makeRole('Reader', ARTICLE_FIND);
  const writer = await makeRole('Writer', ARTICLE_CREATE);
  await allowEndUsers(url, [ARTICLE_FIND, ...MANAGE_TOKENS]);

  return {
    ...playground,
    reader,
    writer,
    async open(rules) {
      const { settings, revision } = dataOf(await admin('/settings')) as SettingsAnswer;
      const personalTokens = {
        ...settings.personalTokens,
        ...{ maxTokens: 1, roles: [reader], defaultRoles: [reader] },
        ...rules,
      };
      dataOf(
        await admin('/settings', 'PUT', { settings: { ...settings, personalTokens }, revision }),
      );
    },
    async issue(user, name) {
      const answer = await asEndUser(user)(url)('/my/tokens', 'POST', { name });
      dataOf(answer);
      return answer.body as IssuedMyToken;
    },
    async expire(accessId) {
      const db = playground.database.connect();
      await db(CREDENTIALS)
        .where({ access_id: accessId })
        .update({ expires_at: Date.now() - 1000 });
      await db.destroy();
    },
    async revoke({ data: { id, revision } }) {
      dataOf(await admin(`/keys/${id}/revoke`, 'POST', { revision }));
    },
    statusOf: async (token) => (await send(`${url}/api/articles`, bearer(token))).status,
    signUp: (name) => signUpAt(url, name),
  };
};
