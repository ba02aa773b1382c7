/** What the guard must know of a content type or component. */
export interface SchemaView {
  readonly draftAndPublish: boolean;
  readonly attributes: Readonly<Record<string, AttributeView>>;
}

export interface AttributeView {
  readonly type: string;
  readonly target?: string | undefined;
  readonly component?: string | undefined;
}

export type SchemaLookup = (uid: string) => SchemaView | undefined;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const asList = (value: unknown): unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : [value];

/**
 * Where a path from a schema leads: into something with drafts, to another schema, or to a plain
 * value. What cannot be told (polymorphic relations, unknown targets) counts as drafts.
 */
const step = (
  schema: SchemaView,
  name: string,
  lookup: SchemaLookup,
): SchemaView | 'drafts' | null => {
  const attribute = schema.attributes[name];
  if (attribute === undefined) return null;
  if (attribute.type === 'component') return lookup(attribute.component ?? '') ?? 'drafts';
  if (attribute.type === 'dynamiczone') return 'drafts';
  if (attribute.type === 'media') return lookup('plugin::upload.file') ?? 'drafts';
  if (attribute.type !== 'relation') return null;
  const target = lookup(attribute.target ?? '');
  return target === undefined || target.draftAndPublish ? 'drafts' : target;
};

const filtersReach = (filters: unknown, schema: SchemaView, lookup: SchemaLookup): boolean =>
  asList(filters).some(
    (each) =>
      isRecord(each) &&
      Object.entries(each).some(([name, value]) => {
        if (name.startsWith('$')) return filtersReach(value, schema, lookup);
        const next = step(schema, name, lookup);
        if (next === null) return filtersReach(value, schema, lookup);
        return next === 'drafts' || filtersReach(value, next, lookup);
      }),
  );

const pathReaches = (
  path: readonly string[],
  schema: SchemaView,
  lookup: SchemaLookup,
): boolean => {
  const [name, ...rest] = path;
  if (name === undefined) return false;
  // Strapi sorts types with drafts by a virtual `status`, which tells who has unpublished changes.
  if (name === 'status' && schema.draftAndPublish && !('status' in schema.attributes)) return true;
  const next = step(schema, name, lookup);
  if (next === null) return false;
  return next === 'drafts' || pathReaches(rest, next, lookup);
};

const sortPaths = (sort: unknown): string[][] =>
  asList(sort).flatMap((each) => {
    if (typeof each === 'string') {
      return each.split(',').map((part) => (part.split(':')[0] ?? '').trim().split('.'));
    }
    if (!isRecord(each)) return [];
    return Object.entries(each).flatMap(([name, value]) =>
      isRecord(value) || Array.isArray(value)
        ? sortPaths(value).map((rest) => [...name.split('.'), ...rest])
        : [name.split('.')],
    );
  });

/** Polymorphic relations are populated with drafts and published entries alike, whatever the status. */
const isPolymorphic = ({ type, target }: AttributeView): boolean =>
  type === 'relation' && typeof target !== 'string';

const targetOf = ({ target, component }: AttributeView, lookup: SchemaLookup) =>
  lookup(target ?? component ?? 'plugin::upload.file');

const pathPopulatesDrafts = (
  [name, ...rest]: readonly string[],
  schema: SchemaView,
  lookup: SchemaLookup,
): boolean => {
  if (name === '*') return Object.values(schema.attributes).some(isPolymorphic);
  const attribute = schema.attributes[name ?? ''];
  if (attribute === undefined) return false;
  if (isPolymorphic(attribute)) return true;
  const target = targetOf(attribute, lookup);
  return rest.length > 0 && target !== undefined && pathPopulatesDrafts(rest, target, lookup);
};

const populateReaches = (populate: unknown, schema: SchemaView, lookup: SchemaLookup): boolean => {
  if (!isRecord(populate)) {
    return asList(populate)
      .filter((each) => typeof each === 'string')
      .flatMap((each) => each.split(','))
      .some((path) => pathPopulatesDrafts(path.trim().split('.'), schema, lookup));
  }
  return Object.entries(populate).some(([name, options]) => {
    if (pathPopulatesDrafts([name], schema, lookup)) return true;
    const attribute = schema.attributes[name];
    if (attribute === undefined || !isRecord(options)) return false;
    const target = targetOf(attribute, lookup);
    const fragments = isRecord(options.on) ? Object.entries(options.on) : [];
    return (
      (target !== undefined && paramsReach(options, target, lookup)) ||
      fragments.some(([uid, fragment]) => {
        const component = lookup(uid);
        return (
          isRecord(fragment) && component !== undefined && paramsReach(fragment, component, lookup)
        );
      })
    );
  });
};

const paramsReach = (
  params: Readonly<Record<string, unknown>>,
  schema: SchemaView,
  lookup: SchemaLookup,
): boolean =>
  (params.filters !== undefined && filtersReach(params.filters, schema, lookup)) ||
  (params.sort !== undefined &&
    sortPaths(params.sort).some((path) => pathReaches(path, schema, lookup))) ||
  (params.populate !== undefined && populateReaches(params.populate, schema, lookup));

/** Whether drafts can be seen from a type at all: its own, or those of what it relates to. */
const reachesDrafts = (
  schema: SchemaView,
  lookup: SchemaLookup,
  seen = new Set<SchemaView>(),
): boolean => {
  if (schema.draftAndPublish) return true;
  if (seen.has(schema)) return false;
  seen.add(schema);
  return Object.keys(schema.attributes).some((name) => {
    const next = step(schema, name, lookup);
    return next === 'drafts' || (next !== null && reachesDrafts(next, lookup, seen));
  });
};

/**
 * Whether a query could show drafts, or tell something of them, to a key without drafts: a
 * `status` other than exactly `published`, a filter on the state of publication, a filter or sort
 * through a relation into a type with drafts, or a polymorphic relation to populate. Strapi answers
 * drafts for an empty or unknown status too, so nothing but the one value passes.
 *
 * @param uid - Content type of the route, where it has one; without one only `status` is judged.
 */
export const asksForDrafts = (
  query: Readonly<Record<string, unknown>>,
  uid: string | null,
  lookup: SchemaLookup,
): boolean => {
  const schema = uid === null ? undefined : lookup(uid);
  if (schema !== undefined && !reachesDrafts(schema, lookup)) return false;
  if (query.status !== undefined && query.status !== 'published') return true;
  if (query.publicationFilter !== undefined || query.hasPublishedVersion !== undefined) return true;
  return schema !== undefined && paramsReach(query, schema, lookup);
};
