import {
  type IssuedKey,
  myTokenEndpoints,
  type Role,
  roleEndpoints,
  type RoleImpactInput,
} from '../../contracts';
import { dayOf } from '../../server/src/domain/days';
import { type EpochMs } from '../../server/src/domain/units';
import { answerOf, changingNothing, credentialOf, refusalOf } from '../support/admin-api';
import { FIRST_ADMIN } from '../support/accounts';
import { createAdminWith } from '../support/admins';
import {
  ARTICLE_CREATE,
  ARTICLE_FIND,
  bearer,
  CATEGORY_FIND,
  makeKey,
  makeKeyWith,
  makeRole,
  revoke,
  send,
  serviceOf,
} from '../support/consumers';
import { openPersonalTokens } from '../support/personal-tokens';
import { type Playground, startPlayground } from '../support/playground';

const DAY_MS = 86_400_000;

let playground: Playground;

const start = async () => {
  playground = await startPlayground({ apiAccess: { flushIntervalMs: 600_000 } });
};

const impactOf = async (
  { id }: Role,
  change: RoleImpactInput['change'],
  agent = playground.admin,
) =>
  (
    await changingNothing(playground.strapi, () =>
      answerOf(agent, roleEndpoints.impact, { id, body: { change } }),
    )
  ).data;

const allowing = (...permissions: string[]): RoleImpactInput['change'] => ({
  kind: 'custom',
  permissions,
  drafts: false,
});

const use = async ({ token }: IssuedKey, ...paths: string[]) => {
  for (const path of paths) await send(`${playground.url}/api${path}`, bearer(token));
  await serviceOf(playground.strapi, 'usage').flush();
};

const moveUsesBack = async ({ data }: IssuedKey, days: number) => {
  const { key_id: keyId } = await credentialOf(playground.strapi, data.accessId);
  await playground.strapi.db
    .connection('api_access_permission_uses')
    .where({ key_id: keyId })
    .update({ last_day: dayOf((Date.now() - days * DAY_MS) as EpochMs) });
};

const impact = (): void => {
  it('names the keys that used what a role would lose, with what they used', async () => {
    const role = await makeRole(playground.strapi, {
      permissions: [ARTICLE_FIND, CATEGORY_FIND, ARTICLE_CREATE],
    });
    const technicalOwner = { name: 'Web team', emails: ['web@example.com'] };
    const early = await makeKey(playground.strapi, { roles: [role.id], technicalOwner });
    const late = await makeKey(playground.strapi, { roles: [role.id] });
    const idle = await makeKey(playground.strapi, { roles: [role.id] });
    await use(early, '/articles', '/categories');
    await use(late, '/categories');

    const answer = await impactOf(role, allowing(ARTICLE_FIND));

    expect(answer).toMatchObject({
      removed: [ARTICLE_CREATE, CATEGORY_FIND],
      keyCount: 3,
      hitCount: 2,
    });
    expect(answer.keys.map(({ name, actions }) => [name, actions])).toEqual([
      [late.data.name, [CATEGORY_FIND]],
      [early.data.name, [CATEGORY_FIND]],
    ]);
    expect(answer.keys[1]).toMatchObject({
      id: early.data.id,
      displayId: early.data.displayId,
      technicalOwner: 'Web team',
      owner: null,
    });
    expect(answer.keys.map(({ id }) => id)).not.toContain(idle.data.id);
  });

  it('says whose a personal token is', async () => {
    const role = await makeRole(playground.strapi);
    await openPersonalTokens(playground.strapi, { maxTokens: 100, roles: [role.id] });
    const body = { name: 'Notebook', roles: [role.id] };
    const { token } = await answerOf(playground.admin, myTokenEndpoints.create, { body }, 201);
    await send(`${playground.url}/api/articles`, bearer(token));
    await serviceOf(playground.strapi, 'usage').flush();

    const { keys } = await impactOf(role, null);

    const { firstname, lastname } = FIRST_ADMIN;
    expect(keys).toMatchObject([
      { name: 'Notebook', technicalOwner: null, owner: `${firstname} ${lastname}` },
    ]);
  });

  it('of a deletion is all that the role allows', async () => {
    const key = await makeKeyWith(playground.strapi);
    await use(key, '/articles');

    expect(await impactOf(key.role, null)).toMatchObject({
      removed: [ARTICLE_FIND],
      keyCount: 1,
      hitCount: 1,
      keys: [{ id: key.data.id, actions: [ARTICLE_FIND] }],
    });
  });

  it('spares keys whose other roles allow the same, and those that ended or are long unused', async () => {
    const role = await makeRole(playground.strapi);
    const same = await makeRole(playground.strapi);
    const spared = await makeKey(playground.strapi, { roles: [role.id, same.id] });
    const full = await makeKey(playground.strapi, { roles: [role.id, 'full-access'] });
    const ended = await makeKey(playground.strapi, { roles: [role.id] });
    const old = await makeKey(playground.strapi, { roles: [role.id] });
    const recent = await makeKey(playground.strapi, { roles: [role.id] });
    for (const key of [spared, full, ended, old, recent]) await use(key, '/articles');
    await revoke(playground.strapi, ended);
    await moveUsesBack(old, 30);
    await moveUsesBack(recent, 29);

    const answer = await impactOf(role, allowing());

    expect(answer).toMatchObject({ keyCount: 4, hitCount: 1, keys: [{ id: recent.data.id }] });
  });

  it('of a role that allows everything is everything else', async () => {
    const key = await makeKeyWith(playground.strapi, { kind: 'full-access', permissions: [] });
    await use(key, '/articles', '/categories');

    const answer = await impactOf(key.role, { kind: 'read-only', permissions: [], drafts: false });
    expect(answer.removed).toContain(ARTICLE_CREATE);
    expect(answer.removed).not.toContain(ARTICLE_FIND);
    expect(answer.hitCount).toBe(0);

    expect((await impactOf(key.role, allowing(ARTICLE_FIND))).keys).toMatchObject([
      { actions: [CATEGORY_FIND] },
    ]);
  });
};

describe('what a change of a role would hit', () => {
  beforeAll(() => start());

  afterAll(async () => {
    await playground.stop();
  });

  impact();

  it('is nothing where a role becomes wider', async () => {
    const key = await makeKeyWith(playground.strapi);
    await use(key, '/articles');

    expect(await impactOf(key.role, allowing(ARTICLE_FIND, ARTICLE_CREATE))).toEqual({
      removed: [],
      keyCount: 1,
      hitCount: 0,
      keys: [],
    });
  });

  it('names 20 keys at most, and counts all', async () => {
    const role = await makeRole(playground.strapi);
    for (let i = 0; i < 22; i += 1) {
      await use(await makeKey(playground.strapi, { roles: [role.id] }), '/articles');
    }

    const { hitCount, keys } = await impactOf(role, null);

    expect([hitCount, keys.length]).toEqual([22, 20]);
  });

  it('is counted, but not named, for those who may not read keys', async () => {
    const key = await makeKeyWith(playground.strapi);
    await use(key, '/articles');
    const { agent } = await createAdminWith(playground, {
      name: 'Rolf',
      actions: ['plugin::api-access.update-role', 'plugin::api-access.get-role'],
    });

    expect(await impactOf(key.role, null, agent)).toMatchObject({ hitCount: 1, keys: [] });
  });

  it('is not told of a role that is not there', async () => {
    expect(
      await refusalOf(playground.admin, roleEndpoints.impact, {
        id: 'gone',
        body: { change: null },
      }),
    ).toMatchObject({ status: 404, code: 'not_found' });
  });
});
