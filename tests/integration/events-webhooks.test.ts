import {
  EVENTS,
  type EventName,
  eventPayloads,
  keyEndpoints,
  type Key,
  myTokenEndpoints,
} from '../../contracts';
import { answerOf } from '../support/admin-api';
import { CREDENTIALS, makeKey, partsOf, serviceOf } from '../support/consumers';
import { type FreshDatabase, freshDatabase } from '../support/database-servers';
import { openPersonalTokens } from '../support/personal-tokens';
import { type Playground, startPlayground } from '../support/playground';
import {
  makeWebhook,
  startWebhookReceiver,
  type WebhookReceiver,
} from '../support/webhook-receiver';

let database: FreshDatabase;
const NEXT_YEAR = new Date(Date.now() + 300 * 86_400_000).toISOString();

let playground: Playground;
let receiver: WebhookReceiver;
const secrets: string[] = [];

interface Told {
  event: EventName;
  key: { name: string; type: string };
  [field: string]: unknown;
}

/** What a run brings, each body with exactly the fields that its contract names. */
const toldBy = async (run: () => Promise<unknown>, count: number): Promise<Told[]> => {
  const before = receiver.deliveries.length;
  await run();
  await receiver.waitFor(before + count);
  const told = receiver.deliveries.slice(before).map(({ text, headers }) => {
    const { event, createdAt, ...payload } = JSON.parse(text) as Record<string, unknown>;
    const parsed = eventPayloads[event as EventName].parse(payload);
    expect(payload).toEqual(parsed);
    expect(headers['x-strapi-event']).toBe(event);
    expect(createdAt).toEqual(expect.any(String));
    return { event: event as EventName, ...parsed };
  });
  expect(told).toHaveLength(count);
  return told.sort((a, b) => a.at.localeCompare(b.at));
};

const eventsOf = (told: readonly Told[]) => told.map(({ event }) => event.replace(/^.*\./, ''));
const keptSecret = <T extends { token: string }>(issued: T): T => {
  secrets.push(
    issued.token,
    partsOf(issued.token).secret,
    partsOf(issued.token).secret.slice(0, 9),
  );
  return issued;
};

const keepHashes = async () => {
  const rows = (await playground.strapi.db.connection(CREDENTIALS).select('*')) as Record<
    string,
    string
  >[];
  for (const row of rows) {
    expect(row.secret_hash).toContain('$argon2id$');
    secrets.push(...[row.secret_hash, row.mac, row.hint].map(String));
  }
};

/** Create, edit, take over, regenerate, revoke, delete: all by the admin API. */
const live = async (): Promise<Key> => {
  const { admin } = playground;
  const body = {
    name: 'prod-main-app',
    description: 'Told to nobody.',
    technicalOwner: { name: 'Team', emails: ['team@example.com'] },
    expiresAt: NEXT_YEAR,
  };
  const { data } = keptSecret(await answerOf(admin, keyEndpoints.create, { body }, 201));
  const { id } = data;
  await answerOf(admin, keyEndpoints.update, {
    id,
    body: { name: 'prod-app', description: 'Nor this.', networks: ['10.0.0.0/8'], revision: 0 },
  });
  await admin
    .post('/api-access/keys/take-over')
    .send({ ids: [id] })
    .expect(200);
  keptSecret(
    await answerOf(admin, keyEndpoints.regenerate, { id, body: { expiresAt: null, revision: 2 } }),
  );
  await keepHashes();
  await answerOf(admin, keyEndpoints.revoke, { id, body: { revision: 3 } });
  await answerOf(admin, keyEndpoints.delete, { id });
  return data;
};

beforeAll(async () => {
  receiver = await startWebhookReceiver();
  database = await freshDatabase();
  playground = await startPlayground({ database });
  await makeWebhook(playground.admin, receiver.url, EVENTS);
});

afterAll(async () => {
  await playground.stop();
  await receiver.stop();
  await database.drop();
});

