import { keyEndpoints, type Endpoint, type IssuedKey, type Key } from '../../contracts';
import { answerOf, changingNothing, refusalOf, send, storedIn } from '../support/admin-api';
import { bearer, makeKey, makeRole, send as consume } from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

const EXPIRES_AT = '2090-01-01T00:00:00.000Z';

let playground: Playground;
let role: string;

beforeAll(async () => {
  // Uses are written at the end, and not in the middle of a test.
  playground = await startPlayground({ apiAccess: { flushIntervalMs: 600_000 } });
  role = (await makeRole(playground.strapi)).id;
});

afterAll(async () => {
  await playground.stop();
});

const make = () => makeKey(playground.strapi, { roles: [role] });
const read = async (id: string): Promise<Key> =>
  (await answerOf(playground.admin, keyEndpoints.read, { id })).data;
const statusOf = async (token: string) =>
  (await consume(`${playground.url}/api/articles`, bearer(token))).status;

const EDIT = { name: 'stale edit', roles: [], tags: ['stale'], networks: ['192.0.2.1'] };
const GUARDED: [string, Endpoint, object][] = [
  ['an edit', keyEndpoints.update, EDIT],
  ['a regeneration', keyEndpoints.regenerate, { expiresAt: EXPIRES_AT }],
  ['a revocation', keyEndpoints.revoke, {}],
];

describe('somebody who saw an older state of a key', () => {
  it.each(GUARDED)('gets 409 for %s, and nothing is half done', async (_, endpoint, body) => {
    const { data, token } = await make();
    await answerOf(playground.admin, keyEndpoints.update, {
      id: data.id,
      body: { description: 'newer', revision: 0 },
    });
    for (const revision of [0, 2, 1_000_000]) {
      const answer = await changingNothing(playground.strapi, () =>
        refusalOf(playground.admin, endpoint, { id: data.id, body: { ...body, revision } }),
      );
      expect(answer).toMatchObject({ status: 409, code: 'revision_conflict', fields: [] });
    }

    expect(await statusOf(token)).toBe(200);
  });

  it.each(GUARDED)('can do %s after looking again', async (_, endpoint, body) => {
    const { data } = await make();
    await answerOf(playground.admin, keyEndpoints.update, {
      id: data.id,
      body: { description: 'newer', revision: 0 },
    });
    const { revision } = await read(data.id);
    const unique = endpoint === keyEndpoints.update ? { name: `edit of ${data.id}` } : {};
    const { status } = await send(playground.admin, endpoint, {
      id: data.id,
      body: { ...body, ...unique, revision },
    });

    expect(status).toBe(200);
  });
});

/** Sends several at once, and tells apart who won. */
const race = async (calls: readonly (readonly [Endpoint, string, object])[]) => {
  const answers = await Promise.all(
    calls.map(([endpoint, id, body]) => send(playground.admin, endpoint, { id, body })),
  );
  return {
    statuses: answers.map(({ status }) => status).sort(),
    won: answers.filter(({ status }) => status === 200).map(({ body }) => body as IssuedKey),
  };
};

describe('of several at once', () => {
  it('one edit wins, whole', async () => {
    const { data } = await make();
    const edits = ['one', 'two', 'three'].map(
      (name) =>
        [
          keyEndpoints.update,
          data.id,
          { name: `${name} ${data.id}`, description: name, tags: [name], revision: 0 },
        ] as const,
    );
    const { statuses, won } = await race(edits);

    expect(statuses).toEqual([200, 409, 409]);
    const after = await read(data.id);
    expect(after).toEqual({ ...won[0]?.data, replaces: null, replacedBy: [] });
    expect(after.name).toBe(`${String(after.description)} ${data.id}`);
    expect(after.tags.map(({ name }) => name)).toEqual([after.description]);
    expect(after.revision).toBe(1);
  });

  it('one regeneration wins, and its token is the one that works', async () => {
    const { data, token: old } = await make();
    const body = { expiresAt: EXPIRES_AT, revision: 0 };
    const { statuses, won } = await race(
      [1, 2, 3].map(() => [keyEndpoints.regenerate, data.id, body] as const),
    );

    expect(statuses).toEqual([200, 409, 409]);
    expect(won).toHaveLength(1);
    expect(await statusOf(old)).toBe(401);
    expect(await statusOf(won[0]?.token ?? '')).toBe(200);
    expect((await read(data.id)).hint.slice(-4)).toBe(won[0]?.token.slice(-4));
  });

  it('a regeneration and a revocation never both win', async () => {
    const { data, token: old } = await make();
    const { statuses, won } = await race([
      [keyEndpoints.revoke, data.id, { revision: 0 }],
      [keyEndpoints.regenerate, data.id, { expiresAt: EXPIRES_AT, revision: 0 }],
    ]);

    expect(statuses).toEqual([200, 409]);
    expect((await read(data.id)).status).toBe(won[0]?.data.status);
    expect(await statusOf(old)).toBe(401);
  });

  it('an edit and a deletion leave nothing behind', async () => {
    const before = await storedIn(playground.strapi);
    const { data } = await make();
    const { statuses } = await race([
      [keyEndpoints.update, data.id, { networks: ['192.0.2.1'], revision: 0 }],
      [keyEndpoints.delete, data.id, {}],
    ]);

    expect([200, 404, 409]).toEqual(expect.arrayContaining(statuses));
    expect(await storedIn(playground.strapi)).toEqual(before);
  });

  it('one deletion wins', async () => {
    const { data } = await make();
    const { statuses } = await race([
      [keyEndpoints.delete, data.id, {}],
      [keyEndpoints.delete, data.id, {}],
    ]);

    expect(statuses).toEqual([200, 404]);
  });
});
