import { asksForDrafts, type SchemaView } from '../../server/src/domain/drafts';

const text = { type: 'string' };
const media = { type: 'media' };
const relation = (target?: string) => ({ type: 'relation', target });
const type = (attributes: SchemaView['attributes']): SchemaView => ({
  draftAndPublish: false,
  attributes,
});

/** Files relate to whatever holds them, drafts among it, as those of Strapi do. */
const SCHEMAS: Record<string, SchemaView> = {
  'plugin::upload.file': type({ name: text, related: relation(), folder: relation('folder') }),
  folder: type({ name: text, files: relation('plugin::upload.file') }),
  page: type({
    title: text,
    cover: media,
    folder: relation('folder'),
    banner: { type: 'component', component: 'banner' },
    blocks: { type: 'dynamiczone' },
  }),
  banner: type({ caption: text, image: media }),
  article: { draftAndPublish: true, attributes: { title: text } },
};

const FILE = 'plugin::upload.file';

const asks = (uid: string, populate: unknown): boolean =>
  asksForDrafts({ populate }, uid, (name) => SCHEMAS[name]);

describe('a key without drafts, populating what may be anything', () => {
  it.each<[string, string, unknown]>([
    ['by name', FILE, 'related'],
    ['with everything', FILE, '*'],
    ['by the second of two names', FILE, 'folder,related'],
    ['with blanks', FILE, 'folder, related'],
    ['by list', FILE, ['related']],
    ['by list, behind another', FILE, ['folder', 'related']],
    ['by a list entry with two names', FILE, ['folder,related']],
    ['by a list with everything', FILE, ['*']],
    ['by map', FILE, { related: true }],
    ['by map, as text', FILE, { related: 'true' }],
    ['by map with everything of it', FILE, { related: '*' }],
    ['by map with fields', FILE, { related: { fields: ['title'] } }],
    ['by map with published ones only', FILE, { related: { status: 'published' } }],
    ['by map, type by type', FILE, { related: { on: { article: { fields: ['title'] } } } }],
    ['by map with an empty map', FILE, { related: {} }],
    ['by map with everything beside', FILE, { '*': true }],
    ['beyond it', FILE, 'related.category'],
    ['in a circle', FILE, 'folder.files.related'],
    ['from media, dotted', 'page', 'cover.related'],
    ['from media, dotted in a list', 'page', ['title', 'cover.related']],
    ['from media, everything', 'page', 'cover.*'],
    ['from media by map, then name', 'page', { cover: { populate: 'related' } }],
    ['from media by map, then list', 'page', { cover: { populate: ['related'] } }],
    ['from media by map, then map', 'page', { cover: { populate: { related: true } } }],
    ['from media by map, then everything', 'page', { cover: { populate: '*' } }],
    ['from media by map, then dotted', 'page', { cover: { populate: 'folder.files.related' } }],
    ['through a relation', 'page', 'folder.files.related'],
    ['through a component, dotted', 'page', 'banner.image.related'],
    ['through a component by map', 'page', { banner: { populate: 'image.related' } }],
    [
      'through a component, maps all the way',
      'page',
      { banner: { populate: { image: { populate: { related: true } } } } },
    ],
    [
      'through a part of a dynamic zone',
      'page',
      { blocks: { on: { banner: { populate: 'image.related' } } } },
    ],
  ])('is refused %s', (_, uid, populate) => {
    expect(asks(uid, populate)).toBe(true);
  });

  it.each<[string, string, unknown]>([
    ['media', 'page', 'cover'],
    ['everything that it has itself', 'page', '*'],
    ['media by list', 'page', ['cover', 'banner.image']],
    ['media by map', 'page', { cover: true }],
    ['media by map with fields', 'page', { cover: { fields: ['name'] } }],
    ['a relation of media', 'page', 'cover.folder'],
    ['a relation and its files', 'page', { folder: { populate: ['files'] } }],
    ['what there is not', 'page', 'related'],
    ['what there is not, further down', 'page', ['nothing.related']],
    ['a part of a dynamic zone', 'page', { blocks: { on: { banner: { populate: 'image' } } } }],
    ['a file and its folder', FILE, 'folder'],
    ['nothing', FILE, undefined],
    ['an empty list', FILE, []],
    ['empty text', FILE, ''],
    ['a number', FILE, 7],
  ])('may have %s', (_, uid, populate) => {
    expect(asks(uid, populate)).toBe(false);
  });
});
