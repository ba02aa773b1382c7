import { readFileSync } from 'node:fs';

import { EVENTS, type IssuedKey, type Key, type Role } from '../../contracts';
import {
  type Answer,
  apiKey,
  ARTICLE_FIND,
  bearer,
  CREDENTIALS,
  damaged,
  expire,
  forged,
  partsOf,
  send,
} from '../support/consumers';
import { describeOn, type FreshDatabase, freshDatabase } from '../support/database-servers';
import { fillTable } from '../support/full-table';
import { captureLog, type LogCapture } from '../support/log-capture';
import { type Playground, startPlayground } from '../support/playground';
import { type Rows, rowsOf } from '../support/stored-rows';
import {
  makeWebhook,
  startWebhookReceiver,
  type WebhookReceiver,
} from '../support/webhook-receiver';

const OF_ENTRIES = ['entry.create', 'entry.update', 'entry.delete', 'entry.publish'];
let database: FreshDatabase;
let playground: Playground;
let log: LogCapture;
let webhooks: WebhookReceiver;
let stored: Rows;
let hashes: string[];
const answers: { what: string; text: string }[] = [];
const issued: string[] = [];
const events: string[] = [];

/** All that webhooks were sent, headers and all. */
const delivered = () => webhooks.deliveries.map((one) => JSON.stringify(one)).join('\n');

/** A request whose answer is kept, headers and all. */
const call = async (
  what: string,
  headers: object,
  options: { method?: string; body?: unknown } = {},
): Promise<Answer> => {
  const answer = await send(`${playground.url}${what}`, { ...headers }, options);
  answers.push({ what: `${options.method ?? 'GET'} ${what}`, text: JSON.stringify(answer) });
  return answer;
};

const admin = (what: string, method = 'GET', body?: unknown) =>
  call(what, bearer(playground.adminToken), { method, body });

const issue = async (what: string, body: unknown): Promise<IssuedKey> => {
  const answer = await admin(what, 'POST', body);
  const key = answer.body as IssuedKey;
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(key.token).toMatch(/^sak_/);
  issued.push(key.token);
  return key;
};

const consume = async (token: string) => {
  const article = { method: 'POST', body: { data: { title: 'No' } } };
  const query = { method: 'POST', body: { query: '{ articles(status: DRAFT) { title } }' } };
  await call('/api/articles', bearer(token));
  await call('/api/articles', apiKey(token));
  await call('/api/articles?status=draft', bearer(token));
  await call('/api/articles', bearer(token), article);
  await call('/api/api-access/whoami', bearer(token));
  await call('/api/guarded/editors', bearer(token));
  await call('/api/guarded/open-door', bearer(token));
  await call('/graphql', bearer(token), query);
  await call('/api/articles', bearer(forged(token)));
  await call('/api/articles', bearer(damaged(token)));
  await call('/api/articles', { ...bearer(token), ...apiKey(forged(token)) });
};

const liveAndDie = async () => {
  const role = await admin('/api-access/roles', 'POST', {
    name: 'Reader',
    kind: 'custom',
    permissions: [ARTICLE_FIND],
  });
  const roles = [(role.body as { data: Role }).data.id];
  const first = await issue('/api-access/keys', { name: 'First', roles, tags: ['tagged'] });
  const { id } = first.data;
  await admin('/api-access/keys', 'POST', { name: 'FIRST', roles });
  await admin('/api-access/keys', 'POST', { name: 'First', secret: 'x' });
  await consume(first.token);

  const edited = await admin(`/api-access/keys/${id}`, 'PUT', {
    description: 'Edited',
    revision: 0,
  });
  const { revision } = (edited.body as { data: Key }).data;
  await admin(`/api-access/keys/${id}/regenerate`, 'POST', { expiresAt: null, revision: 0 });
  const second = await issue(`/api-access/keys/${id}/regenerate`, { expiresAt: null, revision });
  await consume(first.token);
  await consume(second.token);
  await expire(playground.strapi, second.data.accessId);
  await call('/api/articles', bearer(second.token));

  const third = await issue('/api-access/keys', { name: 'Third', roles });
  await admin(`/api-access/keys/${third.data.id}/revoke`, 'POST', { revision: 0 });
  await consume(third.token);
  for (const what of ['keys', `keys/${id}`, 'keys?search=sak', 'roles', 'tags', 'permissions']) {
    await admin(`/api-access/${what}`);
  }
  await admin('/content-manager/collection-types/admin::api-access');
  await failToStore(third.token);
  await admin(`/api-access/keys/${id}`, 'DELETE');
  await issue('/api-access/keys', { name: 'Left on record', roles });
};

