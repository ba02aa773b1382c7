/** A request to each admin route that nothing but a permission can refuse. */
import { type Core } from '@strapi/types';

import { APP } from '../../server/src/services/actor';
import { makeRole, serviceOf } from './consumers';
import { type Agent } from './playground';

/** An admin to whom keys and tokens belong. */
export interface AdminOwner {
  id: number;
  documentId: string;
  name: string;
}

type Thing = 'key' | 'token' | 'role' | 'tag';

/** Things of one owner's: made when they are first asked for, and kept for the next who asks. */
export interface Things {
  idOf: (thing: Thing) => Promise<string>;
  /** One that is not kept, since the request ends it. */
  newId: (thing: Thing) => Promise<string>;
  revisionOf: (thing: 'key' | 'token' | 'role') => Promise<number>;
}

interface RouteRequest {
  id?: Thing;
  /** Whoever is let in ends the thing. */
  ends?: true;
  query?: Record<string, string>;
  body?: (things: Things, strapi: Core.Strapi) => Promise<object> | object;
  /** Statuses of who is let in; 200 alone where absent. */
  passes?: readonly number[];
}

let made = 0;
const fresh = () => {
  made += 1;
  return `made ${made}`;
};

const NEXT_YEAR = new Date(Date.now() + 300 * 86_400_000).toISOString();
const CREATED = [201];

const named = () => ({ name: fresh() });
const oneKey = async ({ idOf }: Things) => ({ ids: [await idOf('key')] });
const newKey = async ({ newId }: Things) => ({ ids: [await newId('key')] });
const revised =
  (thing: 'key' | 'token' | 'role', body: () => object = () => ({})) =>
  async ({ revisionOf }: Things) => ({ ...body(), revision: await revisionOf(thing) });

/** By method and path; a route that needs neither id nor query nor body need not stand here. */
const REQUESTS: Record<string, RouteRequest> = {
  'POST /keys': { body: named, passes: CREATED },
  'POST /keys/check-name': { body: named },
  'GET /keys/export': { query: { search: 'nothing' } },
  'POST /keys/selection': { body: oneKey },
  'POST /keys/bulk-revoke': { body: newKey },
  'POST /keys/bulk-delete': { body: newKey },
  'POST /keys/take-over': { body: oneKey },
  'GET /keys/:id': { id: 'key' },
  'PUT /keys/:id': { id: 'key', body: revised('key', named) },
  'DELETE /keys/:id': { id: 'key', ends: true },
  'POST /keys/:id/regenerate': {
    id: 'key',
    body: revised('key', () => ({ expiresAt: null })),
  },
  'POST /keys/:id/revoke': { id: 'key', ends: true, body: () => ({ revision: 0 }) },
  'GET /keys/:id/usage': { id: 'key' },
  'GET /keys/:id/denials': { id: 'key' },
  'GET /keys/:id/permissions': { id: 'key' },
  'GET /keys/:id/activity': { id: 'key' },
  'POST /strapi-tokens/move': { body: () => ({ ids: [999_999] }) },
  'POST /strapi-tokens/move-back': { body: () => ({ ids: ['none'] }) },
  'POST /roles': { body: () => ({ ...named(), kind: 'custom' }), passes: CREATED },
  'GET /roles/:id': { id: 'role' },
  'PUT /roles/:id': { id: 'role', body: revised('role', named) },
  'DELETE /roles/:id': { id: 'role', ends: true },
  'POST /roles/:id/impact': { id: 'role', body: () => ({ change: null }) },
  'POST /tags': { body: named, passes: CREATED },
  'GET /tags/:id': { id: 'tag' },
  'PUT /tags/:id': { id: 'tag', body: named },
  'DELETE /tags/:id': { id: 'tag', ends: true },
  'POST /tags/:id/merge': {
    id: 'tag',
    ends: true,
    body: async ({ idOf }) => ({ into: await idOf('tag') }),
  },
  'POST /my/tokens': { body: named, passes: CREATED },
  'POST /my/tokens/:id/regenerate': {
    id: 'token',
    body: revised('token', () => ({ expiresAt: NEXT_YEAR })),
  },
  'DELETE /my/tokens/:id': { id: 'token', ends: true },
  'PUT /settings': {
    body: async (_, strapi) => {
      const { settings, revision } = await serviceOf(strapi, 'settings').current();
      return { settings, revision };
    },
  },
  'POST /settings/test-rule': { body: () => ({ pattern: '', names: [] }) },
  'POST /settings/test-mail': {
    body: () => ({ to: 'tess@example.com' }),
    // There is no mail server to take it, and some a minute are enough for anybody.
    passes: [502, 429],
  },
  'GET /activity/export': { query: { format: 'json', search: 'nothing' } },
};

/** Routes for which a request stands here. */
export const requestedRoutes = Object.keys(REQUESTS);

/** What the requests are about. */
export const ownThings = (strapi: Core.Strapi, owner: AdminOwner): Things => {
  const keys = serviceOf(strapi, 'keys');
  const roles = serviceOf(strapi, 'roles');
  const actor = { ...APP, user: { ...owner, roleIds: [] } };
  const person = { kind: 'admin', id: owner.documentId } as const;
  const personal = () => serviceOf(strapi, 'personal-tokens').create(person, named(), { actor });
  const make = {
    key: async () => (await keys.create(named(), { actor })).data.id,
    token: async () => (await personal()).data.id,
    role: async () => (await makeRole(strapi)).id,
    tag: async () => (await serviceOf(strapi, 'tags').create(named())).id,
  };
  const kept = new Map<Thing, string>();
  const idOf = async (thing: Thing): Promise<string> => {
    const id = kept.get(thing) ?? (await make[thing]());
    kept.set(thing, id);
    return id;
  };
  return {
    idOf,
    newId: (thing) => make[thing](),
    revisionOf: async (thing) =>
      (await (thing === 'role' ? roles : keys).read(await idOf(thing))).revision,
  };
};

export interface PreparedRequest {
  method: string;
  /** Below the prefix of the API. */
  path: string;
  query: Record<string, string>;
  body: object | undefined;
  passes: readonly number[];
}

/** A request that is valid for whoever owns the things. */
export const requestTo = async (
  strapi: Core.Strapi,
  route: string,
  things: Things,
): Promise<PreparedRequest> => {
  const { id, ends, query = {}, body, passes = [200] } = REQUESTS[route] ?? {};
  const [method = '', template = ''] = route.split(' ');
  const idOf = ends === true ? things.newId : things.idOf;
  const path = id === undefined ? template : template.replace(':id', await idOf(id));
  return {
    method,
    path: `/api-access${path}`,
    query,
    body: await body?.(things, strapi),
    passes,
  };
};

export const sendPrepared = (agent: Agent, { method, path, query, body }: PreparedRequest) => {
  const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
  const request = agent[verb](path).query(query);
  return body === undefined ? request : request.send(body);
};
