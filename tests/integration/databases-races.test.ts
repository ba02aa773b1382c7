import {
  type Endpoint,
  type IssuedKey,
  keyEndpoints,
  roleEndpoints,
  tagEndpoints,
} from '../../contracts';
import { fromRoleSet } from '../../server/src/domain/role-set';
import { answerOf, refusalOf, send } from '../support/admin-api';
import {
  bearer,
  CREDENTIALS,
  makeKey,
  makeKeyWith,
  makeRole,
  send as consume,
  serviceOf,
} from '../support/consumers';
import {
  describeOn,
  type FreshDatabase,
  freshDatabase,
  type ServerName,
} from '../support/database-servers';
import { captureLog } from '../support/log-capture';
import { type Playground, startPlayground } from '../support/playground';

/** Each race is run so often; one alone may happen to be none. */
const ROUNDS = 6;

let playground: Playground;

/** Sends one call at once: a request of supertest waits until somebody asks for its answer. */
const call = async (endpoint: Endpoint, id: string | undefined, body?: object) => {
  const sent = { body, ...(id === undefined ? {} : { id }) };
  const answer = await send(playground.admin, endpoint, sent);
  return { status: answer.status, body: answer.body as unknown };
};

const statusesOf = async (...calls: Promise<{ status: number }>[]): Promise<number[]> =>
  (await Promise.all(calls)).map(({ status }) => status);

const create = (body: object) => call(keyEndpoints.create, undefined, body);

/** Ids in a table of one of the plugin's content types. */
const idsIn = async (uid: string): Promise<number[]> => {
  const { db } = playground.strapi;
  const rows = await db.connection(db.metadata.get(uid).tableName).select<{ id: number }[]>('id');
  return rows.map(({ id }) => id).sort((a, b) => a - b);
};

/** The two columns of the table that links keys to something. */
const linksOf = async (attribute: 'roles' | 'tags'): Promise<{ key: number; other: number }[]> => {
  const { db } = playground.strapi;
  const { joinTable } = db.metadata.get('admin::api-access').attributes[attribute] as {
    joinTable: {
      name: string;
      joinColumn: { name: string };
      inverseJoinColumn: { name: string };
    };
  };
  const rows = await db.connection(joinTable.name).select<Record<string, number>[]>('*');
  return rows.map((row) => ({
    key: row[joinTable.joinColumn.name] ?? 0,
    other: row[joinTable.inverseJoinColumn.name] ?? 0,
  }));
};

/** No half of anything is stored, whoever won. */
const expectWhole = async () => {
  const keys = await idsIn('admin::api-access');
  const roles = await idsIn('admin::api-access-role');
  const tags = await idsIn('admin::api-access-tag');
  const credentials = await playground.strapi.db
    .connection(CREDENTIALS)
    .select<{ key_id: number; role_set: string }[]>('key_id', 'role_set');
  const roleLinks = await linksOf('roles');

  expect(credentials.map(({ key_id: id }) => id).sort((a, b) => a - b)).toEqual(keys);
  for (const { key_id: id, role_set: set } of credentials) {
    const linked = roleLinks.filter(({ key }) => key === id).map(({ other }) => other);
    expect(fromRoleSet(set)).toEqual(linked.sort((a, b) => a - b));
  }
  expect(roles).toEqual(expect.arrayContaining(roleLinks.map(({ other }) => other)));
  const tagLinks = await linksOf('tags');
  expect(tags).toEqual(expect.arrayContaining(tagLinks.map(({ other }) => other)));
  expect(keys).toEqual(expect.arrayContaining([...roleLinks, ...tagLinks].map(({ key }) => key)));
};

const tagNamesOf = async (id: string): Promise<string[]> =>
  (await serviceOf(playground.strapi, 'keys').read(id)).tags.map(({ name }) => name);

