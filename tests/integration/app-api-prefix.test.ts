import { generate } from '@strapi/openapi';

import { entitlementEndpoint, myTokenEndpoints } from '../../contracts';
import { answerOf, pathOf } from '../support/admin-api';
import { apiKey, bearer, CATEGORY_FIND, makeKeyWith, refusalOf, send } from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

describe.each(['/v1', '/public/api'])('with the content API under %s', (path) => {
  let playground: Playground;
  let token: string;

  beforeAll(async () => {
    playground = await startPlayground({ env: { PLAYGROUND_API_PREFIX: path } });
    ({ token } = await makeKeyWith(playground.strapi));
  });

  afterAll(() => playground.stop());

  const ask = (route: string, headers: object = {}) =>
    send(`${playground.url}${path}${route}`, { ...headers });

  it('keys are let in by either header, and refused with a reason', async () => {
    for (const header of [bearer, apiKey]) {
      expect((await ask('/articles', header(token))).status).toBe(200);
      const refused = await ask('/categories', header(token));
      expect(refusalOf(refused).details).toMatchObject({
        code: 'insufficient_scope',
        required: [CATEGORY_FIND],
      });
    }
    expect((await ask('/guarded/open-door', apiKey(token))).status).toBe(200);
    expect((await send(`${playground.url}/api/articles`, bearer(token))).status).toBe(404);
  });

  it('whoami and the tokens of end users lie there, and say why they refuse', async () => {
    expect((await ask('/api-access/whoami', bearer(token))).status).toBe(200);
    const refused = await ask(pathOf(myTokenEndpoints.list));
    expect(refused).toMatchObject({
      status: 403,
      body: { error: { details: { code: 'not_permitted' } } },
    });
  });

  it('the panel is told where that is', async () => {
    const { meta } = await answerOf(playground.admin, entitlementEndpoint);
    expect(meta).toEqual({ apiPath: path });
  });

  it('the OpenAPI document has it below the server, which the app names', () => {
    const { document } = generate(playground.strapi, { type: 'content-api' });
    expect(Object.keys(document.paths ?? {})).toContain('/api-access/whoami');
  });
});

it('an app that has the content API where Strapi puts it says so', async () => {
  const playground = await startPlayground();
  try {
    const { meta } = await answerOf(playground.admin, entitlementEndpoint);
    expect(meta).toEqual({ apiPath: '/api' });
  } finally {
    await playground.stop();
  }
});
