import {
  ADMIN_ACTIONS,
  actionUid,
  errorBody,
  type AdminAction,
  type IssuedKey,
  type Role,
  type Tag,
} from '../../contracts';
import { changingNothing } from '../support/admin-api';
import { createAdmin, createAdminRole, type SignedInAdmin } from '../support/admins';
import { makeKey, makeRole, serviceOf } from '../support/consumers';
import { type Agent, type Playground, startPlayground } from '../support/playground';

interface Made {
  key: IssuedKey;
  role: Role;
  tag: Tag;
  into: Tag;
}

interface Route {
  /** Each of these permissions opens the route, alone. */
  opens: AdminAction[];
  id?: (made: Made) => string;
  body?: (made: Made) => object;
  status?: number;
}

let made = 0;
const fresh = () => {
  made += 1;
  return `made ${made}`;
};

const keyId = ({ key }: Made) => key.data.id;
const roleId = ({ role }: Made) => role.id;
const tagId = ({ tag }: Made) => tag.id;
const TAGS: AdminAction[] = ['read', 'create-api-access', 'update', 'manage-tags'];

/** Every admin route of the plugin, and who may pass. A new route fails until it stands here. */
const ROUTES: Record<string, Route> = {
  'GET /keys': { opens: ['read', 'create-api-access'] },
  'POST /keys': {
    opens: ['create-api-access'],
    body: () => ({ name: fresh() }),
    status: 201,
  },
  'GET /expiry-policy': { opens: ['create-api-access', 'update', 'regenerate'] },
  'GET /keys/:id': { opens: ['read', 'create-api-access'], id: keyId },
  'PUT /keys/:id': {
    opens: ['update'],
    id: keyId,
    body: () => ({ name: fresh(), revision: 0 }),
  },
  'DELETE /keys/:id': { opens: ['delete'], id: keyId },
  'POST /keys/:id/regenerate': {
    opens: ['regenerate'],
    id: keyId,
    body: () => ({ expiresAt: null, revision: 0 }),
  },
  'POST /keys/:id/revoke': { opens: ['revoke'], id: keyId, body: () => ({ revision: 0 }) },
  'GET /roles': { opens: ['get-role'] },
  'POST /roles': {
    opens: ['create-role'],
    body: () => ({ name: fresh(), kind: 'custom' }),
    status: 201,
  },
  'GET /roles/:id': { opens: ['get-role'], id: roleId },
  'PUT /roles/:id': {
    opens: ['update-role'],
    id: roleId,
    body: () => ({ name: fresh(), revision: 0 }),
  },
  'DELETE /roles/:id': { opens: ['delete-role'], id: roleId },
  'GET /tags': { opens: TAGS },
  'POST /tags': { opens: ['manage-tags'], body: () => ({ name: fresh() }), status: 201 },
  'GET /tags/:id': { opens: TAGS, id: tagId },
  'PUT /tags/:id': { opens: ['manage-tags'], id: tagId, body: () => ({ name: fresh() }) },
  'DELETE /tags/:id': { opens: ['manage-tags'], id: tagId },
  'POST /tags/:id/merge': {
    opens: ['manage-tags'],
    id: tagId,
    body: ({ into }) => ({ into: into.id }),
  },
  'GET /permissions': { opens: ['get-role', 'create-role', 'update-role'] },
};

const ALL = Object.keys(ADMIN_ACTIONS) as AdminAction[];

interface RegisteredRoute {
  method: string;
  path: string;
  config: { auth?: unknown; policies: unknown[] };
}

let playground: Playground;
let tester: SignedInAdmin;
let permit: (actions: readonly AdminAction[]) => Promise<void>;
let author: { id: number; documentId: string; name: string };

