import {
  ARTICLE_FIND,
  bearer,
  CATEGORY_FIND,
  makeKeyWith,
  refusalOf,
  send,
} from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

const PERMISSIONS = [
  ARTICLE_FIND,
  'api::article.article.findOne',
  CATEGORY_FIND,
  'api::category.category.findOne',
  'api::guarded.guarded.articles',
];

let playground: Playground;
let published: string;
let drafts: string;
let draftOnly: string;
let categoryId: string;

beforeAll(async () => {
  playground = await startPlayground();
  const { strapi } = playground;
  const category = await strapi
    .documents('api::category.category')
    .create({ data: { name: 'News' } });
  categoryId = category.documentId;
  const articles = strapi.documents('api::article.article');
  const draft = await articles.create({ data: { title: 'Unpublished', category: categoryId } });
  draftOnly = draft.documentId;
  const shown = await articles.create({
    data: { title: 'Published', category: categoryId },
    status: 'published',
  });
  await strapi.db.query('api::article.article').update({
    where: { documentId: shown.documentId, publishedAt: null },
    data: { title: 'Changed since' },
  });
  published = (await makeKeyWith(strapi, { permissions: PERMISSIONS })).token;
  drafts = (await makeKeyWith(strapi, { permissions: PERMISSIONS, drafts: true })).token;
});

afterAll(async () => {
  await playground.stop();
});

const ask = (token: string, path: string) => send(`${playground.url}/api${path}`, bearer(token));

/** Queries that would show drafts, or tell something of them. */
const REVEALING = [
  '/articles?status=draft',
  '/articles?status=',
  '/articles?status',
  '/articles?status=foo',
  '/articles?status=Published',
  '/articles?status=published%20',
  '/articles?status[]=draft',
  '/articles?status[]=published',
  '/articles?status[$eq]=draft',
  '/articles?status=published&status=draft',
  '/articles?sort=status',
  '/articles?hasPublishedVersion=false',
  '/articles?publicationFilter=never-published',
  '/categories?status=draft',
  '/categories?filters[articles][title][$startsWith]=Unpub',
  '/categories?filters[articles][id][$notNull]=true',
  '/categories?filters[articles]=1',
  '/categories?filters[$and][0][articles][title]=Unpublished',
  '/categories?filters[$or][0][name]=x&filters[$or][1][$not][articles][title]=Unpublished',
  '/categories?sort=articles.title',
  '/categories?sort=name,articles.title:desc',
  '/categories?sort[0]=name&sort[1]=articles.title',
  '/categories?sort[articles][title]=asc',
  '/articles?filters[category][articles][title]=Unpublished',
  '/articles?sort=category.articles.title',
  '/articles?populate[category][filters][articles][title]=Unpublished',
  '/articles?populate[category][sort]=articles.title',
  '/categories?populate[articles][filters][category][articles][title]=Unpublished',
  '/categories?populate[articles][populate][category][filters][articles][title]=Unpublished',
];

/** Queries that stay with what is published. */
const HARMLESS = [
  '/articles',
  '/articles?status=published',
  '/articles?filters[title]=Published&sort=title:desc',
  '/articles?filters[publishedAt][$null]=true',
  '/articles?filters[category][name]=News&sort=category.name',
  '/articles?populate=*',
  '/articles?_q=Unpublished',
  '/articles?populate[category][populate][articles]=true',
  '/categories?populate=articles',
  '/categories?populate=*',
  '/categories?populate[articles][filters][title][$contains]=Unpub',
  '/categories?populate[articles][sort]=title',
  '/categories?populate[articles][count]=true',
  '/categories?status=published&populate=articles',
];

describe('a key without a role that allows drafts', () => {
  it.each(REVEALING)('is refused %s', async (path) => {
    const answer = await ask(published, path);

    expect(answer.status).toBe(403);
    expect(refusalOf(answer).details).toMatchObject({ code: 'drafts_not_allowed' });
  });

  it.each(HARMLESS)('sees nothing unpublished by %s', async (path) => {
    const answer = await ask(published, path);

    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).not.toMatch(/Unpublished|Changed since/);
  });

  it('counts only what is published of a relation', async () => {
    expect((await ask(published, '/categories?populate[articles][count]=true')).body).toMatchObject(
      {
        data: [{ articles: { count: 1 } }],
      },
    );
  });

  it('finds no single draft', async () => {
    expect((await ask(published, `/articles/${draftOnly}`)).status).toBe(404);
    expect((await ask(published, `/articles/${draftOnly}?status=draft`)).status).toBe(403);
    expect((await ask(published, `/categories/${categoryId}?status=draft`)).status).toBe(403);
  });

  it('is refused drafts on an open route behind a policy, too', async () => {
    const answer = await ask(published, '/guarded/articles?status=draft');

    expect(answer.status).toBe(403);
    expect(refusalOf(answer).details.code).toBe('drafts_not_allowed');
    expect((await ask(drafts, '/guarded/articles?status=draft')).status).toBe(200);
  });

  it.each([
    '/categories?populate[articles][status]=draft',
    '/categories?populate[articles][publicationFilter]=never-published',
    '/articles?filters[status]=draft',
  ])('is shown nothing by %s, which Strapi knows nothing of', async (path) => {
    const answer = await ask(published, path);

    expect([400, 403]).toContain(answer.status);
  });
});

/** Of the revealing queries those that Strapi can answer at all. */
const ANSWERED = REVEALING.filter(
  (path) => path !== '/articles?populate[category][sort]=articles.title',
);

describe('a key with a role that allows drafts', () => {
  it.each(ANSWERED)('is not refused %s for it', async (path) => {
    const answer = await ask(drafts, path);

    expect([200, 400]).toContain(answer.status);
    expect(JSON.stringify(answer.body)).not.toContain('drafts_not_allowed');
  });

  it('sees them', async () => {
    expect((await ask(drafts, '/articles?status=draft&sort=title')).body).toMatchObject({
      data: [{ title: 'Changed since' }, { title: 'Unpublished' }],
    });
    const found = await ask(drafts, '/categories?filters[articles][title]=Unpublished');
    expect(found.body).toMatchObject({ data: [{ name: 'News' }] });
  });
});
