import type { Core } from '@strapi/strapi';
import { CONTENT_TYPE_UIDS } from '../content-types';
import type { AttributeView } from '../domain/drafts';
import { countStoredDocuments } from './graphql-stored';
import type { Requests } from './requests';
import type { KeyAuthentication } from './strategy';

interface GraphqlContext {
  readonly state: { readonly auth?: unknown };
}

type Resolve = (parent: unknown, args: object, context: GraphqlContext, info: unknown) => unknown;

interface Field {
  resolve?: Resolve;
}

/** What is used of the built schema, as `graphql` makes it. */
interface Schema {
  getType(name: string): { getFields?(): Record<string, Field> } | undefined;
}

interface ModelView {
  readonly uid: string;
  readonly globalId: string;
  readonly options?: { readonly draftAndPublish?: boolean };
  readonly attributes: Readonly<Record<string, AttributeView>>;
}

interface Naming {
  getTypeName(contentType: object): string;
  getCreateMutationTypeName(contentType: object): string;
  getUpdateMutationTypeName(contentType: object): string;
}

type Guard = (resolve: Resolve) => Resolve;

const modelsOf = (models: object): Map<string, ModelView> =>
  new Map<string, ModelView>(Object.entries(models));

/** A published-only view of what a polymorphic relation answers, which takes no status. */
const isShown = (models: ReadonlyMap<string, ModelView>, entry: unknown): boolean => {
  const { __type: uid, publishedAt } = (entry ?? {}) as { __type?: string; publishedAt?: unknown };
  const hasDrafts = models.get(uid ?? '')?.options?.draftAndPublish ?? true;
  return !hasDrafts || (publishedAt !== null && publishedAt !== undefined);
};

/**
 * Guards drafts in the built schema itself. Strapi's resolvers leave three ways open: mutations
 * take a `status` that nothing validates; a relation in a mutation's answer is read without one;
 * and the filters of a relation are merged over the condition that would keep drafts away
 * (`@strapi/plugin-graphql`, builders/resolvers/association).
 */
const guardSchema = (
  strapi: Core.Strapi,
  authentication: KeyAuthentication,
  schema: Schema,
): void => {
  const { naming } = strapi.plugin('graphql').service<{ naming: Naming }>('utils');
  const contentTypes = modelsOf(strapi.contentTypes);
  const isHeld = ({ state }: GraphqlContext): boolean =>
    authentication.isHeldToPublished(state.auth);

  const mutation =
    (uid: string): Guard =>
    (resolve) =>
    (parent, args, context, info) => {
      authentication.guardQuery(context.state.auth, args, uid);
      return resolve(parent, args, context, info);
    };

  const relation: Guard = (resolve) => (parent, args, context, info) => {
    if (!isHeld(context)) return resolve(parent, args, context, info);
    const { filters } = args as { filters?: unknown };
    const own = filters === undefined || filters === null ? {} : { filters: { and: [filters] } };
    return resolve(parent, { ...args, ...own, status: 'published' }, context, info);
  };

  const polymorphic: Guard = (resolve) => async (parent, args, context, info) => {
    const found = await resolve(parent, args, context, info);
    if (!isHeld(context)) return found;
    if (Array.isArray(found)) {
      return (found as unknown[]).filter((entry) => isShown(contentTypes, entry));
    }
    return isShown(contentTypes, found) ? found : null;
  };

  const guardField = (typeName: string, fieldName: string, guard: Guard): void => {
    const field = schema.getType(typeName)?.getFields?.()[fieldName];
    if (field?.resolve !== undefined) field.resolve = guard(field.resolve);
  };

  const guardAttributes = (typeName: string, { attributes }: ModelView): void => {
    for (const [name, { type, target }] of Object.entries(attributes)) {
      if (type !== 'relation') continue;
      const isPolymorphic = typeof target !== 'string';
      if (!isPolymorphic && contentTypes.get(target)?.options?.draftAndPublish !== true) continue;
      const guard = isPolymorphic ? polymorphic : relation;
      guardField(typeName, name, guard);
      guardField(typeName, `${name}_connection`, guard);
    }
  };

  for (const model of contentTypes.values()) {
    guardAttributes(naming.getTypeName(model), model);
    if (model.options?.draftAndPublish !== true) continue;
    guardField('Mutation', naming.getCreateMutationTypeName(model), mutation(model.uid));
    guardField('Mutation', naming.getUpdateMutationTypeName(model), mutation(model.uid));
  }
  for (const component of modelsOf(strapi.components).values()) {
    guardAttributes(component.globalId, component);
  }
};

interface Extension {
  shadowCRUD(uid: string): { disable(): void };
}

/**
 * Where the app has GraphQL: hides the plugin's content types there, guards drafts, and counts what is
 * asked for against rate limits.
 */
export const joinGraphql = (
  strapi: Core.Strapi,
  requests: Requests,
  authentication: KeyAuthentication,
): void => {
  if (!('graphql' in strapi.plugins)) return;
  countStoredDocuments(strapi, requests);
  const extension = strapi.plugin('graphql').service<Extension>('extension');
  for (const uid of CONTENT_TYPE_UIDS) extension.shadowCRUD(uid).disable();
  const builder = strapi.plugin('graphql').service<{ buildSchema(): Schema }>('content-api');
  const build = builder.buildSchema.bind(builder);
  builder.buildSchema = () => {
    const schema = build();
    guardSchema(strapi, authentication, schema);
    return schema;
  };
};
