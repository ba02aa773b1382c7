import type { Core, UID } from '@strapi/strapi';
import { asksForDrafts, type AttributeView, type SchemaView } from '../domain/drafts';

/** Keeps drafts from keys whose roles do not allow them. */
export const createDrafts = ({ strapi }: { strapi: Core.Strapi }) => {
  const views = new Map<string, SchemaView | undefined>();
  const models = new Map<string, string | null>();

  const view = (uid: string): SchemaView | undefined => {
    const model =
      strapi.contentTypes[uid as UID.ContentType] ?? strapi.components[uid as UID.Component];
    if (model === undefined) return undefined;
    return {
      draftAndPublish: model.options?.draftAndPublish === true,
      attributes: model.attributes satisfies Record<string, AttributeView>,
    };
  };

  const lookup = (uid: string): SchemaView | undefined => {
    if (!views.has(uid)) views.set(uid, view(uid));
    return views.get(uid);
  };

  return {
    /** The content type that an action belongs to (`api::article.article.find`), if it is one. */
    modelOf(action: string): string | null {
      const found = models.get(action);
      if (found !== undefined) return found;
      const uid = action.slice(0, action.lastIndexOf('.'));
      // Strapi gathers all its content types anew each time that they are asked for.
      const model = uid in strapi.contentTypes ? uid : null;
      models.set(action, model);
      return model;
    },

    /** @param uid - Content type or component that the query is for; `null` where it is for none. */
    areAskedFor(query: Readonly<Record<string, unknown>>, uid: string | null): boolean {
      return Object.keys(query).length > 0 && asksForDrafts(query, uid, lookup);
    },
  };
};

export type Drafts = ReturnType<typeof createDrafts>;
