/** A small app for the guard of drafts: types with and without drafts, related in every way. */
import { asksForDrafts, type AttributeView, type SchemaView } from '../../server/src/domain/drafts';

const type = (draftAndPublish: boolean, attributes: Record<string, AttributeView>): SchemaView => ({
  draftAndPublish,
  attributes,
});

const text = { type: 'string' };
const relation = (target?: string) => ({ type: 'relation', target });

const SCHEMAS: Record<string, SchemaView> = {
  article: type(true, {
    title: text,
    category: relation('category'),
    seo: { type: 'component', component: 'seo' },
    blocks: { type: 'dynamiczone' },
  }),
  category: type(false, { name: text, articles: relation('article'), owner: relation('person') }),
  person: type(false, {
    name: text,
    categories: relation('category'),
    settings: { type: 'component', component: 'plain' },
    badge: { type: 'component', component: 'seo' },
    about: relation(),
    unknown: relation('gone'),
    zone: { type: 'dynamiczone' },
    photo: { type: 'media' },
  }),
  /** Its own attribute `status` is no virtual one. */
  order: type(true, { status: text, lines: relation('line') }),
  /** Reaches no drafts whatever way one goes. */
  line: type(false, {
    name: text,
    parent: relation('line'),
    size: { type: 'component', component: 'plain' },
  }),
  seo: type(false, { title: text, related: relation('article') }),
  plain: type(false, { value: text, line: relation('line') }),
};

/** Whether a query on a type is one that a key without drafts may not make. */
export const asks = (uid: string | null, query: Record<string, unknown>): boolean =>
  asksForDrafts(query, uid, (name) => SCHEMAS[name]);
