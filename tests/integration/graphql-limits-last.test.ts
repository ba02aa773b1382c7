import { bearer, makeKeyWith, send } from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground({ apiAccess: { precedence: 'last' } });
});

afterAll(async () => {
  await playground.stop();
});

describe('a key with a limit that is asked for last', () => {
  it('is held to it by GraphQL, by the fields that it asks for', async () => {
    const rateLimit = { requests: 5, windowSeconds: 3600 };
    const { token } = await makeKeyWith(playground.strapi, {}, { rateLimit });
    const query = '{ a: articles { title } b: articles { title } c: articles { title } }';
    const ask = async () =>
      (await send(`${playground.url}/graphql`, bearer(token), { method: 'POST', body: { query } }))
        .status;

    expect([await ask(), await ask()]).toEqual([200, 401]);
  });
});
