import type { Core } from '@strapi/strapi';
import { rootFields, type GraphqlDocument } from '../domain/root-fields';
import { RefusedError } from './refused-error';
import type { RequestContext, Requests } from './requests';

/** What is used of a request as Apollo hands it to its plugins. */
interface ApolloRequest {
  readonly request: { readonly query?: string; readonly operationName?: string };
  readonly document: GraphqlDocument;
  readonly contextValue: { readonly koaContext?: RequestContext };
}

interface ApolloPlugin {
  requestDidStart(): Promise<{ didResolveOperation(request: ApolloRequest): Promise<void> }>;
}

const CONFIG = 'plugin::graphql.apolloServer';

/**
 * Counts what could not be counted before: a document that Apollo has stored, and of which a request
 * says the hash alone. It is known once Apollo has found it, and nothing of it has run then.
 */
export const countStoredDocuments = (strapi: Core.Strapi, requests: Requests): void => {
  const plugin: ApolloPlugin = {
    requestDidStart: () =>
      Promise.resolve({
        async didResolveOperation({ request, document, contextValue: { koaContext } }) {
          if (request.query !== undefined || koaContext === undefined) return;
          const further = rootFields(document, request.operationName) - 1;
          if (further === 0) return;
          const refusal = await requests.countFurther(koaContext, further);
          if (refusal !== undefined) throw new RefusedError(refusal);
        },
      }),
  };
  const config = strapi.config.get<{ plugins?: readonly object[] } | undefined>(CONFIG) ?? {};
  strapi.config.set(CONFIG, { ...config, plugins: [...(config.plugins ?? []), plugin] });
};
