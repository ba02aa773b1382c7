import {
  type Answer,
  ARTICLE_CREATE,
  ARTICLE_FIND,
  bearer,
  CATEGORY_FIND,
  makeKeyWith,
  send,
} from '../support/consumers';
import { allow, makeEndUser } from '../support/end-users';
import { type FreshDatabase, freshDatabase } from '../support/database-servers';
import { type Playground, startPlayground } from '../support/playground';

const ACTIONS = [
  ARTICLE_FIND,
  'api::article.article.findOne',
  ARTICLE_CREATE,
  'api::article.article.update',
  CATEGORY_FIND,
  'api::category.category.findOne',
  'api::category.category.update',
];

/** Reads by which Strapi shows a draft: the filter takes the place of the condition against it. */
const REVEALING = [
  '{ categories { articles(filters: { publishedAt: { notNull: false } }) { title } } }',
  '{ categories { articles(filters: { publishedAt: null }) { title } } }',
  '{ categories { shown: articles { title } hidden: articles(filters: { publishedAt: { notNull: false } }) { title } } }',
  '{ categories_connection { nodes { articles(filters: { publishedAt: { notNull: false } }) { title } } } }',
  '{ categories { articles_connection(filters: { publishedAt: { notNull: false } }) { nodes { title } } } }',
  '{ articles { title category { name articles(filters: { publishedAt: { notNull: false } }) { title } } } }',
  '{ articles { category { articles { category { articles_connection(filters: { publishedAt: { notNull: false } }) { nodes { title } } } } } } }',
  'query Q($f: ArticleFiltersInput = { publishedAt: { notNull: false } }) { categories { articles(filters: $f) { title } } }',
  'fragment F on Category { articles(filters: { publishedAt: { notNull: false } }) { title } } { categories { ...F } }',
];

/** Reads that try the same and show nothing to anybody. */
const TRIED = [
  '{ categories { articles(filters: { publishedAt: { null: true } }) { title } } }',
  '{ categories { articles(filters: { publishedAt: { eq: null } }) { title } } }',
  '{ categories { articles(filters: { or: [{ publishedAt: { notNull: false } }] }) { title } } }',
  '{ categories { articles(filters: { not: { publishedAt: { notNull: true } } }) { title } } }',
];

const READS = [...REVEALING, ...TRIED];

/** `$category` and `$article` stand for ids of the published article and its category. */
const WRITES = [
  'mutation { updateCategory(documentId: "$category", data: { name: "News" }) { name articles { title } } }',
  'mutation { updateCategory(documentId: "$category", data: { name: "News" }) { articles_connection { nodes { title } } } }',
  'mutation { updateCategory(documentId: "$category", data: { name: "News" }) { articles(filters: { publishedAt: { notNull: false } }) { title } } }',
  'mutation { createArticle(data: { title: "Made", category: "$category" }) { title category { articles { title } } } }',
  'mutation { createArticle(data: { title: "Made", category: "$category" }) { category { articles_connection { nodes { title } } } } }',
  'mutation { updateArticle(documentId: "$article", data: { body: "x" }) { title category { articles { title } } } }',
  'mutation { updateArticle(documentId: "$article", data: { body: "x" }) { category { articles { category { articles(filters: { publishedAt: { notNull: false } }) { title } } } } } }',
];

let database: FreshDatabase;
const ids = { category: '', article: '' };
const withoutPlugin: { jwt: string; user: unknown[]; visitor: unknown[] } = {
  jwt: '',
  user: [],
  visitor: [],
};
let playground: Playground;
let published: string;
let drafts: string;

const ask = (text: string, headers = {}): Promise<Answer> =>
  send(`${playground.url}/graphql`, headers, {
    method: 'POST',
    body: { query: text.replace('$category', ids.category).replace('$article', ids.article) },
  });

const readsOf = async (headers = {}): Promise<unknown[]> => {
  const bodies: unknown[] = [];
  for (const text of READS) bodies.push((await ask(text, headers)).body);
  return bodies;
};

