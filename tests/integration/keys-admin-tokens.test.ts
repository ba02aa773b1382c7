import { ADMIN_ACTIONS, keyEndpoints } from '../../contracts';
import { answerOf, changingNothing, refusalOf } from '../support/admin-api';
import { makeKey } from '../support/consumers';
import { type Agent, type Playground, startPlayground } from '../support/playground';

let playground: Playground;
let program: Agent;

/** An admin API token that holds every permission of the plugin. */
const adminToken = async (): Promise<string> => {
  const response = await playground.admin.post('/admin/admin-tokens').send({
    name: 'Provisioning',
    description: '',
    lifespan: null,
    adminPermissions: Object.keys(ADMIN_ACTIONS).map((action) => ({
      action: `plugin::api-access.${action}`,
      subject: null,
      properties: {},
      conditions: [],
    })),
  });
  expect([response.status, response.body]).toEqual([201, expect.anything()]);
  return (response.body as { data: { accessKey: string } }).data.accessKey;
};

beforeAll(async () => {
  playground = await startPlayground();
  program = playground.as(await adminToken());
});

afterAll(async () => {
  await playground.stop();
});

const DENIED = { status: 403, code: 'clear_text_not_permitted', fields: [] };

describe('a program with an admin API token', () => {
  it('cannot get the clear text of a key, neither by making nor by regenerating one', async () => {
    const { data } = await makeKey(playground.strapi);
    const answers = await changingNothing(playground.strapi, async () => [
      await refusalOf(program, keyEndpoints.create, { body: { name: 'provisioned' } }),
      await refusalOf(program, keyEndpoints.regenerate, {
        id: data.id,
        body: { expiresAt: null, revision: 0 },
      }),
    ]);

    expect(answers).toMatchObject([DENIED, DENIED]);
  });

  it('can do what shows no clear text', async () => {
    const { data } = await makeKey(playground.strapi, { name: 'watched', roles: ['read-only'] });
    const by = { id: data.id };

    expect((await answerOf(program, keyEndpoints.list)).data.length).toBeGreaterThan(0);
    expect((await answerOf(program, keyEndpoints.read, by)).data).toMatchObject({
      name: 'watched',
      roles: [{ code: 'read-only' }],
    });
    await answerOf(program, keyEndpoints.update, { ...by, body: { tags: ['ci'], revision: 0 } });
    const revoked = await answerOf(program, keyEndpoints.revoke, { ...by, body: { revision: 1 } });
    expect(revoked.data).toMatchObject({ status: 'revoked', revokedBy: 'Ada Admin' });
    await answerOf(program, keyEndpoints.delete, by);
  });
});
