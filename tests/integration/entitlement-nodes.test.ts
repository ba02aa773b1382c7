import { writeFileSync } from 'node:fs';

import { apiKey, bearer, send } from '../support/consumers';
import { describeOn, freshDatabase } from '../support/database-servers';
import { temporaryFolder } from '../support/playground-env';
import { type PlaygroundProcess, startPlaygroundProcess } from '../support/playground-process';
import { type RemoteAdmin, remoteAdmin } from '../support/remote-admin';

const REFUSED = JSON.stringify({ allowed: false, reason: 'Part of the plan Pro.' });

interface Node {
  process: PlaygroundProcess;
  ask: RemoteAdmin;
}

describeOn('postgres', 'three nodes whose config’s entitlement changes its mind', () => {
  it('all obey at once, and go on answering the keys there are', async () => {
    const database = await freshDatabase('postgres');
    const folder = temporaryFolder();
    const file = `${folder.path}/entitlement`;
    const answers = (to: string) => {
      writeFileSync(file, to);
    };
    answers('true');
    const env = { ...database.env, PLAYGROUND_ENTITLEMENT: `file:${file}` };
    const nodes: Node[] = [];
    try {
      // One after the other: the first makes the tables.
      for (let n = 0; n < 3; n += 1) {
        const process = await startPlaygroundProcess({ env });
        nodes.push({ process, ask: await remoteAdmin(process.url) });
      }
      const [first] = nodes;
      const roles = (await first?.ask('/roles'))?.body as { data: { id: string; code: string }[] };
      const role = roles.data.find(({ code }) => code === 'read-only')?.id;
      const made = await first?.ask('/keys', 'POST', { name: 'shared', roles: [role] });
      const { token } = made?.body as { token: string };
      const seen = () => Promise.all(nodes.map(async ({ ask }) => (await ask('/keys')).status));
      const articles = (headers: Record<string, string>) =>
        Promise.all(
          nodes.map(
            async ({ process: { url } }) => (await send(`${url}/api/articles`, headers)).status,
          ),
        );

      expect(await seen()).toEqual([200, 200, 200]);
      for (const [answer, expected] of [
        [REFUSED, 403],
        ['true', 200],
        ['throws', 403],
        ['hangs', 403],
        ['{"allowed":true}', 200],
      ] as const) {
        answers(answer);
        expect([answer, await seen()]).toEqual([answer, [expected, expected, expected]]);
        expect(await articles(bearer(token))).toEqual([200, 200, 200]);
        expect(await articles(apiKey(token))).toEqual([200, 200, 200]);
      }
    } finally {
      for (const { process } of nodes) await process.stop();
      folder.remove();
      await database.drop();
    }
  });
});
