import { type AdminAction, type Endpoint, keyEndpoints, roleEndpoints } from '../../contracts';
import { answerOf, changingNothing, refusalOf, send } from '../support/admin-api';
import { createAdminWith, type SignedInAdmin } from '../support/admins';
import {
  ARTICLE_CREATE,
  ARTICLE_FIND,
  bearer,
  makeKey,
  makeRole,
  send as consume,
  serviceOf,
} from '../support/consumers';
import { type Agent, type Playground, startPlayground } from '../support/playground';

const CONFLICT = { status: 409, code: 'revision_conflict', fields: [] };
const PAIRS = 8;

let playground: Playground;
let blind: SignedInAdmin;
let role: string;

const uids = (...actions: AdminAction[]) => actions.map((action) => `plugin::api-access.${action}`);

beforeAll(async () => {
  playground = await startPlayground({ apiAccess: { flushIntervalMs: 600_000 } });
  role = (await makeRole(playground.strapi)).id;
  blind = await createAdminWith(playground, {
    name: 'Blind',
    actions: uids('read', 'update', 'regenerate', 'revoke'),
  });
});

afterEach(() => {
  jest.restoreAllMocks();
});

afterAll(async () => {
  await playground.stop();
});

const make = () => makeKey(playground.strapi, { networks: ['127.0.0.1'] });
const statusOf = async (token: string) =>
  (await consume(`${playground.url}/api/articles`, bearer(token))).status;

/** Sends at once; a request of supertest waits until somebody asks for its answer. */
const begin = async (agent: Agent, endpoint: Endpoint, id: string, body: object) => {
  const answer = await send(agent, endpoint, { id, body });
  return { status: answer.status, answer: answer.body as unknown };
};

const giveRole = (id: string) =>
  begin(playground.admin, keyEndpoints.update, id, { roles: [role], revision: 0 });

const signal = () => {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { give, given };
};

/** Holds the next call of a slow step until it is let go, and tells when it came there. */
const holdUp = <A extends unknown[], R>(step: (...args: A) => Promise<R>) => {
  const gate = signal();
  const reached = signal();
  return {
    reached: reached.given,
    letGo: () => gate.give(),
    step: async (...args: A): Promise<R> => {
      reached.give();
      await gate.given;
      return step(...args);
    },
  };
};

describe('a revision that is yet to come', () => {
  it.each<[string, Endpoint, object]>([
    ['an edit', keyEndpoints.update, { name: 'foreseen', roles: [], networks: ['192.0.2.1'] }],
    ['a regeneration', keyEndpoints.regenerate, { expiresAt: null }],
    ['a revocation', keyEndpoints.revoke, {}],
  ])('is a conflict for %s', async (_, endpoint, body) => {
    const { data } = await makeKey(playground.strapi, { roles: ['read-only'] });

    for (const revision of [1, 2, Number.MAX_SAFE_INTEGER]) {
      const answer = await changingNothing(playground.strapi, () =>
        refusalOf(playground.admin, endpoint, { id: data.id, body: { ...body, revision } }),
      );
      expect(answer).toMatchObject(CONFLICT);
    }
  });

  it('is a conflict for an edit of an API role', async () => {
    const { id } = await makeRole(playground.strapi);

    for (const revision of [1, 2, Number.MAX_SAFE_INTEGER]) {
      const answer = await changingNothing(playground.strapi, () =>
        refusalOf(playground.admin, roleEndpoints.update, {
          id,
          body: { kind: 'full-access', revision },
        }),
      );
      expect(answer).toMatchObject(CONFLICT);
    }
  });

  it('is a conflict for the own code of the app too', async () => {
    const { data } = await make();
    const keys = serviceOf(playground.strapi, 'keys');
    const conflict = { code: 'revision_conflict' };

    await changingNothing(playground.strapi, async () => {
      await expect(keys.update(data.id, { name: 'x', revision: 1 })).rejects.toMatchObject(
        conflict,
      );
      await expect(
        keys.regenerate(data.id, { expiresAt: null, revision: 1 }),
      ).rejects.toMatchObject(conflict);
      await expect(keys.revoke(data.id, { revision: 1 })).rejects.toMatchObject(conflict);
    });
  });
});

describe('an edit that comes between', () => {
  it.each([
    ['was seen', 0],
    ['is foreseen', 1],
  ])('gives the key a role: no token of it where the revision %s', async (_, revision) => {
    const { data, token } = await make();
    const hashing = serviceOf(playground.strapi, 'hashing');
    const slow = holdUp(hashing.hash);
    jest.spyOn(hashing, 'hash').mockImplementationOnce(slow.step);

    const regeneration = begin(blind.agent, keyEndpoints.regenerate, data.id, {
      expiresAt: null,
      revision,
    });
    await Promise.race([slow.reached, regeneration]);
    expect((await giveRole(data.id)).status).toBe(200);
    slow.letGo();

    const { status, answer } = await regeneration;
    expect(status).toBe(409);
    expect(answer).not.toHaveProperty('token');
    expect(await statusOf(token)).toBe(200);
  });

  it('takes a permission from an API role: a foreseen edit does not bring it back', async () => {
    const { strapi, admin } = playground;
    const { id } = await makeRole(strapi, { permissions: [ARTICLE_FIND, ARTICLE_CREATE] });
    const actions = strapi
      .plugin('api-access')
      .service<{ list: () => Promise<unknown> }>('actions');
    const slow = holdUp(actions.list);
    jest.spyOn(actions, 'list').mockImplementationOnce(slow.step);

    const foreseen = begin(admin, roleEndpoints.update, id, { description: 'new', revision: 1 });
    await Promise.race([slow.reached, foreseen]);
    jest.restoreAllMocks();
    const taking = await begin(admin, roleEndpoints.update, id, {
      permissions: [ARTICLE_FIND],
      revision: 0,
    });
    slow.letGo();

    expect([taking.status, (await foreseen).status]).toEqual([200, 409]);
    const { data } = await answerOf(admin, roleEndpoints.read, { id });
    expect(data).toMatchObject({ permissions: [ARTICLE_FIND], description: null, revision: 1 });
  });
});

describe('somebody who may not assign API roles, fast as they may be', () => {
  it.each<[string, Endpoint, object]>([
    ['the token', keyEndpoints.regenerate, { expiresAt: null }],
    ['other networks', keyEndpoints.update, { networks: ['127.0.0.1', '192.0.2.1'] }],
  ])('never gets %s of a key that is given a role meanwhile', async (_, endpoint, body) => {
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const { data } = await make();
      const foreseeing = [1, 1, 0].map((revision) =>
        begin(blind.agent, endpoint, data.id, { ...body, revision }),
      );
      const [given, ...tried] = await Promise.all([giveRole(data.id), ...foreseeing]);

      const [first, second, honest] = tried;
      expect([403, 409]).toContain(first?.status);
      expect([403, 409]).toContain(second?.status);
      // Whoever was first with the revision that both saw has won, and the other has not.
      expect([given, honest].filter((each) => each?.status === 200)).toHaveLength(1);
      const after = (await answerOf(playground.admin, keyEndpoints.read, { id: data.id })).data;
      expect(after.revision).toBe(1);
      expect(after.roles).toHaveLength(given.status === 200 ? 1 : 0);
      if (given.status === 200) expect(after.networks).toEqual(['127.0.0.1']);
    }
  });
});
