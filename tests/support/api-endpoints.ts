/** The endpoints that the plugin registers, each with the contract that it is made from. */
import { type Core } from '@strapi/types';

import * as contracts from '../../contracts';
import { routes } from '../../server/src/routes';

interface Registered {
  readonly method: string;
  readonly path: string;
}

/** One contract, by the name that it has in `contracts/`: `['keyEndpoints', 'list']`. */
export interface NamedEndpoint {
  readonly name: readonly [string, ...string[]];
  readonly contract: contracts.Endpoint;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isEndpoint = (value: unknown): value is contracts.Endpoint =>
  isObject(value) && 'method' in value && 'path' in value && 'response' in value;

/** Every contract, group by group. */
export const ENDPOINTS: readonly NamedEndpoint[] = Object.entries(contracts).flatMap(
  ([group, value]: [string, unknown]): NamedEndpoint[] => {
    if (isEndpoint(value)) return [{ name: [group], contract: value }];
    if (!group.endsWith('Endpoints') || !isObject(value)) return [];
    return Object.entries(value).flatMap(([name, contract]: [string, unknown]) =>
      isEndpoint(contract) ? [{ name: [group, name] as const, contract }] : [],
    );
  },
);

export const routeOf = ({ method, path }: Registered): string => `${method} ${path}`;

/** Where each side mounts them; `/api` is the prefix of an app that has chosen no other. */
export const PREFIXES = { admin: '/api-access', content: '/api/api-access' } as const;

/** Who is asked: Strapi's admin API, or its content API. */
export type Side = keyof typeof PREFIXES;

const APP = { plugins: { [contracts.USERS_PERMISSIONS]: {} } } as unknown as Core.Strapi;

/** Method and path of what is registered, in an app that has end users, as in `GET /keys/:id`. */
export const registeredRoutes = (side: Side): string[] => {
  const { admin, 'content-api': content } = routes;
  const registered: readonly Registered[] =
    side === 'admin' ? admin.routes : content({ strapi: APP }).routes;
  return registered.map(routeOf);
};

/** The heading of an endpoint in the docs, as in `GET /api-access/keys/:id`. */
export const headingOf = (side: Side, { method, path }: Registered): string =>
  `${method} ${PREFIXES[side]}${path}`;

/** Those of one side, in the order in which they are registered. */
export const endpointsOf = (side: Side): NamedEndpoint[] =>
  registeredRoutes(side).flatMap((route) =>
    ENDPOINTS.filter(({ contract }) => routeOf(contract) === route),
  );
