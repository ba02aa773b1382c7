import {
  ARTICLE_CREATE,
  ARTICLE_FIND,
  bearer,
  CATEGORY_FIND,
  makeKeyWith,
  send,
} from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

const ARTICLE_UPDATE = 'api::article.article.update';
const PERMISSIONS = [
  ARTICLE_FIND,
  'api::article.article.findOne',
  ARTICLE_CREATE,
  ARTICLE_UPDATE,
  CATEGORY_FIND,
];

let playground: Playground;
let published: string;
let drafts: string;
let draftId: string;

beforeAll(async () => {
  playground = await startPlayground();
  const { strapi } = playground;
  const category = await strapi
    .documents('api::category.category')
    .create({ data: { name: 'News' } });
  const articles = strapi.documents('api::article.article');
  const link = { category: category.documentId };
  ({ documentId: draftId } = await articles.create({ data: { title: 'Unpublished', ...link } }));
  await articles.create({ data: { title: 'Published', ...link }, status: 'published' });
  published = (await makeKeyWith(strapi, { permissions: PERMISSIONS })).token;
  drafts = (await makeKeyWith(strapi, { permissions: PERMISSIONS, drafts: true })).token;
});

afterAll(async () => {
  await playground.stop();
});

const query = async (token: string, text: string, variables = {}) =>
  send(`${playground.url}/graphql`, bearer(token), {
    method: 'POST',
    body: { query: text, variables },
  });

/** What would show a draft, or tell something of one; `%` stands for the draft's id. */
const REVEALING = [
  '{ articles(status: DRAFT) { title } }',
  '{ articles_connection(status: DRAFT) { nodes { title } pageInfo { total } } }',
  '{ article(documentId: "%", status: DRAFT) { title } }',
  'query Q($s: PublicationStatus = DRAFT) { articles(status: $s) { title } }',
  '{ shown: articles { title } hidden: articles(status: DRAFT) { title } }',
  'fragment F on Query { articles(status: DRAFT) { title } } { ...F }',
  '{ articles(hasPublishedVersion: false) { title } }',
  '{ articles(publicationFilter: NEVER_PUBLISHED) { title } }',
  '{ categories(filters: { articles: { title: { startsWith: "Unpub" } } }) { name } }',
  '{ categories(filters: { not: { articles: { title: { eq: "Unpublished" } } } }) { name } }',
  '{ categories(sort: "articles.title") { name } }',
  '{ articles(filters: { category: { articles: { title: { eq: "Unpublished" } } } }) { title } }',
  '{ categories(status: DRAFT) { name articles { title } } }',
  '{ categories { articles(filters: { category: { articles: { title: { eq: "Unpublished" } } } }) { documentId } } }',
  'mutation { createArticle(status: DRAFT, data: { title: "New" }) { title } }',
  'mutation { updateArticle(documentId: "%", status: DRAFT, data: { body: "x" }) { title } }',
];

describe('a key without a role that allows drafts, by GraphQL', () => {
  it.each(REVEALING)('is refused %s', async (text) => {
    const { body } = await query(published, text.replace('%', draftId));

    expect(JSON.stringify(body)).toContain('drafts_not_allowed');
    expect(JSON.stringify((body as { data?: unknown }).data ?? null)).not.toContain('Unpublished');
  });

  it.each([
    '{ articles { title } }',
    '{ articles(status: PUBLISHED) { title } }',
    '{ articles_connection { nodes { title } pageInfo { total } } }',
    '{ categories { name articles { title category { name } } } }',
    '{ categories { articles_connection { nodes { title } } } }',
    '{ categories { articles(filters: { title: { contains: "Unpub" } }) { title } } }',
  ])('sees what is published, and nothing else, by %s', async (text) => {
    const { body } = await query(published, text);

    expect(body).not.toHaveProperty('errors');
    expect(JSON.stringify(body)).not.toContain('Unpublished');
  });

  it('is refused drafts by a variable as well', async () => {
    const text = 'query Q($s: PublicationStatus) { articles(status: $s) { title } }';

    const { body } = await query(published, text, { s: 'DRAFT' });

    expect(JSON.stringify(body)).toContain('drafts_not_allowed');
    expect((await query(published, text, { s: 'PUBLISHED' })).body).not.toHaveProperty('errors');
  });

  it('stores nothing by a mutation that was refused', async () => {
    const count = () => playground.strapi.documents('api::article.article').count({});
    const before = await count();

    await query(
      published,
      'mutation { createArticle(status: DRAFT, data: { title: "No" }) { title } }',
    );

    expect(await count()).toBe(before);
  });
});

it('a key with such a role sees drafts by GraphQL', async () => {
  const { body } = await query(drafts, '{ articles(status: DRAFT, sort: "title") { title } }');

  expect(body).toEqual({
    data: { articles: [{ title: 'Published' }, { title: 'Unpublished' }] },
  });
});
