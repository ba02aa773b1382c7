/** What is looked at of an attribute in a content type's or component's schema. */
export interface RelationAttribute {
  readonly type: string;
  /** Of a relation; absent where it is polymorphic. */
  readonly target?: string;
  /** Of a component. */
  readonly component?: string;
  /** Of a dynamic zone. */
  readonly components?: readonly string[];
  /** Stripped from every answer. */
  readonly private?: boolean;
}

export type AttributesByUid = ReadonlyMap<string, Readonly<Record<string, RelationAttribute>>>;

export interface NeededRelation {
  readonly field: string;
  readonly action: string;
}

const componentsOf = ({ type, component, components }: RelationAttribute): readonly string[] => {
  if (type === 'component' && component !== undefined) return [component];
  return type === 'dynamiczone' ? (components ?? []) : [];
};

const targetsOf = (
  attributes: Readonly<Record<string, RelationAttribute>>,
  prefix = '',
): { field: string; target: string }[] =>
  Object.entries(attributes).flatMap(([name, attribute]) =>
    attribute.type === 'relation' && attribute.target !== undefined && attribute.private !== true
      ? [{ field: `${prefix}${name}`, target: attribute.target }]
      : [],
  );

/** An answer of this one holds no entry. */
const WITHOUT_ANSWER = new Set(['delete']);

/**
 * The relations that the answers of an action can hold, and the action that Strapi's sanitizers
 * ask a caller for before they leave each of them in: `find` of what it leads to
 * (`@strapi/utils`, sanitize/visitors/remove-restricted-relations). Looks one component deep.
 *
 * @param action - As `api::article.article.find`.
 * @param types - Attributes of content types and components by uid.
 * @param exists - Whether an action exists in the content API.
 */
export const relationsOf = (
  action: string,
  types: AttributesByUid,
  exists: (action: string) => boolean,
): NeededRelation[] => {
  const at = action.lastIndexOf('.');
  const attributes = types.get(action.slice(0, at));
  if (attributes === undefined || WITHOUT_ANSWER.has(action.slice(at + 1))) return [];
  const nested = Object.entries(attributes).flatMap(([name, attribute]) =>
    componentsOf(attribute).flatMap((uid) => targetsOf(types.get(uid) ?? {}, `${name}.`)),
  );
  const needed = new Map<string, NeededRelation>();
  for (const { field, target } of [...targetsOf(attributes), ...nested]) {
    const find = `${target}.find`;
    if (find === action || !exists(find)) continue;
    needed.set(`${field} ${find}`, { field, action: find });
  }
  return [...needed.values()];
};
