import { createRequire } from 'node:module';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { rootFields, type GraphqlDocument } from '../domain/root-fields';
import type { RequestContext } from './requests';
import { routeOf } from './route-state';

type Parse = (text: string, options: { readonly noLocation: true }) => GraphqlDocument;

interface Operation {
  readonly query?: unknown;
  readonly operationName?: unknown;
}

/** The parser that the app's GraphQL reads its documents with; `undefined` where the app has none. */
const parserOf = (strapi: Core.Strapi): Parse | undefined => {
  if (!('graphql' in strapi.plugins)) return undefined;
  const folder = strapi.config.get<string>('enabledPlugins.graphql.pathToPlugin');
  const load = createRequire(path.join(folder, 'package.json'));
  return (load('graphql') as { parse: Parse }).parse;
};

/**
 * What a request counts as against a rate limit: by GraphQL as many as the fields of the root that it
 * asks for, of all its operations where the app lets several be sent at once; else one. Only asked
 * for keys that have a limit, before anything of the request runs.
 */
export const createPoints = (strapi: Core.Strapi) => {
  let parser: Parse | null | undefined;

  const pointsOf = ({ query, operationName }: Operation): number => {
    parser ??= parserOf(strapi) ?? null;
    if (parser === null || typeof query !== 'string') return 1;
    try {
      return rootFields(parser(query, { noLocation: true }), operationName);
    } catch {
      // GraphQL refuses it.
      return 1;
    }
  };

  return (ctx: RequestContext): number => {
    // Strapi's own routes have a config; its handler of GraphQL leaves none.
    if (routeOf(ctx).config !== undefined) return 1;
    const { method, querystring } = ctx.request;
    const { body } = ctx.request as { body?: unknown };
    // As Apollo reads an address. Strapi's own parser stops after a thousand parameters.
    const sent: unknown =
      method === 'GET' ? Object.fromEntries(new URLSearchParams(querystring)) : body;
    const operations: readonly unknown[] = Array.isArray(sent) ? sent : [sent];
    const points = operations.map((each) => pointsOf((each ?? {}) as Operation));
    return Math.max(
      1,
      points.reduce((sum, each) => sum + each, 0),
    );
  };
};
