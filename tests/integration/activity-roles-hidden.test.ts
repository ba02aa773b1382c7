import { actionUid, activityEndpoints, keyEndpoints } from '../../contracts';
import { answerOf } from '../support/admin-api';
import { createAdminWith, type SignedInAdmin } from '../support/admins';
import { makeKey, makeRole, serviceOf } from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

const SECRET_ROLE = 'Partners of Acme';
const SECRET_ACTION = 'api::article.article.delete';

let playground: Playground;
let blind: SignedInAdmin;
let keyId: string;

beforeAll(async () => {
  playground = await startPlayground();
  const { strapi, admin } = playground;
  const role = await makeRole(strapi, { name: SECRET_ROLE });
  await serviceOf(strapi, 'roles').update(role.id, {
    permissions: [SECRET_ACTION],
    revision: role.revision,
  });
  const { data: key } = await makeKey(strapi, { name: 'watched' });
  keyId = key.id;
  await answerOf(admin, keyEndpoints.update, {
    id: keyId,
    body: { roles: [role.id], revision: key.revision },
  });
  blind = await createAdminWith(playground, {
    name: 'Bea',
    actions: [actionUid('read'), actionUid('activity')],
  });
});

afterAll(async () => {
  await playground.stop();
});

const everything = async ({ agent }: Pick<SignedInAdmin, 'agent'>): Promise<string> => {
  const { text } = await agent.get('/api-access/activity/export').query({ format: 'csv' });
  return JSON.stringify([
    await answerOf(agent, activityEndpoints.list, { query: { pageSize: 100 } }),
    await answerOf(agent, activityEndpoints.ofKey, { id: keyId }),
    text,
  ]);
};

describe('the activity, to who may not see API roles', () => {
  it('tells that roles of a key changed, but not which ones', async () => {
    const { data } = await answerOf(blind.agent, activityEndpoints.ofKey, { id: keyId });
    const edit = data.find(({ kind }) => kind === 'key.updated');

    expect(edit?.details.fields).toContain('roles');
    expect(JSON.stringify(data)).not.toContain(SECRET_ROLE);
  });

  it('tells by no way what a role is called, nor finds it by its name', async () => {
    expect(await everything({ agent: playground.admin })).toContain(SECRET_ROLE);
    expect(await everything(blind)).not.toContain(SECRET_ROLE);

    const found = async ({ agent }: Pick<SignedInAdmin, 'agent'>) => {
      const query = { search: SECRET_ROLE };
      const { meta } = await answerOf(agent, activityEndpoints.list, { query });
      const file = await agent
        .get('/api-access/activity/export')
        .query({ ...query, format: 'json' });
      return [meta.pagination.total, (JSON.parse(file.text) as unknown[]).length];
    };
    expect(await found({ agent: playground.admin })).toEqual([2, 2]);
    expect(await found(blind)).toEqual([0, 0]);
  });

  it('tells by no way what a role allows', async () => {
    expect(await everything({ agent: playground.admin })).toContain(SECRET_ACTION);
    expect(await everything(blind)).not.toContain(SECRET_ACTION);
  });
});
