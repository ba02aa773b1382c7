import { myTokenEndpoints } from '../../contracts';
import { answerOf, send } from '../support/admin-api';
import { bearer, makeKeyWith, refusalOf, send as consume } from '../support/consumers';
import { atContentApi } from '../support/end-users';
import { openPersonalTokens } from '../support/personal-tokens';
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

it('its policies ask for API roles', async () => {
  const { strapi, url } = playground;
  const editor = await makeKeyWith(strapi, { code: 'editor', name: 'Editor' });
  const other = await makeKeyWith(strapi);
  const ask = (token: string) => consume(`${url}/api/guarded/editors`, bearer(token));

  expect((await ask(editor.token)).status).toBe(200);
  expect(refusalOf(await ask(other.token)).details.code).toBe('missing_role');
  // Nobody takes a request without any token for a public one here.
  expect((await consume(`${url}/api/articles`)).status).toBe(401);
});

it('its admins have personal tokens, which are theirs alone', async () => {
  const { strapi, url, admin } = playground;
  const { role } = await makeKeyWith(strapi);
  await openPersonalTokens(strapi, { roles: [role.id], defaultRoles: [role.id], maxTokens: 2 });
  const body = { name: 'mine', expiresAt: null };
  const { data, token } = await answerOf(admin, myTokenEndpoints.create, { body }, 201);

  expect((await consume(`${url}/api/articles`, bearer(token))).status).toBe(200);
  expect((await consume(`${url}/api/api-access/whoami`, bearer(token))).body).toMatchObject({
    data: { type: 'personal' },
  });
  const { data: held, meta } = await answerOf(admin, myTokenEndpoints.list);
  expect(held.map(({ id }) => id)).toEqual([data.id]);
  expect(meta.rules.closed).toBeNull();
});
