import { asks } from './drafts.fixture';

describe('a key without drafts, asking by status', () => {
  it.each([
    ['no status', {}, false],
    ['exactly published', { status: 'published' }, false],
    ['draft', { status: 'draft' }, true],
    ['an empty status', { status: '' }, true],
    ['another case', { status: 'Published' }, true],
    ['a blank behind', { status: 'published ' }, true],
    ['a list', { status: ['published'] }, true],
    ['a list of drafts', { status: ['draft'] }, true],
    ['a map', { status: { $eq: 'published' } }, true],
    ['an unknown one', { status: 'foo' }, true],
    ['null', { status: null }, true],
    ['nothing under its name', { status: undefined }, false],
    ['a publication filter', { publicationFilter: 'has-published-version' }, true],
    ['a publication filter beside published', { status: 'published', publicationFilter: '' }, true],
    ['the older publication filter', { hasPublishedVersion: 'false' }, true],
  ])('%s', (_, query, refused) => {
    expect(asks('article', query)).toBe(refused);
    expect(asks('category', query)).toBe(refused);
    expect(asks(null, query)).toBe(refused);
    expect(asks('no-such-type', query)).toBe(refused);
  });

  it('may ask anything of a type that leads to no drafts, in circles too', () => {
    expect(asks('line', { status: 'draft' })).toBe(false);
    expect(asks('line', { hasPublishedVersion: 'true' })).toBe(false);
    expect(asks('line', { filters: { parent: { parent: { name: 'x' } } } })).toBe(false);
  });
});

describe('a key without drafts, filtering', () => {
  it.each([
    ['by its own value', 'article', { title: 'x' }, false],
    ['by its own value with an operator', 'article', { title: { $startsWith: 'x' } }, false],
    ['by its own values, any of', 'article', { $or: [{ title: 'x' }, { title: 'y' }] }, false],
    ['by a relation without drafts', 'article', { category: { name: 'x' } }, false],
    ['by an id of a relation without drafts', 'article', { category: 7 }, false],
    ['by a relation with drafts', 'category', { articles: { title: { $startsWith: 'x' } } }, true],
    ['by whether a relation with drafts exists', 'category', { articles: { $null: true } }, true],
    ['by an id of a relation with drafts', 'category', { articles: 7 }, true],
    ['there and back again', 'article', { category: { articles: { title: 'x' } } }, true],
    [
      'any of, one through drafts',
      'category',
      { $or: [{ name: 'x' }, { articles: { id: 1 } }] },
      true,
    ],
    ['all of, one through drafts', 'category', { $and: [{ articles: { id: 1 } }] }, true],
    ['not through drafts', 'category', { $not: { articles: { title: 'x' } } }, true],
    ['nested operators', 'category', { $and: [{ $or: [{ $not: { articles: 1 } }] }] }, true],
    ['an operator inside a relation', 'article', { category: { $or: [{ articles: 1 }] } }, true],
    ['an operator as a map of places', 'category', { $or: { 0: { articles: 1 } } }, true],
    ['a list of filters', 'category', [{ name: 'x' }, { articles: 1 }], true],
    ['by a component', 'person', { settings: { value: 'x' } }, false],
    ['by a component that leads to drafts', 'person', { badge: { related: { title: 'x' } } }, true],
    ["by a component's own value", 'person', { badge: { title: 'x' } }, false],
    ['by a relation to anything', 'person', { about: { title: 'x' } }, true],
    ['by a relation to what is not known', 'person', { unknown: { title: 'x' } }, true],
    ['by a dynamic zone', 'person', { zone: { title: 'x' } }, true],
    ['by media, whose files relate to anything', 'person', { photo: { url: 'x' } }, true],
    ['by a name that is no attribute', 'category', { nothing: 'x' }, false],
    ['under a name that is no attribute', 'category', { nothing: { articles: 1 } }, true],
  ])('%s', (_, uid, filters, refused) => {
    expect(asks(uid, { filters })).toBe(refused);
  });

  it.each([[undefined], [null], ['text'], [7], [[]], [{}]])('by %j, as by nothing', (filters) => {
    expect(asks('category', { filters })).toBe(false);
  });
});

describe('a key without drafts, sorting', () => {
  it.each([
    ['by its own value', 'article', 'title:desc', false],
    ['by its relation without drafts', 'article', 'category.name', false],
    ['by a relation with drafts', 'category', 'articles.title', true],
    ['by the second of two', 'category', 'name:asc,articles.title:desc', true],
    ['with blanks', 'category', 'name:asc, articles.title', true],
    ['there and back again', 'article', 'category.articles.title:asc', true],
    ['by a list', 'category', ['name', 'articles.title:asc'], true],
    ['by a list in a list entry', 'category', ['name,articles.title'], true],
    ['by a map', 'category', { articles: { title: 'asc' } }, true],
    ['by a map with dots', 'category', { 'articles.title': 'asc' }, true],
    ['by a list of maps', 'category', [{ name: 'asc' }, { articles: { title: 'desc' } }], true],
    ['by a list in a map', 'category', { articles: [{ title: 'asc' }] }, true],
    ['by a map without drafts', 'article', { category: { name: 'asc' } }, false],
    ['by a component that leads to drafts', 'person', 'badge.related.title', true],
    ['by a component', 'person', 'badge.title', false],
    ['by a relation to anything', 'person', 'about.title', true],
    ['by the virtual status', 'article', 'status', true],
    ['by the virtual status, descending', 'article', 'status:desc', true],
    ['by the virtual status in a map', 'article', { status: 'asc' }, true],
    ['by the virtual status of a relation', 'category', 'articles.status', true],
    ['by an attribute that is called status', 'order', 'status:asc', false],
    ['by status of a type without drafts', 'category', 'status:asc', false],
    ['by nothing', 'category', undefined, false],
    ['by a number', 'category', 7, false],
  ])('%s', (_, uid, sort, refused) => {
    expect(asks(uid, { sort })).toBe(refused);
  });
});

describe('a key without drafts, populating', () => {
  const through = { filters: { articles: { title: 'x' } } };

  it.each([
    ['everything', 'article', '*', false],
    ['by name', 'category', 'articles', false],
    ['by list', 'category', ['articles'], false],
    ['by map', 'category', { articles: true }, false],
    ['with fields', 'category', { articles: { fields: ['title'] } }, false],
    [
      'with a filter on its own value',
      'category',
      { articles: { filters: { title: 'x' } } },
      false,
    ],
    ['with a filter through drafts', 'article', { category: through }, true],
    ['with a sort through drafts', 'article', { category: { sort: 'articles.title' } }, true],
    ['two levels down', 'category', { owner: { populate: { categories: through } } }, true],
    ['a component, filtered through drafts', 'article', { seo: { filters: { related: 1 } } }, true],
    [
      'a part of a dynamic zone',
      'article',
      { blocks: { on: { seo: { sort: 'related.title' } } } },
      true,
    ],
    [
      'a part of a dynamic zone, plainly',
      'article',
      { blocks: { on: { seo: { sort: 'title' } } } },
      false,
    ],
    [
      'a part that is not known',
      'article',
      { blocks: { on: { gone: { filters: { a: 1 } } } } },
      false,
    ],
    [
      'a part under a part',
      'article',
      { blocks: { on: { seo: { populate: { related: { sort: 'status' } } } } } },
      true,
    ],
    ['sorted by the virtual status', 'category', { articles: { sort: 'status:asc' } }, true],
  ])('%s', (_, uid, populate, refused) => {
    expect(asks(uid, { populate })).toBe(refused);
  });
});
