import { type AdminAction, roleEndpoints } from '../../contracts';
import { answerOf, changingNothing, refusalOf } from '../support/admin-api';
import { createAdminWith, type SignedInAdmin } from '../support/admins';
import { makeRole } from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

const NOT_PERMITTED = { status: 403, code: 'roles_not_permitted' };
const NOBODY = 'abcdefghijklmnopqrstuvwx';

let playground: Playground;
let blind: SignedInAdmin;

beforeAll(async () => {
  playground = await startPlayground({ apiAccess: { flushIntervalMs: 600_000 } });
  const actions: AdminAction[] = ['read', 'create-role', 'update-role', 'delete-role'];
  blind = await createAdminWith(playground, {
    name: 'Blind',
    actions: actions.map((action) => `plugin::api-access.${action}`),
  });
});

afterAll(async () => {
  await playground.stop();
});

describe('who may change API roles but not see them', () => {
  it('learns nothing of one by changing, deleting or weighing it, not even whether it exists', async () => {
    const { strapi } = playground;
    const { id } = await makeRole(strapi, { name: 'Hidden', description: 'Not to be seen' });
    await changingNothing(strapi, async () => {
      for (const each of [id, NOBODY]) {
        for (const refusal of [
          await refusalOf(blind.agent, roleEndpoints.update, { id: each, body: { revision: 0 } }),
          await refusalOf(blind.agent, roleEndpoints.update, { id: each, body: { revision: 9 } }),
          await refusalOf(blind.agent, roleEndpoints.delete, { id: each }),
          await refusalOf(blind.agent, roleEndpoints.impact, { id: each, body: { change: null } }),
        ]) {
          expect(refusal).toMatchObject(NOT_PERMITTED);
          expect(JSON.stringify(refusal)).not.toMatch(/Hidden|Not to be seen/);
        }
      }
    });
  });

  it('makes one, and is told what was sent', async () => {
    const body = { name: 'Made blindly', kind: 'custom' };
    const { data } = await answerOf(blind.agent, roleEndpoints.create, { body }, 201);

    expect(data).toMatchObject({ ...body, permissions: [], keyCount: 0 });
  });
});
