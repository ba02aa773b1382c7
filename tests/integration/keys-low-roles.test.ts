import { type AdminAction, keyEndpoints } from '../../contracts';
import { answerOf, changingNothing, refusalOf } from '../support/admin-api';
import { createAdminWith, type SignedInAdmin } from '../support/admins';
import { ARTICLE_FIND, makeKey, makeRole, serviceOf } from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';
import { saveRules } from '../support/rules';

const DAY_MS = 86_400_000;
const NOT_PERMITTED = { status: 403, code: 'roles_not_permitted' };

let playground: Playground;
let editor: SignedInAdmin;
let role: string;

const uids = (...actions: AdminAction[]) => actions.map((action) => `plugin::api-access.${action}`);

beforeAll(async () => {
  playground = await startPlayground({
    apiAccess: { flushIntervalMs: 600_000, expiry: { maxDays: 30 } },
  });
  role = (await makeRole(playground.strapi)).id;
  editor = await createAdminWith(playground, {
    name: 'Editor',
    actions: uids('read', 'create-api-access', 'update'),
  });
});

afterAll(async () => {
  await playground.stop();
});

describe('who may edit keys but not assign API roles', () => {
  it.each([
    ['other ones', ['198.51.100.0/24']],
    ['wider ones', ['0.0.0.0/0', '::/0']],
    ['one more', ['192.0.2.1', '203.0.113.7']],
    ['none', []],
  ])('cannot open a key that has roles to networks: %s', async (_, networks) => {
    const { data } = await makeKey(playground.strapi, { roles: [role], networks: ['192.0.2.1'] });
    const answer = await changingNothing(playground.strapi, () =>
      refusalOf(editor.agent, keyEndpoints.update, {
        id: data.id,
        body: { networks, description: 'more', revision: 0 },
      }),
    );

    expect(answer).toMatchObject(NOT_PERMITTED);
  });

  it('cannot replace a key that has roles, but one that has none', async () => {
    const held = await makeKey(playground.strapi, { roles: [role] });
    const free = await makeKey(playground.strapi, { roles: [] });
    const replace = ({ data }: typeof held) => ({
      body: { name: `Instead of ${data.name}`, replaces: data.id },
    });

    expect(
      await changingNothing(playground.strapi, () =>
        refusalOf(editor.agent, keyEndpoints.create, replace(held)),
      ),
    ).toMatchObject(NOT_PERMITTED);
    await answerOf(editor.agent, keyEndpoints.create, replace(free), 201);
  });

  const LIMIT = { requests: 100, windowSeconds: 60 };

  it.each([
    ['none', null],
    ['a higher number', { requests: 101, windowSeconds: 60 }],
    ['a shorter window', { requests: 100, windowSeconds: 59 }],
    ['as much a minute, but more in a little longer', { requests: 60, windowSeconds: 36 }],
    ['as much a second, at once', { requests: 200, windowSeconds: 120 }],
  ])('cannot loosen the limit of a key that has roles: %s', async (_, rateLimit) => {
    const { data } = await makeKey(playground.strapi, { roles: [role], rateLimit: LIMIT });
    const answer = await changingNothing(playground.strapi, () =>
      refusalOf(editor.agent, keyEndpoints.update, {
        id: data.id,
        body: { rateLimit, description: 'more', revision: 0 },
      }),
    );

    expect(answer).toMatchObject(NOT_PERMITTED);
  });

  it.each([
    ['as it was', LIMIT, LIMIT],
    ['lower', LIMIT, { requests: 99, windowSeconds: 60 }],
    ['over a longer time', LIMIT, { requests: 100, windowSeconds: 61 }],
    ['as much a minute, spread evenly', LIMIT, { requests: 50, windowSeconds: 30 }],
    ['where there was none', null, { requests: 1000, windowSeconds: 1 }],
    ['none where there was none', null, null],
  ])('sends a limit %s', async (_, held, rateLimit) => {
    const { data } = await makeKey(playground.strapi, { roles: [role], rateLimit: held });
    const { data: after } = await answerOf(editor.agent, keyEndpoints.update, {
      id: data.id,
      body: { rateLimit, revision: 0 },
    });

    expect(after.rateLimit).toEqual(rateLimit);
  });

  it('loosens the limit of a key without roles', async () => {
    const { data } = await makeKey(playground.strapi, { rateLimit: LIMIT });
    const body = { rateLimit: null, revision: 0 };
    const { data: after } = await answerOf(editor.agent, keyEndpoints.update, {
      id: data.id,
      body,
    });

    expect(after.rateLimit).toBeNull();
  });

  it('sets a limit where only the default holds, up to that', async () => {
    await saveRules(playground.admin, { rateLimit: LIMIT });
    const { data } = await makeKey(playground.strapi, { roles: [role] });
    const send = (requests: number) => ({
      id: data.id,
      body: { rateLimit: { requests, windowSeconds: 60 }, revision: 0 },
    });
    await changingNothing(playground.strapi, async () => {
      expect(await refusalOf(editor.agent, keyEndpoints.update, send(101))).toMatchObject(
        NOT_PERMITTED,
      );
    });
    await answerOf(editor.agent, keyEndpoints.update, send(100));
    await saveRules(playground.admin, { rateLimit: null });
  });

  it('edits all else of it', async () => {
    const { data } = await makeKey(playground.strapi, { roles: [role], networks: ['192.0.2.1'] });
    const { data: after } = await answerOf(editor.agent, keyEndpoints.update, {
      id: data.id,
      body: { name: 'edited', description: 'more', revision: 0 },
    });

    expect(after).toMatchObject({ name: 'edited', networks: ['192.0.2.1'], revision: 1 });
  });

  it.each([
    ['as they were', ['192.0.2.1', '198.51.100.0/24'], ['192.0.2.1', '198.51.100.0/24']],
    ['in another order', ['192.0.2.1', '198.51.100.0/24'], ['198.51.100.0/24', '192.0.2.1']],
    ['without one of them', ['192.0.2.1', '198.51.100.0/24'], ['192.0.2.1']],
    ['where it had none', [], ['192.0.2.1']],
  ])('sends networks %s', async (_, held, networks) => {
    const { data } = await makeKey(playground.strapi, { roles: [role], networks: held });
    const { data: after } = await answerOf(editor.agent, keyEndpoints.update, {
      id: data.id,
      body: { networks, revision: 0 },
    });

    expect([...after.networks].sort()).toEqual([...networks].sort());
  });

  it('sets the networks of a key without roles', async () => {
    const { data } = await makeKey(playground.strapi);
    const { data: after } = await answerOf(editor.agent, keyEndpoints.update, {
      id: data.id,
      body: { networks: ['198.51.100.0/24'], revision: 0 },
    });

    expect(after.networks).toEqual(['198.51.100.0/24']);
  });

  it.each([
    ['the quick filter for full access', { quick: 'full-access' }],
    ['a role', { roles: 'read-only' }],
    ['several roles', { roles: ['read-only', 'full-access'] }],
    ['a role that there is not', { roles: 'nosuchrole' }],
    ['a role, among keys found by name', { roles: 'full-access', search: 'key' }],
  ])('does not find keys by %s', async (_, query) => {
    expect(await refusalOf(editor.agent, keyEndpoints.list, { query })).toMatchObject(
      NOT_PERMITTED,
    );
    await answerOf(playground.admin, keyEndpoints.list, { query });
  });

  it('finds keys by all else', async () => {
    for (const query of [{}, { quick: 'no-expiry' }, { search: 'Key' }, { status: 'active' }]) {
      const { data } = await answerOf(editor.agent, keyEndpoints.list, { query });
      for (const key of data) expect(Object.keys(key)).not.toContain('roles');
    }
  });
});