/** A database that takes no credentials for a while: what its driver says must not tell them. */
const failToStore = async (token: string) => {
  const { connection } = playground.strapi.db;
  // As if made under another server secret: argon2 decides, and a new mac cannot be written.
  await connection(CREDENTIALS)
    .where({ access_id: partsOf(token).accessId })
    .update({ mac_key_id: 'another' });
  const empty = await fillTable(connection, database.name, CREDENTIALS);
  const failed = await admin('/api-access/keys', 'POST', { name: 'No room' });
  expect(failed.status).toBe(500);
  await call('/api/articles', bearer(token));
  await empty();
};

const settle = () => new Promise((resolve) => setTimeout(resolve, 500));

beforeAll(async () => {
  log = captureLog();
  webhooks = await startWebhookReceiver();
  database = await freshDatabase();
  playground = await startPlayground({ database, env: { LOG_LEVEL: 'silly' } });
  const emit = playground.strapi.eventHub.emit.bind(playground.strapi.eventHub);
  jest.spyOn(playground.strapi.eventHub, 'emit').mockImplementation((event, ...args) => {
    events.push(`${event} ${JSON.stringify(args)}`);
    return emit(event, ...args);
  });
  await makeWebhook(playground.admin, webhooks.url, [...OF_ENTRIES, ...EVENTS]);
  await admin('/content-manager/collection-types/api::category.category', 'POST', {
    name: 'Heard',
  });
  await liveAndDie();
  await settle();
  hashes = (await playground.strapi.db.connection(CREDENTIALS).select('*')).flatMap(
    (row: Record<string, string>) => [row.secret_hash, row.mac].map(String),
  );
  await playground.stop();
  await webhooks.stop();
  log.stop();
  stored = await rowsOf(database, '');
});

afterAll(() => database.drop());

/** The secret in pieces, each long enough to be no accident. */
const pieces = (token: string): string[] => {
  const { secret } = partsOf(token);
  return [0, 9, 18, 27, 34].map((at) => secret.slice(at, at + 9));
};

/** Says which secret was found, without showing all that was searched. */
const found = (where: string, text: string, secrets: readonly string[]) =>
  secrets.filter((secret) => text.includes(secret)).map((secret) => ({ where, secret }));

const secretPieces = () => issued.flatMap(pieces);

it('the run was a full one, and was listened to', () => {
  expect(issued).toHaveLength(4);
  expect(new Set(secretPieces()).size).toBe(20);
  expect(answers.length).toBeGreaterThan(50);
  expect(log.text()).toContain('GET /api/articles');
  expect(log.text()).toContain('a mac could not be renewed: no room');
  expect(events.some((event) => event.startsWith('entry.create'))).toBe(true);
  expect(delivered()).toContain('Heard');
  for (const step of ['created', 'updated', 'regenerated', 'revoked', 'deleted']) {
    expect(delivered()).toContain(`api-access.${step}`);
  }
  expect(stored[CREDENTIALS]).toHaveLength(2);
  expect(hashes.filter((hash) => hash.startsWith('$argon2id$'))).toHaveLength(2);
});

it('each token stands in the one answer that issues it, and in no other', () => {
  for (const token of issued) {
    const holders = answers.filter(({ text }) => found('', text, pieces(token)).length > 0);

    expect(holders.map(({ what }) => what)).toEqual([
      expect.stringMatching(/^POST \/api-access\/keys(?:\/[a-z0-9]+\/regenerate)?$/) as string,
    ]);
    expect(holders[0]?.text.split(partsOf(token).secret)).toHaveLength(2);
  }
});

it('no piece of a secret is in the log, in an event or in a webhook', () => {
  for (const [where, text] of [
    ['log', log.text()],
    ['events', events.join('\n')],
    ['webhooks', delivered()],
  ] as const) {
    expect(found(where, text, secretPieces())).toEqual([]);
  }
});

it('no piece of a secret is in any row of any table', () => {
  expect(Object.keys(stored).length).toBeGreaterThan(30);
  for (const [table, rows] of Object.entries(stored)) {
    expect(found(table, JSON.stringify(rows), secretPieces())).toEqual([]);
  }
});

describeOn('sqlite', 'the file of the database', () => {
  it('has no piece of a secret anywhere', () => {
    const file = readFileSync(database.env.DATABASE_FILENAME ?? '', 'latin1');
    expect(file).toContain('api_access');
    expect(found('file', file, secretPieces())).toEqual([]);
  });
});

it('no hash of a secret is in an answer, an event, a webhook or the log', () => {
  for (const { what, text } of answers) {
    expect(found(what, text, [...hashes, '$argon2', 'secretHash', 'secret_hash'])).toEqual([]);
  }
  expect(found('events', events.join('\n'), [...hashes, '$argon2'])).toEqual([]);
  expect(found('webhooks', delivered(), [...hashes, '$argon2'])).toEqual([]);
  expect(found('log', log.text(), [...hashes, '$argon2'])).toEqual([]);
});
