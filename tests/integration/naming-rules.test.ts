import { bulkEndpoints, keyEndpoints } from '../../contracts';
import { APP, SYSTEM } from '../../server/src/services/actor';
import { answerOf, changingNothing, refusalOf } from '../support/admin-api';
import { createAdmin, createAdminRole, type SignedInAdmin } from '../support/admins';
import { makeKey, serviceOf } from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';
import { saveRules } from '../support/rules';

const ALL = ['read', 'create-api-access', 'update', 'regenerate', 'get-role'].map(
  (action) => `plugin::api-access.${action}`,
);

let playground: Playground;
/** Held to prod-…. */
let prod: SignedInAdmin;
/** Has two roles: prod-… and dev-…. */
let both: SignedInAdmin;
/** Has prod-…, and a role without any right here, which has no rule. */
let prodAndNothing: SignedInAdmin;
/** Has a role without a rule besides. */
let free: SignedInAdmin;

beforeAll(async () => {
  playground = await startPlayground();
  const { strapi } = playground;
  const prodRole = await createAdminRole(strapi, { name: 'Prod', actions: ALL });
  const devRole = await createAdminRole(strapi, { name: 'Dev', actions: ALL });
  const freeRole = await createAdminRole(strapi, { name: 'Free', actions: ALL });
  const nothing = await createAdminRole(strapi, { name: 'Nothing', actions: [] });
  prod = await createAdmin(playground, { name: 'Pia', roles: [prodRole] });
  both = await createAdmin(playground, { name: 'Bo', roles: [prodRole, devRole] });
  prodAndNothing = await createAdmin(playground, { name: 'Noa', roles: [prodRole, nothing] });
  free = await createAdmin(playground, { name: 'Fay', roles: [prodRole, freeRole] });
  await saveRules(playground.admin, {
    namingRules: [
      { adminRole: String(prodRole.id), pattern: 'prod-[a-z0-9-]+', example: 'prod-main-app' },
      { adminRole: String(devRole.id), pattern: 'dev-[a-z0-9-]+', example: 'dev-main-app' },
    ],
  });
});

afterAll(async () => {
  await playground.stop();
});

const create = ({ agent }: SignedInAdmin, name: string) =>
  answerOf(agent, keyEndpoints.create, { body: { name } }, 201);

const creationRefused = ({ agent }: SignedInAdmin, name: string) =>
  changingNothing(playground.strapi, () =>
    refusalOf(agent, keyEndpoints.create, { body: { name } }),
  );

const NOT_ALLOWED = { status: 403, code: 'name_not_allowed' };

describe('a naming rule', () => {
  it('lets a name pass that matches as a whole, and shows itself to others', async () => {
    await create(prod, 'prod-one');
    const refusal = await creationRefused(prod, 'my prod-one');

    expect(refusal).toMatchObject({ ...NOT_ALLOWED, fields: ['name: name_not_allowed'] });
    expect(refusal.messages).toContain(
      'The Access Name must match prod-[a-z0-9-]+ (such as prod-main-app).',
    );
  });

  it('of one of several admin roles is enough, and a role without a rule allows any name', async () => {
    await create(both, 'dev-one');
    await create(both, 'prod-two');
    await create(free, 'Anything goes');

    const refusal = await creationRefused(both, 'stage-one');
    expect(refusal).toMatchObject(NOT_ALLOWED);
    expect(refusal.messages[0]).toMatch(/prod-.* or dev-/);
  });

  it('is not lifted by an admin role that does not hold the right', async () => {
    expect(await creationRefused(prodAndNothing, 'Anything goes too')).toMatchObject(NOT_ALLOWED);
  });

  it('holds for a rename, and for every edit of a key that one could not have made', async () => {
    const { data } = await create(prod, 'prod-renamed');
    const rename = (name: string, revision = 0) => ({ id: data.id, body: { name, revision } });

    expect(await refusalOf(prod.agent, keyEndpoints.update, rename('dev-renamed'))).toMatchObject({
      ...NOT_ALLOWED,
      fields: ['name: name_not_allowed'],
    });
    await answerOf(prod.agent, keyEndpoints.update, rename('prod-renamed-2'));

    const { data: foreign } = await makeKey(playground.strapi, { name: 'dev-foreign' });
    const by = { id: foreign.id, body: { description: 'mine', revision: 0 } };
    expect(await refusalOf(prod.agent, keyEndpoints.update, by)).toMatchObject({
      ...NOT_ALLOWED,
      fields: [],
      messages: ['The Access Name must match prod-[a-z0-9-]+ (such as prod-main-app).'],
    });
    await answerOf(both.agent, keyEndpoints.update, by);
  });

  it('is no way around: not by a new secret, a replacement or a take-over', async () => {
    const { strapi } = playground;
    const { data } = await makeKey(strapi, { name: 'dev-guarded' });
    const { id } = data;
    await changingNothing(strapi, async () => {
      const body = { expiresAt: null, revision: 0 };
      expect(await refusalOf(prod.agent, keyEndpoints.regenerate, { id, body })).toMatchObject(
        NOT_ALLOWED,
      );
      const replacement = { name: 'prod-guarded', replaces: id };
      expect(await refusalOf(prod.agent, keyEndpoints.create, { body: replacement })).toMatchObject(
        NOT_ALLOWED,
      );
      const taken = await answerOf(prod.agent, bulkEndpoints.takeOver, { body: { ids: [id] } });
      expect(taken.data).toMatchObject({ done: [], failed: [{ id, code: 'name_not_allowed' }] });
    });
  });

  it('binds whoever the app acts for, but neither the app nor the plugin itself', async () => {
    const keys = serviceOf(playground.strapi, 'keys');
    const user = { id: prod.id, documentId: 'pia', name: 'Pia', roleIds: [] };
    await expect(
      keys.create({ name: 'by the app' }, { actor: { ...APP, user } }),
    ).rejects.toMatchObject({ code: 'name_not_allowed' });
    const stranger = await createAdmin(playground, { name: 'Nora', roles: [] });
    await expect(
      keys.create(
        { name: 'by the app' },
        { actor: { ...APP, user: { ...user, id: stranger.id, documentId: 'nora' } } },
      ),
    ).rejects.toMatchObject({ code: 'not_permitted' });
    await keys.create({ name: 'by the app' }, { actor: APP });
    await keys.create({ name: 'by the plugin' }, { actor: SYSTEM });
  });

  it('stands in what the form is told beforehand, and where a name is checked as one types', async () => {
    const naming = async ({ agent }: SignedInAdmin) =>
      (await answerOf(agent, keyEndpoints.policy)).data.naming;

    expect(await naming(prod)).toEqual([{ pattern: 'prod-[a-z0-9-]+', example: 'prod-main-app' }]);
    expect(await naming(both)).toHaveLength(2);
    expect(await naming(free)).toEqual([]);
    const check = await answerOf(prod.agent, keyEndpoints.checkName, { body: { name: 'dev-x' } });
    expect(check.data.code).toBe('name_not_allowed');
  });
});
