import {
  ARTICLE_FIND,
  bearer,
  CATEGORY_FIND,
  makeKeyWith,
  refusalOf,
  send,
} from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

const PERMISSIONS = [ARTICLE_FIND, CATEGORY_FIND];

describe.each([
  { strictParams: 'true', unknown: 400 },
  { strictParams: 'false', unknown: 200 },
])('with strictParams: $strictParams', ({ strictParams, unknown }) => {
  let playground: Playground;
  let published: string;
  let drafts: string;

  beforeAll(async () => {
    playground = await startPlayground({ env: { PLAYGROUND_STRICT_PARAMS: strictParams } });
    const { strapi } = playground;
    const articles = strapi.documents('api::article.article');
    await articles.create({ data: { title: 'Draft' } });
    await articles.create({ data: { title: 'Shown' }, status: 'published' });
    published = (await makeKeyWith(strapi, { permissions: PERMISSIONS })).token;
    drafts = (await makeKeyWith(strapi, { permissions: PERMISSIONS, drafts: true })).token;
  });

  afterAll(() => playground.stop());

  const ask = (token: string, path: string) => send(`${playground.url}/api${path}`, bearer(token));

  it('a key finds, filters, sorts and pages', async () => {
    const query =
      'filters[title][$contains]=how&sort=title:asc&pagination[pageSize]=5&fields=title';
    const answer = await ask(published, `/articles?${query}&populate=*`);

    expect(answer).toMatchObject({ status: 200, body: { data: [{ title: 'Shown' }] } });
  });

  it('a parameter that Strapi does not know meets Strapi’s own answer', async () => {
    for (const token of [published, drafts]) {
      const answer = await ask(token, '/articles?nonsense=1');
      expect(answer.status).toBe(unknown);
      if (unknown !== 400) continue;
      expect(answer.body).toMatchObject({
        error: { name: 'ValidationError', message: expect.stringContaining('nonsense') as string },
      });
    }
  });

  it.each([
    '/articles?status=',
    '/articles?status=draft',
    '/articles?status[]=draft',
    '/articles?status=foo',
  ])('drafts stay where they are: %s', async (path) => {
    expect(refusalOf(await ask(published, path)).details.code).toBe('drafts_not_allowed');
    const { status } = await ask(drafts, path);
    expect([200, 400]).toContain(status);
  });

  it('whoami takes no notice of parameters', async () => {
    expect((await ask(published, '/api-access/whoami?nonsense=1')).status).toBe(200);
  });
});