const races = (server: ServerName) => () => {
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await freshDatabase(server);
    // On MySQL knex speaks of each table that Strapi makes within a transaction.
    const log = captureLog();
    playground = await startPlayground({
      database,
      apiAccess: { flushIntervalMs: 600_000 },
    });
    log.stop();
  });

  afterEach(expectWhole);

  afterAll(async () => {
    await playground.stop();
    await database.drop();
  });

  it.each<[string, Endpoint, (role: string) => object]>([
    ['edited', keyEndpoints.update, (role) => ({ name: 'Edited', tags: ['t'], roles: [role] })],
    ['revoked', keyEndpoints.revoke, () => ({})],
    ['regenerated', keyEndpoints.regenerate, () => ({ expiresAt: null })],
  ])('a key is %s and deleted at once', async (_, endpoint, bodyFor) => {
    const { id: other } = await makeRole(playground.strapi);
    for (let round = 0; round < ROUNDS; round += 1) {
      const { data, token } = await makeKeyWith(playground.strapi, {}, { tags: ['t', 'u'] });
      const write = () => call(endpoint, data.id, { ...bodyFor(other), revision: 0 });
      const [first, second, deletion] = await statusesOf(
        write(),
        write(),
        call(keyEndpoints.delete, data.id),
      );

      expect(deletion).toBe(200);
      expect([200, 404, 409]).toEqual(expect.arrayContaining([first, second]));
      expect([first, second].filter((status) => status === 200).length).toBeLessThan(2);
      expect((await call(keyEndpoints.read, data.id)).status).toBe(404);
      expect((await consume(`${playground.url}/api/articles`, bearer(token))).status).toBe(401);
    }
  });

  it('a key is made with a role while the role is deleted', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const role = await makeRole(playground.strapi);
      const names = [1, 2, 3].map((n) => `Key ${n} of ${role.id}`);
      const [deletion, ...made] = await Promise.all([
        call(roleEndpoints.delete, role.id),
        ...names.map((name) => create({ name, roles: [role.id] })),
      ]);

      expect(deletion.status).toBe(200);
      for (const { status, body } of made) {
        expect([201, 400]).toContain(status);
        if (status === 400) {
          expect(body).toMatchObject({ error: { details: { code: 'unknown_role' } } });
          continue;
        }
        const { data, token } = body as IssuedKey;
        expect((await serviceOf(playground.strapi, 'keys').read(data.id)).roles).toEqual([]);
        expect((await consume(`${playground.url}/api/articles`, bearer(token))).status).toBe(403);
      }
    }
  });

  it('a key is given a role while the role is deleted', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const role = await makeRole(playground.strapi);
      const { data } = await makeKey(playground.strapi, { roles: ['read-only'] });
      const [deletion, edit] = await statusesOf(
        call(roleEndpoints.delete, role.id),
        call(keyEndpoints.update, data.id, { roles: [role.id, 'read-only'], revision: 0 }),
      );

      expect(deletion).toBe(200);
      expect([200, 400]).toContain(edit);
      const { roles, revision } = await serviceOf(playground.strapi, 'keys').read(data.id);
      expect(roles).toMatchObject([{ code: 'read-only' }]);
      expect(revision).toBe(edit === 200 ? 1 : 0);
    }
  });

  it('a tag is merged into one that is deleted', async () => {
    const tags = serviceOf(playground.strapi, 'tags');
    for (let round = 0; round < ROUNDS; round += 1) {
      const from = await tags.create({ name: `from ${round}` });
      const into = await tags.create({ name: `into ${round}` });
      const { data } = await makeKey(playground.strapi, { tags: [from.name] });
      const [merge, deletion] = await statusesOf(
        call(tagEndpoints.merge, from.id, { into: into.id }),
        call(tagEndpoints.delete, into.id),
      );

      expect(deletion).toBe(200);
      expect([200, 400, 404]).toContain(merge);
      // Either nothing was merged, or the tag that it was merged into is gone.
      expect(await tagNamesOf(data.id)).toEqual(merge === 200 ? [] : [from.name]);
    }
  });

  it('two tags are merged into each other', async () => {
    const tags = serviceOf(playground.strapi, 'tags');
    for (let round = 0; round < ROUNDS; round += 1) {
      const one = await tags.create({ name: `one ${round}` });
      const two = await tags.create({ name: `two ${round}` });
      const { data } = await makeKey(playground.strapi, { tags: [one.name, two.name] });
      const statuses = await statusesOf(
        call(tagEndpoints.merge, one.id, { into: two.id }),
        call(tagEndpoints.merge, two.id, { into: one.id }),
      );

      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      expect([200, 400, 404]).toEqual(expect.arrayContaining(statuses));
      expect(await tagNamesOf(data.id)).toEqual([statuses[0] === 200 ? two.name : one.name]);
    }
  });

  it('keys are made with the same new tags', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const tags = [`new ${round}`, `newer ${round}`];
      const made = await Promise.all([
        create({ name: `A ${round}`, tags }),
        create({ name: `B ${round}`, tags: [...tags].reverse() }),
        create({ name: `C ${round}`, tags: tags.map((tag) => tag.toUpperCase()) }),
      ]);

      expect(made.map(({ status }) => status)).toEqual([201, 201, 201]);
      const ids = made.map(({ body }) => (body as IssuedKey).data.tags.map(({ id }) => id).sort());
      expect(ids[1]).toEqual(ids[0]);
      expect(ids[2]).toEqual(ids[0]);
      expect(ids[0]).toHaveLength(2);
    }
  });

  it('a key is made with a tag while the tag is deleted', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const name = `fading ${round}`;
      const tag = await serviceOf(playground.strapi, 'tags').create({ name });
      const [deletion, made] = await Promise.all([
        call(tagEndpoints.delete, tag.id),
        create({ name: `With ${name}`, tags: [name] }),
      ]);

      expect(deletion.status).toBe(200);
      expect([201, 400]).toContain(made.status);
    }
  });

  it.each(['é', 'É', '🚀', '日本', 'İ', "'", '\\', '%'])(
    'the list is searched for %j',
    async (search) => {
      // Some of these are the same name in another case, which no two keys may have.
      const name = `${search} ${Buffer.from(search).toString('hex')}`;
      await makeKey(playground.strapi, { name });
      const query = { search };
      const { data } = await answerOf(playground.admin, keyEndpoints.list, { query });

      expect(data).toContainEqual(expect.objectContaining({ name }));
      await answerOf(playground.admin, roleEndpoints.list, { query });
      await answerOf(playground.admin, tagEndpoints.list, { query });
    },
  );

  it.each<[string, Endpoint, object]>([
    ['a search of keys', keyEndpoints.list, { query: { search: 'a\u0000b' } }],
    ['a search of API roles', roleEndpoints.list, { query: { search: '\u0000b' } }],
    ['a search of tags', tagEndpoints.list, { query: { search: 'a\u0000b' } }],
    ['a filter by roles', keyEndpoints.list, { query: { roles: 'a\u0000' } }],
    ['a filter by tags', keyEndpoints.list, { query: { tags: ['a', '\u0000'] } }],
    ['a filter by author', keyEndpoints.list, { query: { author: '1\u0000' } }],
    ['a filter by who issued', keyEndpoints.list, { query: { issuedBy: 'A\u0000b' } }],
    ['an API role to assign', keyEndpoints.create, { body: { name: 'x', roles: ['a\u0000'] } }],
    ['a tag to put on', keyEndpoints.create, { body: { name: 'x', tags: ['a\u0000b'] } }],
    ['a description', keyEndpoints.create, { body: { name: 'x', description: 'a\u0000b' } }],
  ])('NUL is refused in %s', async (_, endpoint, sent) => {
    expect(await refusalOf(playground.admin, endpoint, sent)).toMatchObject({
      status: 400,
      code: 'invalid_input',
    });
  });

  it.each<[string, Endpoint]>([
    ['key', keyEndpoints.read],
    ['key to delete', keyEndpoints.delete],
    ['API role', roleEndpoints.read],
    ['tag', tagEndpoints.delete],
  ])('no %s is found at an address with NUL', async (_, endpoint) => {
    for (const id of ['a\u0000b', '\u0000']) {
      expect(await refusalOf(playground.admin, endpoint, { id })).toMatchObject({
        status: 404,
        code: 'not_found',
      });
    }
  });
};

describeOn('postgres', 'what happens at once', races('postgres'));
describeOn('mysql', 'what happens at once', races('mysql'));
