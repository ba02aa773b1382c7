import { myTokenEndpoints } from '../../contracts';
import { send } from '../support/admin-api';
import { bearer, makeKeyWith, send as consume } from '../support/consumers';
import { atContentApi } from '../support/end-users';
import { type Playground, startPlayground } from '../support/playground';

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground({ env: { PLAYGROUND_WITHOUT_USERS_PERMISSIONS: 'true' } });
});

afterAll(async () => {
  await playground.stop();
});

it('an app without users-permissions has no tokens of end users, and its keys work', async () => {
  const { strapi, url } = playground;
  expect('users-permissions' in strapi.plugins).toBe(false);
  const { token } = await makeKeyWith(strapi);

  for (const agent of [atContentApi(url), atContentApi(url, token)]) {
    expect((await send(agent, myTokenEndpoints.list)).status).toBe(404);
    const created = await send(agent, myTokenEndpoints.create, { body: { name: 'x' } });
    // What is no route Strapi refuses by method.
    expect(created.status).toBe(405);
  }
  expect((await consume(`${url}/api/articles`, bearer(token))).status).toBe(200);
  expect((await consume(`${url}/api/api-access/whoami`, bearer(token))).status).toBe(200);
});