beforeAll(async () => {
  playground = await startPlayground();
  const { strapi } = playground;
  const role = await createAdminRole(strapi, { name: 'Tested', actions: [] });
  tester = await createAdmin(playground, { name: 'Tess', roles: [role] });
  const user = (await strapi.db.query('admin::user').findOne({ where: { id: tester.id } })) as {
    documentId: string;
  };
  author = { id: tester.id, documentId: user.documentId, name: 'Tess Tester' };
  const roles = strapi.service('admin::role') as unknown as {
    assignPermissions: (id: number, permissions: object[]) => Promise<unknown>;
  };
  permit = async (actions) => {
    await roles.assignPermissions(
      role.id,
      actions.map((action) => ({
        action: actionUid(action),
        subject: null,
        properties: {},
        conditions: [],
      })),
    );
  };
});

afterAll(async () => {
  await playground.stop();
});

/** A key of the tester's own, and a role and tags, that nobody has touched. */
const make = async (): Promise<Made> => {
  const { strapi } = playground;
  const tags = serviceOf(strapi, 'tags');
  const actor = { user: author, mayReceiveClearText: true, can: () => true };
  return {
    key: await serviceOf(strapi, 'keys').create({ name: fresh() }, { actor }),
    role: await makeRole(strapi),
    tag: await tags.create({ name: fresh() }),
    into: await tags.create({ name: fresh() }),
  };
};

const call = (agent: Agent, route: string, things: Made) => {
  const { id, body } = ROUTES[route] ?? { opens: [] };
  const [method = '', path = ''] = route.split(' ');
  const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
  const request = agent[verb](`/api-access${path.replace(':id', id?.(things) ?? '')}`);
  return body === undefined ? request : request.send(body(things));
};

const registered = (): RegisteredRoute[] => {
  const { routes } = playground.strapi.plugin('api-access') as unknown as {
    routes: { admin: { type: string; routes: RegisteredRoute[] } };
  };
  expect(routes.admin.type).toBe('admin');
  return routes.admin.routes;
};

describe('the admin routes', () => {
  it('all stand in the table of this test', () => {
    expect(registered().map(({ method, path }) => `${method} ${path}`)).toEqual(
      Object.keys(ROUTES),
    );
  });

  it('all ask who is there, and for a permission that exists', () => {
    for (const { config, path } of registered()) {
      expect([path, config.auth]).not.toEqual([path, false]);
      expect(config.policies).toEqual([
        'admin::isAuthenticatedAdmin',
        {
          name: 'plugin::api-access.can',
          config: { anyOf: expect.arrayContaining([expect.any(String)]) as string[] },
        },
      ]);
    }
    const asked = Object.values(ROUTES).flatMap(({ opens }) => opens);
    expect(ALL).toEqual(expect.arrayContaining(asked));
    expect(asked).toEqual(expect.arrayContaining(ALL));
  });
});

describe.each(Object.entries(ROUTES))('%s', (route, { opens, status = 200 }) => {
  it.each(opens)('opens to %s alone', async (action) => {
    await permit([action]);
    const response = await call(tester.agent, route, await make());

    expect([response.status, response.body]).toEqual([status, expect.anything()]);
  });

  it('stays shut to every other permission together', async () => {
    await permit(ALL.filter((action) => !opens.includes(action)));
    const things = await make();
    const response = await changingNothing(playground.strapi, () =>
      call(tester.agent, route, things),
    );

    expect(response.status).toBe(403);
    const { error } = errorBody.parse(response.body);
    expect(error.details).toEqual({ code: 'not_permitted', errors: [] });
    const { details } = (response.body as { error: { details: { required: string[] } } }).error;
    expect(details.required.sort()).toEqual(opens.map((action) => actionUid(action)).sort());
  });

  it('stays shut to whoever is not signed in, and to keys of the content API', async () => {
    const { strapi, request, as } = playground;
    const { token } = await makeKey(strapi, { roles: ['full-access'] });
    const things = await make();
    await changingNothing(strapi, async () => {
      expect((await call(request, route, things)).status).toBe(401);
      expect((await call(as(token), route, things)).status).toBe(401);
      expect((await call(as('nonsense'), route, things)).status).toBe(401);
      const withHeader = call(request, route, things).set('x-api-key', token);
      expect((await withHeader).status).toBe(401);
    });
  });
});