/** What code in JavaScript may hand on, whatever the types say. */
const ODD: unknown[] = [undefined, null, 7, true, {}, [], { $ne: 'x' }, { $notNull: true }, ['x']];

const outcomeOf = async (run: () => Promise<unknown>): Promise<unknown> => {
  try {
    await run();
    return 'done';
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
};

/** Methods as callers without types see them. */
type Untyped = Record<string, (...args: unknown[]) => Promise<unknown>>;
const untyped = (service: 'keys' | 'roles' | 'tags') =>
  serviceOf(playground.strapi, service) as unknown as Untyped;
const call = (service: 'keys' | 'roles' | 'tags', method: string, ...args: unknown[]) =>
  outcomeOf(async () => untyped(service)[method]?.(...args));

describe("the app's own code with odd arguments", () => {
  it.each(ODD)('is told that %j is no token', async (token) => {
    const verification = await untyped('keys').verify?.(token);

    expect(verification).toEqual({ outcome: 'refused', refusal: { code: 'invalid_token' } });
  });

  it.each([...ODD, '', 'a\u0000', '../x', 'A'.repeat(2000)])(
    'finds and changes nothing by the id %j',
    async (id) => {
      await makeKey(playground.strapi, { roles: [role], tags: ['odd'] });
      const later = new Date(Date.now() + DAY_MS).toISOString();
      const outcomes = await changingNothing(playground.strapi, async () => [
        await call('keys', 'read', id),
        await call('keys', 'update', id, { name: 'odd', revision: 0 }),
        await call('keys', 'regenerate', id, { expiresAt: later, revision: 0 }),
        await call('keys', 'revoke', id, { revision: 0 }),
        await call('keys', 'delete', id),
        await call('roles', 'read', id),
        await call('roles', 'update', id, { name: 'odd', revision: 0 }),
        await call('roles', 'delete', id),
        await call('tags', 'read', id),
        await call('tags', 'update', id, { name: 'odder' }),
        await call('tags', 'delete', id),
        await call('tags', 'merge', id, id),
      ]);

      expect(new Set(outcomes)).toEqual(new Set(['not_found']));
    },
  );

  it.each([undefined, null, 7, 'x', [], {}, { revision: '0' }, { revision: { $gte: 0 } }])(
    'changes nothing by %j',
    async (input) => {
      const { data } = await makeKey(playground.strapi);
      const made = await makeRole(playground.strapi);
      const outcomes = await changingNothing(playground.strapi, async () => [
        await call('keys', 'create', input),
        await call('keys', 'update', data.id, input),
        await call('keys', 'regenerate', data.id, input),
        await call('keys', 'revoke', data.id, input),
        await call('roles', 'create', input),
        await call('roles', 'update', made.id, input),
        await call('tags', 'create', input),
      ]);

      expect(new Set(outcomes)).toEqual(new Set(['invalid_input']));
    },
  );

  it.each(ODD)('cannot merge a tag into %j', async (into) => {
    const name = `into ${JSON.stringify({ into })}`;
    const { id } = await serviceOf(playground.strapi, 'tags').create({ name });

    expect(await changingNothing(playground.strapi, () => call('tags', 'merge', id, into))).toBe(
      'unknown_tag',
    );
  });

  it.each([[[{ $ne: 'x' }]], [[ARTICLE_FIND]], [{ $ne: 'x' }], 'read-only'])(
    'gives no key the roles %j',
    async (roles) => {
      const outcome = await changingNothing(playground.strapi, () =>
        call('keys', 'create', { name: 'odd roles', roles }),
      );

      expect(outcome).toBe('invalid_input');
    },
  );
});

describe('a longest lifetime below the default one', () => {
  it('is the default lifetime too', async () => {
    const { data: policy } = await answerOf(playground.admin, keyEndpoints.policy);
    expect(policy.expiry).toMatchObject({ defaultDays: 30, maxDays: 30 });

    const body = { name: 'by default' };
    const { data } = await answerOf(playground.admin, keyEndpoints.create, { body }, 201);
    expect(Date.parse(data.expiresAt ?? '') - Date.parse(data.issuedAt)).toBe(30 * DAY_MS);
  });

  it('is the longest for who names a date, give or take a day', async () => {
    const expiresAt = new Date(Date.now() + 32 * DAY_MS).toISOString();

    expect(
      await refusalOf(playground.admin, keyEndpoints.create, {
        body: { name: 'too long', expiresAt },
      }),
    ).toMatchObject({ status: 400, fields: [expect.stringContaining('expiresAt')] });
  });
});
