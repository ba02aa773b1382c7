import {
  ARTICLE_FIND,
  bearer,
  CATEGORY_FIND,
  makeKeyWith,
  refusalOf,
  send,
} from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

const PERMISSIONS = [ARTICLE_FIND, 'api::article.article.findOne', CATEGORY_FIND];

interface Found {
  data: { title: string; locale: string; localizations?: { title?: string; locale: string }[] }[];
}

let playground: Playground;
let documentId: string;
let published: string;
let drafts: string;

beforeAll(async () => {
  playground = await startPlayground({ env: { PLAYGROUND_LOCALIZED: 'true' } });
  const { strapi } = playground;
  const locales = strapi
    .plugin('i18n')
    .service<{ create: (locale: object) => Promise<unknown> }>('locales');
  await locales.create({ code: 'de', name: 'German (de)' });
  await locales.create({ code: 'fr', name: 'French (fr)' });
  const articles = strapi.documents('api::article.article');
  ({ documentId } = await articles.create({
    data: { title: 'Hello' },
    locale: 'en',
    status: 'published',
  }));
  const another = async (locale: string, title: string, status: 'draft' | 'published') => {
    const data: object = { title };
    await articles.update({ documentId, locale, status, data });
  };
  await another('de', 'Hallo', 'published');
  await another('fr', 'Secret bonjour', 'draft');
  published = (await makeKeyWith(strapi, { permissions: PERMISSIONS })).token;
  drafts = (await makeKeyWith(strapi, { permissions: PERMISSIONS, drafts: true })).token;
});

afterAll(() => playground.stop());

const ask = (token: string, path: string) => send(`${playground.url}/api${path}`, bearer(token));
const found = async (token: string, path: string) => (await ask(token, path)).body as Found;
const titles = async (token: string, path: string) =>
  (await found(token, path)).data.map(({ title }) => title);

it('a key finds each language by its locale', async () => {
  expect(await titles(published, '/articles')).toEqual(['Hello']);
  expect(await titles(published, '/articles?locale=de')).toEqual(['Hallo']);
  expect((await titles(published, '/articles?locale=*')).sort()).toEqual(['Hallo', 'Hello']);
  const one = await ask(published, `/articles/${documentId}?locale=de`);
  expect(one.body).toMatchObject({ data: { title: 'Hallo', locale: 'de' } });
});

it('a language that is a draft alone is not found without drafts, and is with them', async () => {
  expect(await titles(published, '/articles?locale=fr')).toEqual([]);
  expect((await ask(published, `/articles/${documentId}?locale=fr`)).status).toBe(404);
  const refused = await ask(published, '/articles?locale=fr&status=draft');
  expect(refusalOf(refused).details.code).toBe('drafts_not_allowed');
  expect(await titles(drafts, '/articles?locale=fr&status=draft')).toEqual(['Secret bonjour']);
});

it('the other languages of an entry come with it, and none that is a draft alone', async () => {
  for (const query of [
    'populate=localizations',
    'populate=*',
    'populate[localizations][fields]=title',
  ]) {
    const answer = await ask(published, `/articles?${query}`);
    expect({ query, status: answer.status }).toEqual({ query, status: 200 });
    const [entry] = (answer.body as Found).data;
    expect(entry?.localizations?.map(({ title }) => title)).toEqual(['Hallo']);
    expect(JSON.stringify(answer.body)).not.toContain('Secret');
  }
});

it.each([
  '/articles?filters[localizations][title][$startsWith]=Secret',
  '/articles?filters[localizations][locale]=fr',
  '/articles?sort=localizations.title',
  '/articles?populate[localizations][filters][localizations][title][$startsWith]=Secret',
])('nothing of the draft is told by %s', async (path) => {
  expect(refusalOf(await ask(published, path)).details.code).toBe('drafts_not_allowed');
});

it('the locales themselves are read with the permission for them', async () => {
  const listing = 'plugin::i18n.locales.listLocales';
  const { token } = await makeKeyWith(playground.strapi, { permissions: [listing] });

  expect((await ask(published, '/i18n/locales')).status).toBe(403);
  const listed = (await ask(token, '/i18n/locales')) as { status: number };
  expect(listed.status).toBe(200);
});
