import { createAdminWith } from '../support/admins';
import { type Playground, startPlayground } from '../support/playground';

describe('the playground', () => {
  let playground: Playground;

  beforeAll(async () => {
    playground = await startPlayground();
  });

  afterAll(async () => {
    await playground.stop();
  });

  it('refuses the content API to nobody in particular', async () => {
    const response = await playground.request.get('/api/articles');

    expect(response.status).toBe(403);
  });

  it('serves the open twin of the same route', async () => {
    const response = await playground.request.get('/api/articles-open');

    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({ data: [] });
  });

  it('lets the first admin in, and another with the rights given', async () => {
    const reader = await createAdminWith(playground, {
      name: 'Rita',
      actions: ['admin::roles.read'],
    });

    expect((await playground.admin.get('/admin/users')).status).toBe(200);
    expect((await reader.agent.get('/admin/roles')).status).toBe(200);
    expect((await reader.agent.get('/admin/users')).status).toBe(403);
  });
});
