import { bulkEndpoints, keyEndpoints, roleEndpoints, type Role } from '../../contracts';
import { answerOf, changingNothing, refusalOf } from '../support/admin-api';
import { createAdmin, createAdminRole, type SignedInAdmin } from '../support/admins';
import { makeKey, makeRole } from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';
import { saveRules } from '../support/rules';

const ALL = [
  'read',
  'create-api-access',
  'update',
  'regenerate',
  'get-role',
  'create-role',
  'update-role',
  'delete-role',
].map((action) => `plugin::api-access.${action}`);

let playground: Playground;
let news: Role;
let shop: Role;
let secret: Role;
/** Held to news. */
let held: SignedInAdmin;
/** Held to news by one role, and to shop by the other. */
let both: SignedInAdmin;
/** Has a role without a list besides. */
let free: SignedInAdmin;
/** Held to news, and has a role without a list besides that merely looks. */
let looker: SignedInAdmin;
/** Issues by a role that is held to news, and sees API roles by another one without a list. */
let split: SignedInAdmin;

beforeAll(async () => {
  playground = await startPlayground();
  const { strapi } = playground;
  news = await makeRole(strapi, { name: 'News' });
  shop = await makeRole(strapi, { name: 'Shop' });
  secret = await makeRole(strapi, { name: 'Secret' });
  const newsRole = await createAdminRole(strapi, { name: 'News team', actions: ALL });
  const shopRole = await createAdminRole(strapi, { name: 'Shop team', actions: ALL });
  const freeRole = await createAdminRole(strapi, { name: 'Free team', actions: ALL });
  const nothing = await createAdminRole(strapi, { name: 'Nothing', actions: [] });
  const looking = await createAdminRole(strapi, {
    name: 'Looking',
    actions: ['plugin::api-access.read', 'plugin::api-access.get-role'],
  });
  const blind = await createAdminRole(strapi, {
    name: 'Blind',
    actions: ALL.filter((action) => !action.endsWith('get-role')),
  });
  looker = await createAdmin(playground, { name: 'Lou', roles: [newsRole, looking] });
  split = await createAdmin(playground, { name: 'Sina', roles: [blind, looking] });
  held = await createAdmin(playground, { name: 'Nils', roles: [newsRole, nothing] });
  both = await createAdmin(playground, { name: 'Bea', roles: [newsRole, shopRole] });
  free = await createAdmin(playground, { name: 'Finn', roles: [newsRole, freeRole] });
  await saveRules(playground.admin, {
    assignableRoles: [
      { adminRole: String(newsRole.id), roles: [news.id] },
      { adminRole: String(shopRole.id), roles: [shop.id] },
      { adminRole: String(blind.id), roles: [news.id] },
    ],
  });
});

afterAll(async () => {
  await playground.stop();
});

let made = 0;
const withRoles = (...roles: string[]) => {
  made += 1;
  return { body: { name: `assigned ${String(made)}`, roles } };
};

const NOT_ASSIGNABLE = { status: 403, code: 'role_not_assignable' };