describe('a webhook made over REST', () => {
  it('is told of each step of a key’s life, by whom, and what an edit changed', async () => {
    let made: Key | undefined;
    const told = await toldBy(async () => (made = await live()), 6);
    const key = { id: made?.id, accessId: made?.accessId, type: 'api-key' };
    const actor = { kind: 'admin', name: 'Ada Admin' };
    const asMade = { actor, key: { ...key, name: 'prod-main-app', expiresAt: NEXT_YEAR } };
    const asEdited = { actor, key: { ...key, name: 'prod-app', expiresAt: NEXT_YEAR } };
    const asRenewed = { actor, key: { ...key, name: 'prod-app', expiresAt: null } };

    expect(told).toEqual(
      [
        { event: 'api-access.created', ...asMade },
        {
          event: 'api-access.updated',
          ...asEdited,
          fields: ['description', 'name', 'networks'],
        },
        { event: 'api-access.updated', ...asEdited, fields: ['author'] },
        { event: 'api-access.regenerated', ...asRenewed },
        { event: 'api-access.revoked', ...asRenewed },
        { event: 'api-access.deleted', ...asRenewed },
      ].map((event) => ({ at: expect.any(String) as string, ...event })),
    );
  });

  it('is told of each of many keys that are revoked at once, and of none that are not', async () => {
    const { strapi, admin } = playground;
    const keys = [await makeKey(strapi), await makeKey(strapi), await makeKey(strapi)];
    await receiver.waitFor(9);
    const ids = [...keys.map(({ data }) => data.id), 'no-such-key'];
    const revoke = () => admin.post('/api-access/keys/bulk-revoke').send({ ids }).expect(200);
    const told = await toldBy(revoke, 3);

    expect(eventsOf(told)).toEqual(['revoked', 'revoked', 'revoked']);
    expect(told.map(({ key }) => key.name).sort()).toEqual(
      keys.map(({ data }) => data.name).sort(),
    );
    expect(await toldBy(revoke, 0)).toEqual([]);
  });

  it('is told of personal tokens, which their type tells from keys', async () => {
    const { strapi, admin } = playground;
    const role = await serviceOf(strapi, 'roles').create({
      name: 'Open',
      kind: 'custom',
      permissions: [],
    });
    await openPersonalTokens(strapi, { maxTokens: 1, roles: [role.id], defaultRoles: [role.id] });
    const told = await toldBy(async () => {
      const { data } = keptSecret(
        await answerOf(admin, myTokenEndpoints.create, { body: { name: 'Mine' } }, 201),
      );
      await keepHashes();
      keptSecret(
        await answerOf(admin, myTokenEndpoints.regenerate, {
          id: data.id,
          body: { expiresAt: null, revision: 0 },
        }),
      );
      await keepHashes();
      await answerOf(admin, myTokenEndpoints.delete, { id: data.id });
    }, 3);

    expect(eventsOf(told)).toEqual(['created', 'regenerated', 'deleted']);
    for (const { key } of told) expect(key).toMatchObject({ name: 'Mine', type: 'personal' });
  });

  it('is told of nobody’s e-mail address, also where a person has no other name', async () => {
    const { strapi, admin } = playground;
    const people = strapi.db.query('admin::user');
    await people.updateMany({ where: {}, data: { firstname: null, lastname: null } });
    const [told] = await toldBy(
      () => answerOf(admin, keyEndpoints.create, { body: { name: 'by somebody' } }, 201),
      1,
    );

    expect(told?.actor).toEqual({ kind: 'admin', name: null });
  });

  it('goes on after a restart', async () => {
    await playground.stop();
    playground = await startPlayground({ database });
    const [told] = await toldBy(() => makeKey(playground.strapi, { name: 'after' }), 1);

    expect(told).toMatchObject({
      event: 'api-access.created',
      key: { name: 'after' },
      actor: { kind: 'app', name: null },
    });
  });

  it('can carry every event, and none that there is not', async () => {
    const hook = { name: 'Other', url: receiver.url, headers: {}, events: ['api-access.other'] };
    await playground.admin.post('/admin/webhooks').send(hook).expect(400);
    expect(EVENTS).toHaveLength(8);
  });
});

it('no body or header of all these webhooks holds a secret, a hash, a hint or an address', () => {
  const all = receiver.deliveries.map((delivery) => JSON.stringify(delivery)).join('\n');

  expect(secrets.length).toBeGreaterThan(20);
  expect(all).toContain('prod-main-app');
  for (const one of [...secrets, 'example.com', 'Told to nobody', 'Nor this', 'sak_', 'Team']) {
    expect([one.slice(0, 4), all.includes(one)]).toEqual([one.slice(0, 4), false]);
  }
});
