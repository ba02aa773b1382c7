import {
  type AttributesByUid,
  type RelationAttribute,
  relationsOf,
} from '../../server/src/domain/relations';

const TYPES: AttributesByUid = new Map<string, Record<string, RelationAttribute>>([
  [
    'api::article.article',
    {
      title: { type: 'string' },
      category: { type: 'relation', target: 'api::category.category' },
      related: { type: 'relation', target: 'api::article.article' },
      editor: { type: 'relation', target: 'admin::user' },
      hidden: { type: 'relation', target: 'api::category.category', private: true },
      anything: { type: 'relation' },
      seo: { type: 'component', component: 'shared.seo' },
      blocks: { type: 'dynamiczone', components: ['shared.seo', 'shared.quote', 'shared.gone'] },
    },
  ],
  ['shared.seo', { tags: { type: 'relation', target: 'api::tag.tag' } }],
  ['shared.quote', { deeper: { type: 'component', component: 'shared.seo' } }],
]);

const EXISTING = new Set([
  'api::article.article.find',
  'api::category.category.find',
  'api::tag.tag.find',
]);
const needed = (action: string) => relationsOf(action, TYPES, (each) => EXISTING.has(each));

const BESIDES = [
  { field: 'category', action: 'api::category.category.find' },
  { field: 'seo.tags', action: 'api::tag.tag.find' },
  { field: 'blocks.tags', action: 'api::tag.tag.find' },
];

describe('the relations in the answers of an action', () => {
  it('need the right to find what they lead to, in components and dynamic zones as well', () => {
    expect(needed('api::article.article.find')).toEqual(BESIDES);
  });

  it('into the type itself need its own find, which only find has already', () => {
    expect(needed('api::article.article.findOne')).toEqual(
      expect.arrayContaining([
        ...BESIDES,
        { field: 'related', action: 'api::article.article.find' },
      ]),
    );
  });

  it('are none where the answer holds no entry, or the controller is no content type', () => {
    expect(needed('api::article.article.delete')).toEqual([]);
    expect(needed('plugin::upload.content-api.find')).toEqual([]);
  });

  it('leave out what no action of the content API finds', () => {
    expect(relationsOf('api::article.article.find', TYPES, () => false)).toEqual([]);
  });
});
