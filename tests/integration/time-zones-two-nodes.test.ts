import { setTimeout as sleep } from 'node:timers/promises';

import { type IssuedKey, type Key } from '../../contracts';
import { bearer, refusalOf, send } from '../support/consumers';
import { type FreshDatabase, freshDatabase } from '../support/database-servers';
import { type PlaygroundOptions } from '../support/playground-env';
import { type PlaygroundProcess, startPlaygroundProcess } from '../support/playground-process';
import { type RemoteAdmin, remoteAdmin } from '../support/remote-admin';

/** Instants as people give them, where clocks of one zone or the other strike an hour twice or never. */
const EXPIRIES = [
  ['2027-10-31T02:30:00+02:00', '2027-10-31T00:30:00.000Z'],
  ['2027-10-31T02:30:00+01:00', '2027-10-31T01:30:00.000Z'],
  ['2027-03-28T03:15:00+02:00', '2027-03-28T01:15:00.000Z'],
  ['2027-11-07T01:30:00-04:00', '2027-11-07T05:30:00.000Z'],
  ['2027-11-07T01:30:00-05:00', '2027-11-07T06:30:00.000Z'],
  ['2027-03-14T03:10:00-04:00', '2027-03-14T07:10:00.000Z'],
  ['2030-06-30T23:59:59.999Z', '2030-06-30T23:59:59.999Z'],
] as const;

interface Node extends PlaygroundProcess {
  admin: RemoteAdmin;
}

const startNode = async (options: PlaygroundOptions, zone: string): Promise<Node> => {
  const env = { ...options.env, TZ: zone };
  const node = await startPlaygroundProcess({ ...options, env });
  return { ...node, admin: await remoteAdmin(node.url) };
};

const create = async (node: Node, name: string, expiresAt: string): Promise<IssuedKey> => {
  const answer = await node.admin('/keys', 'POST', { name, expiresAt, roles: [] });
  expect(answer.status).toBe(201);
  return answer.body as IssuedKey;
};

const read = async (node: Node, { data }: IssuedKey): Promise<Key> =>
  ((await node.admin(`/keys/${data.id}`)).body as { data: Key }).data;

const whoami = (node: Node, { token }: IssuedKey) =>
  send(`${node.url}/api/api-access/whoami`, bearer(token));

describe('two nodes in two time zones', () => {
  let database: FreshDatabase;
  let berlin: Node;
  let newYork: Node;

  beforeAll(async () => {
    database = await freshDatabase();
    const options = { database, apiAccess: { flushIntervalMs: 100 } };
    berlin = await startNode(options, 'Europe/Berlin');
    newYork = await startNode(options, 'America/New_York');
  });

  afterAll(async () => {
    await berlin.stop();
    await newYork.stop();
    await database.drop();
  });

  it('each reads the very instant that the other was given', async () => {
    for (const [index, [given, meant]] of EXPIRIES.entries()) {
      const [writer, reader] = index % 2 === 0 ? [berlin, newYork] : [newYork, berlin];
      const key = await create(writer, `Key ${index}`, given);

      for (const node of [writer, reader]) {
        expect({ given, expiresAt: (await read(node, key)).expiresAt }).toEqual({
          given,
          expiresAt: meant,
        });
        expect((await whoami(node, key)).body).toMatchObject({ data: { expiresAt: meant } });
        expect((await read(node, key)).issuedAt).toBe(key.data.issuedAt);
      }
    }
  });

  it('a key ends on both at once', async () => {
    const end = Date.now() + 2500;
    const key = await create(newYork, 'Short', new Date(end).toISOString());
    const statuses = async () => [
      (await whoami(berlin, key)).status,
      (await whoami(newYork, key)).status,
    ];
    if (Date.now() < end - 1000) expect(await statuses()).toEqual([200, 200]);

    await sleep(end - Date.now() + 1);

    expect(await statuses()).toEqual([401, 401]);
    expect(refusalOf(await whoami(berlin, key)).details.code).toBe('expired_token');
    for (const node of [berlin, newYork]) {
      expect(await read(node, key)).toMatchObject({ status: 'expired' });
      const soon = await node.admin('/keys?status=expired');
      expect(soon.body).toMatchObject({ data: [{ name: 'Short' }] });
    }
  });

  it('the last use is told alike', async () => {
    const key = await create(berlin, 'Used', EXPIRIES[6][0]);
    await whoami(berlin, key);
    const used = async () => (await read(newYork, key)).usage.lastUsedAt;
    for (let tries = 0; (await used()) === null && tries < 50; tries += 1) await sleep(100);

    const there = await used();

    expect(Math.abs(Date.parse(there ?? '') - Date.now())).toBeLessThan(60_000);
    expect((await read(berlin, key)).usage.lastUsedAt).toBe(there);
  });
});
