import type { Core } from '@strapi/strapi';
import { CONTENT_TYPE_UIDS } from '../content-types';
import type { KeyAuthentication } from './strategy';

type Resolve = (parent: unknown, args: object, context: GraphqlContext, info: unknown) => unknown;

interface GraphqlContext {
  readonly state: { readonly auth?: unknown };
}

interface ContentTypeView {
  readonly uid: string;
  readonly options?: { readonly draftAndPublish?: boolean };
}

interface Extension {
  shadowCRUD(uid: string): { disable(): void };
  use(config: { resolversConfig: Record<string, object> }): unknown;
}

interface Naming {
  getCreateMutationTypeName(contentType: object): string;
  getUpdateMutationTypeName(contentType: object): string;
}

/** Mutations take a `status` too, and answer with what they wrote; no validator sees it. */
const guardMutations = (strapi: Core.Strapi, authentication: KeyAuthentication): void => {
  const { naming } = strapi.plugin('graphql').service<{ naming: Naming }>('utils');
  const resolversConfig: Record<string, object> = {};
  const contentTypes = new Map<string, ContentTypeView>(Object.entries(strapi.contentTypes));
  for (const contentType of contentTypes.values()) {
    if (contentType.options?.draftAndPublish !== true) continue;
    const guard = (
      resolve: Resolve,
      parent: unknown,
      args: object,
      context: GraphqlContext,
      info: unknown,
    ): unknown => {
      authentication.guardQuery(context.state.auth, args, contentType.uid);
      return resolve(parent, args, context, info);
    };
    for (const name of [
      naming.getCreateMutationTypeName(contentType),
      naming.getUpdateMutationTypeName(contentType),
    ]) {
      resolversConfig[`Mutation.${name}`] = { middlewares: [guard] };
    }
  }
  strapi.plugin('graphql').service<Extension>('extension').use({ resolversConfig });
};

/** Where the app has GraphQL: hides the plugin's content types there, and guards drafts. */
export const joinGraphql = (strapi: Core.Strapi, authentication: KeyAuthentication): void => {
  if (!('graphql' in strapi.plugins)) return;
  const extension = strapi.plugin('graphql').service<Extension>('extension');
  for (const uid of CONTENT_TYPE_UIDS) extension.shadowCRUD(uid).disable();
  guardMutations(strapi, authentication);
};