/** What people without a key are answered by an app that has no such plugin. */
const withoutApiAccess = async () => {
  database = await freshDatabase(undefined, { empty: true });
  playground = await startPlayground({ database, withoutApiAccess: true });
  const { strapi, url } = playground;
  ids.category = (
    await strapi.documents('api::category.category').create({ data: { name: 'News' } })
  ).documentId;
  const articles = strapi.documents('api::article.article');
  const link = { category: ids.category };
  await articles.create({ data: { title: 'Unpublished', ...link } });
  ids.article = (
    await articles.create({ data: { title: 'Published', ...link }, status: 'published' })
  ).documentId;
  await allow(strapi, 'authenticated', ...ACTIONS);
  await allow(strapi, 'public', ARTICLE_FIND, CATEGORY_FIND);
  withoutPlugin.jwt = (await makeEndUser(strapi, url, 'reader')).jwt;
  withoutPlugin.user = await readsOf(bearer(withoutPlugin.jwt));
  withoutPlugin.visitor = await readsOf();
  await playground.stop();
};

beforeAll(async () => {
  await withoutApiAccess();
  playground = await startPlayground({ database });
  published = (await makeKeyWith(playground.strapi, { permissions: ACTIONS })).token;
  drafts = (await makeKeyWith(playground.strapi, { permissions: ACTIONS, drafts: true })).token;
});

afterAll(async () => {
  await playground.stop();
  await database.drop();
});

// Before any mutation, while both answers are of the same content.
describe('who holds no key is answered as without the plugin', () => {
  it('an end user', async () => {
    expect(await readsOf(bearer(withoutPlugin.jwt))).toEqual(withoutPlugin.user);
    for (const body of withoutPlugin.user.slice(0, REVEALING.length)) {
      expect(JSON.stringify(body)).toContain('Unpublished');
    }
  });

  it('a visitor', async () => {
    expect(await readsOf()).toEqual(withoutPlugin.visitor);
    expect(JSON.stringify(withoutPlugin.visitor)).toContain('Unpublished');
  });
});

describe('a key without a role that allows drafts', () => {
  it.each([...READS, ...WRITES])('is shown none by %s', async (text) => {
    const { body } = await ask(text, bearer(published));

    expect(body).not.toHaveProperty('errors');
    expect(JSON.stringify(body)).not.toContain('Unpublished');
  });

  it('still filters, sorts and pages what is published', async () => {
    const articles = (args: string) =>
      ask(`{ categories { articles(${args}) { title } } }`, bearer(published));

    for (const args of [
      'filters: { title: { eq: "Published" } }',
      'filters: { title: { startsWith: "Publ" } }, sort: "title", pagination: { limit: 1 }',
      'filters: { or: [{ title: { eq: "Published" } }, { title: { eq: "Unpublished" } }] }',
      'filters: { title: { eq: "Published" }, publishedAt: { notNull: true } }',
    ]) {
      expect((await articles(args)).body).toEqual({
        data: { categories: [{ articles: [{ title: 'Published' }] }] },
      });
    }
    expect((await articles('filters: { title: { eq: "Unpublished" } }')).body).toEqual({
      data: { categories: [{ articles: [] }] },
    });
  });
});

describe('a key with a role that allows drafts', () => {
  it.each([
    '{ categories(status: DRAFT) { articles(sort: "title") { title } } }',
    '{ categories(status: DRAFT) { articles_connection { nodes { title } } } }',
    WRITES[0] ?? '',
    WRITES[3] ?? '',
  ])('sees them by %s', async (text) => {
    const { body } = await ask(text, bearer(drafts));

    expect(body).not.toHaveProperty('errors');
    expect(JSON.stringify(body)).toContain('Unpublished');
  });
});

it('an end user is answered a mutation as Strapi answers it', async () => {
  const { body } = await ask(WRITES[0] ?? '', bearer(withoutPlugin.jwt));

  expect(body).not.toHaveProperty('errors');
  expect(JSON.stringify(body)).toContain('Unpublished');
});