describe('a list of assignable API roles', () => {
  it('lets its people assign these roles alone, by id and by code', async () => {
    await answerOf(held.agent, keyEndpoints.create, withRoles(news.id), 201);
    await changingNothing(playground.strapi, async () => {
      for (const role of [secret.id, secret.code]) {
        expect(
          await refusalOf(held.agent, keyEndpoints.create, withRoles(news.id, role)),
        ).toMatchObject({ ...NOT_ASSIGNABLE, fields: ['roles.1: role_not_assignable'] });
      }
    });
  });

  it('adds up with those of other admin roles, and with one that has none', async () => {
    await answerOf(both.agent, keyEndpoints.create, withRoles(news.id, shop.id), 201);
    expect(await refusalOf(both.agent, keyEndpoints.create, withRoles(secret.id))).toMatchObject(
      NOT_ASSIGNABLE,
    );
    await answerOf(free.agent, keyEndpoints.create, withRoles(secret.id), 201);
    await answerOf(playground.admin, keyEndpoints.create, withRoles(secret.id), 201);
  });

  it.each([
    ['its people see API roles by it too', () => looker],
    ['only the other one lets them see API roles', () => split],
  ])('is not lifted by an admin role that merely looks: %s', async (_, whose) => {
    const { strapi } = playground;
    const { agent } = whose();
    await answerOf(agent, keyEndpoints.create, withRoles(news.id), 201);
    const { id } = (await makeKey(strapi, { roles: [secret.id] })).data;
    const body = { roles: [news.id], revision: 0 };
    const renewal = { expiresAt: null, revision: 0 };
    const creation = { name: 'Lifted', kind: 'full-access' };
    const { data, meta } = await answerOf(agent, roleEndpoints.list);
    expect(data.find((role) => role.id === secret.id)?.assignable).toBe(false);
    expect(meta.mayCreate).toBe(false);
    const edit = { id: secret.id, body: { description: 'x', revision: secret.revision } };
    await changingNothing(strapi, async () => {
      for (const refusal of [
        await refusalOf(agent, keyEndpoints.create, withRoles(secret.id)),
        await refusalOf(agent, keyEndpoints.update, { id, body }),
        await refusalOf(agent, keyEndpoints.regenerate, { id, body: renewal }),
        await refusalOf(agent, roleEndpoints.create, { body: creation }),
        await refusalOf(agent, roleEndpoints.update, edit),
        await refusalOf(agent, roleEndpoints.delete, { id: secret.id }),
      ]) {
        expect(refusal).toMatchObject(NOT_ASSIGNABLE);
      }
    });
  });

  it('is no way around: not by an edit, a new secret, a replacement or a take-over', async () => {
    const { strapi } = playground;
    const { id } = (await makeKey(strapi, { roles: [secret.id] })).data;
    await changingNothing(strapi, async () => {
      const edit = { id, body: { roles: [news.id], revision: 0 } };
      expect(await refusalOf(held.agent, keyEndpoints.update, edit)).toMatchObject(NOT_ASSIGNABLE);
      const renewal = { id, body: { expiresAt: null, revision: 0 } };
      expect(await refusalOf(held.agent, keyEndpoints.regenerate, renewal)).toMatchObject(
        NOT_ASSIGNABLE,
      );
      const replacement = { body: { name: 'replacement', replaces: id } };
      expect(await refusalOf(held.agent, keyEndpoints.create, replacement)).toMatchObject(
        NOT_ASSIGNABLE,
      );
      const taken = await answerOf(held.agent, bulkEndpoints.takeOver, { body: { ids: [id] } });
      expect(taken.data).toMatchObject({
        done: [],
        failed: [{ id, code: 'role_not_assignable' }],
      });
    });
    await answerOf(free.agent, keyEndpoints.regenerate, {
      id,
      body: { expiresAt: null, revision: 0 },
    });
  });

  it('keeps its people from making API roles, and from editing those outside it', async () => {
    const creation = { body: { name: 'Loophole', kind: 'full-access' } };
    await changingNothing(playground.strapi, async () => {
      expect(await refusalOf(held.agent, roleEndpoints.create, creation)).toMatchObject(
        NOT_ASSIGNABLE,
      );
      const edit = { id: secret.id, body: { description: 'x', revision: secret.revision } };
      expect(await refusalOf(held.agent, roleEndpoints.update, edit)).toMatchObject(NOT_ASSIGNABLE);
    });
    const own = { id: news.id, body: { description: 'x', revision: news.revision } };
    expect((await answerOf(held.agent, roleEndpoints.update, own)).data.assignable).toBe(true);
    await answerOf(free.agent, roleEndpoints.create, creation, 201);
  });

  it('keeps its people from deleting other roles', async () => {
    const { strapi } = playground;
    const spare = await makeRole(strapi);
    await changingNothing(strapi, async () => {
      for (const { agent } of [held, both]) {
        expect(await refusalOf(agent, roleEndpoints.delete, { id: spare.id })).toMatchObject(
          NOT_ASSIGNABLE,
        );
      }
    });
    await answerOf(free.agent, roleEndpoints.delete, { id: spare.id });
  });

  it('is told in the list of API roles, as whether one may make any', async () => {
    const mayCreate = async ({ agent }: Pick<SignedInAdmin, 'agent'>) =>
      (await answerOf(agent, roleEndpoints.list)).meta.mayCreate;
    const reader = await createAdminRole(playground.strapi, {
      name: 'Onlookers',
      actions: ['plugin::api-access.get-role'],
    });
    const onlooker = await createAdmin(playground, { name: 'Otto', roles: [reader] });

    expect(await mayCreate(held)).toBe(false);
    expect(await mayCreate(free)).toBe(true);
    expect(await mayCreate({ agent: playground.admin })).toBe(true);
    expect(await mayCreate(onlooker)).toBe(false);
  });

  it('is told in the list of API roles, which shows all of them', async () => {
    const query = { sort: 'name:asc', search: 'e' };
    const assignable = async ({ agent }: Pick<SignedInAdmin, 'agent'>) =>
      (await answerOf(agent, roleEndpoints.list, { query })).data
        .filter(({ name }) => ['News', 'Secret'].includes(name))
        .map(({ name, assignable: may }) => [name, may]);

    expect(await assignable(held)).toEqual([
      ['News', true],
      ['Secret', false],
    ]);
    expect(await assignable({ agent: playground.admin })).toEqual([
      ['News', true],
      ['Secret', true],
    ]);
  });

  it('that has lost all its roles holds its people still', async () => {
    const { strapi } = playground;
    const role = await makeRole(strapi);
    const admin = await createAdminRole(strapi, { name: 'Emptied', actions: ALL });
    const person = await createAdmin(playground, { name: 'Emma', roles: [admin] });
    await saveRules(playground.admin, {
      assignableRoles: [{ adminRole: String(admin.id), roles: [role.id] }],
    });
    await answerOf(playground.admin, roleEndpoints.delete, { id: role.id });

    expect(await refusalOf(person.agent, keyEndpoints.create, withRoles(news.id))).toMatchObject(
      NOT_ASSIGNABLE,
    );
  });
});
