/** Three nodes, with people at each whom Rules & notices hold. */
import { writeFileSync } from 'node:fs';

import { type Settings } from '../../contracts';
import { FIRST_ADMIN } from './accounts';
import { type Answer, ARTICLE_CREATE, ARTICLE_FIND, CATEGORY_FIND } from './consumers';
import { freshDatabase } from './database-servers';
import { startThreeNodes } from './nodes';
import { adminWith } from './panel-admins';
import { temporaryFolder } from './playground-env';
import { type RemoteAdmin, remoteAdminAs } from './remote-admin';
import { remoteEndUser } from './remote-end-user';
import { saveRulesAt } from './rules';

/** What an answer comes to: the code of a refusal, or else its status. */
export const said = ({ status, body }: Answer): string => {
  const { error } = body as { error?: { details?: { code?: string } } };
  return error?.details?.code ?? String(status);
};

let made = 0;
export const nextName = (prefix: string): string => {
  made += 1;
  return `${prefix}-${made}`;
};

export interface MadeKey {
  data: { id: string; revision: number };
  token: string;
}

export const startRulesNodes = async () => {
  const folder = temporaryFolder();
  const entitlementFile = `${folder.path}/entitlement`;
  /** What the config's `entitlement` answers from now on, on every node. */
  const entitle = (to: string) => {
    writeFileSync(entitlementFile, to);
  };
  entitle('true');
  const database = await freshDatabase('postgres');
  const nodes = await startThreeNodes(database, {
    env: { PLAYGROUND_ENTITLEMENT: `file:${entitlementFile}` },
  });
  const [{ url, admin }] = nodes;
  const held = await adminWith(url, FIRST_ADMIN, 'Hella', [
    'read',
    'create-api-access',
    'update',
    'regenerate',
    'get-role',
    'personal',
  ]);
  const endUser = await remoteEndUser(url);
  const makeRole = async (name: string, permissions: string[]) => {
    const answer = await admin('/roles', 'POST', { name, kind: 'custom', permissions });
    return (answer.body as { data: { id: string } }).data.id;
  };
  let saver = 0;

  return {
    nodes,
    entitle,
    adminRole: held.adminRole,
    /** Somebody who is held to rules, at each node. */
    held: await Promise.all(nodes.map((node) => remoteAdminAs(node.url, held))),
    /** The same end user of the app at each. */
    endUsers: nodes.map((node) => endUser(node.url)),
    reader: await makeRole('Reader', [ARTICLE_FIND, CATEGORY_FIND]),
    writer: await makeRole('Writer', [ARTICLE_CREATE]),

    /** Each node in its turn is the one that saves. */
    async save(sections: Partial<Settings>): Promise<void> {
      saver += 1;
      const node = nodes[saver % nodes.length] ?? nodes[0];
      await saveRulesAt(node.admin, sections);
    },

    /** A key of somebody who is held to nothing. */
    async makeKey(body: object = {}): Promise<MadeKey> {
      const answer = await admin('/keys', 'POST', { name: nextName('free'), ...body });
      expect(answer.status).toBe(201);
      return answer.body as MadeKey;
    },

    async stop(): Promise<void> {
      for (const node of nodes) await node.stop();
      folder.remove();
      await database.drop();
    },
  };
};

export type RulesNodes = Awaited<ReturnType<typeof startRulesNodes>>;

/** What three people are told who ask the same at once, each at a node of their own. */
export const saidAt = async (
  people: readonly RemoteAdmin[],
  ask: (person: RemoteAdmin) => Promise<Answer>,
): Promise<string[]> => (await Promise.all(people.map(ask))).map(said);
