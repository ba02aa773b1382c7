import {
  ARTICLE_CREATE,
  ARTICLE_FIND,
  bearer,
  CATEGORY_FIND,
  makeKeyWith,
  send,
} from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground();
  const { strapi } = playground;
  const { documentId } = await strapi
    .documents('api::category.category')
    .create({ data: { name: 'Hidden category' } });
  await strapi
    .documents('api::article.article')
    .create({ data: { title: 'Seen', category: documentId }, status: 'published' });
});

afterAll(async () => {
  await playground.stop();
});

const ask = async (permissions: string[], query: string) => {
  const { token } = await makeKeyWith(playground.strapi, { permissions });
  return send(`${playground.url}/graphql`, bearer(token), { method: 'POST', body: { query } });
};

const articlesCalled = (title: string) =>
  playground.strapi.documents('api::article.article').count({ filters: { title } });

const CREATE = (title: string) =>
  `mutation { createArticle(data: { title: "${title}" }) { title } }`;

describe('a mutation', () => {
  it('runs for a key whose API role allows the action', async () => {
    const { body } = await ask([ARTICLE_CREATE, ARTICLE_FIND], CREATE('Allowed'));

    expect(body).toEqual({ data: { createArticle: { title: 'Allowed' } } });
    expect(await articlesCalled('Allowed')).toBe(1);
  });

  it('is refused to a key without it, and nothing is made', async () => {
    const { body } = await ask([ARTICLE_FIND], CREATE('Refused'));

    expect(body).toMatchObject({
      data: { createArticle: null },
      errors: [{ path: ['createArticle'] }],
    });
    expect(JSON.stringify(body)).toContain('FORBIDDEN');
    expect(await articlesCalled('Refused')).toBe(0);
  });

  it('is refused where it stands beside one that is allowed', async () => {
    const { body } = await ask(
      [ARTICLE_CREATE],
      'mutation { createArticle(data: { title: "Beside" }) { title } createCategory(data: { name: "Beside" }) { name } }',
    );

    expect(body).toMatchObject({ errors: [{ path: ['createCategory'] }] });
    expect(
      await playground.strapi
        .documents('api::category.category')
        .count({ filters: { name: 'Beside' } }),
    ).toBe(0);
  });
});

describe('a relation', () => {
  const NESTED = '{ articles(filters: { title: { eq: "Seen" } }) { title category { name } } }';

  it('is shown to a key that may read its content type', async () => {
    const { body } = await ask(
      [ARTICLE_FIND, CATEGORY_FIND, 'api::category.category.findOne'],
      NESTED,
    );

    expect(body).toMatchObject({
      data: { articles: [{ title: 'Seen', category: { name: 'Hidden category' } }] },
    });
  });

  it('is not shown to a key that may not', async () => {
    const { body } = await ask([ARTICLE_FIND], NESTED);

    expect(JSON.stringify(body)).toContain('Seen');
    expect(JSON.stringify(body)).not.toContain('Hidden category');
  });

  it('is not filtered by for a key that may not', async () => {
    const { body } = await ask(
      [ARTICLE_FIND],
      '{ articles(filters: { category: { name: { startsWith: "Hidden" } } }) { title } }',
    );

    expect(JSON.stringify(body)).not.toContain('Seen');
  });
});
