import supertest from 'supertest';

import {
  ADMIN_ACTIONS,
  actionUid,
  errorBody,
  isAdminAction,
  type AdminAction,
} from '../../contracts';
import { APP } from '../../server/src/services/actor';
import { changingNothing } from '../support/admin-api';
import { makeKey, makeRole, serviceOf } from '../support/consumers';
import { makeApiToken, makeEndUser } from '../support/end-users';
import {
  documentedActions,
  documentedRoutes,
  type DocumentedRoute,
} from '../support/permission-table';
import { openPersonalTokens } from '../support/personal-tokens';
import { type Agent, type Playground, startPlayground } from '../support/playground';
import { type Caller, startCallers } from '../support/route-callers';
import {
  ownThings,
  requestedRoutes,
  requestTo,
  sendPrepared,
  type PreparedRequest,
} from '../support/route-requests';
import { saveRules } from '../support/rules';

const ALL = Object.keys(ADMIN_ACTIONS).filter(isAdminAction);
const ROUTES = documentedRoutes();

/** Every smallest set of permissions that opens some route. */
const OPENING = [
  ...new Set(
    ROUTES.flatMap(({ opens, besides }) => opens.map((one) => [one, ...besides].join(' and '))),
  ),
];

let playground: Playground;
let callers: Awaited<ReturnType<typeof startCallers>>;

beforeAll(async () => {
  playground = await startPlayground();
  const { strapi } = playground;
  await openPersonalTokens(strapi, { maxTokens: 100, roles: [(await makeRole(strapi)).id] });
  callers = await startCallers(playground);
});

afterAll(async () => {
  await playground.stop();
});

const PASSED = 'passed';

const refusal = (code: string, required: readonly string[] = []) =>
  `403 ${[code, ...[...required].sort()].join(' ')}`;

/** What the page says of a caller. */
const documented = (
  { opens, besides, holdsToken }: DocumentedRoute,
  { actions, isProgram }: Caller,
  mayHaveClearText: boolean,
): string => {
  if (!opens.some((action) => actions.includes(action))) {
    return refusal(
      'not_permitted',
      opens.map((action) => actionUid(action)),
    );
  }
  if (isProgram && holdsToken && !mayHaveClearText) return refusal('clear_text_not_permitted');
  const isRefused = besides.some((action) => !actions.includes(action));
  return isRefused ? refusal('roles_not_permitted') : PASSED;
};

const answered = async (agent: Agent, request: PreparedRequest): Promise<string> => {
  const response = await sendPrepared(agent, request);
  const body: unknown = response.body;
  if (request.passes.includes(response.status)) return PASSED;
  if (response.status !== 403) return `${response.status} ${JSON.stringify(body)}`;
  const { required } = (body as { error: { details: { required?: string[] } } }).error.details;
  return refusal(errorBody.parse(body).error.details.code, required);
};

/** Calls routes, and first those that are to refuse, which may change nothing. */
const walk = async (
  caller: Caller,
  {
    routes = ROUTES,
    mayHaveClearText = false,
  }: { routes?: DocumentedRoute[]; mayHaveClearText?: boolean } = {},
) => {
  const { strapi } = playground;
  const { agent, owner } = caller;
  const things = ownThings(strapi, owner);
  const said = Object.fromEntries(
    routes.map((each) => [each.route, documented(each, caller, mayHaveClearText)]),
  );
  const heard: Record<string, string> = {};
  const [open, closed] = [true, false].map((passes) =>
    Object.keys(said).filter((route) => (said[route] === PASSED) === passes),
  );
  const requests: [string, PreparedRequest][] = [];
  for (const route of closed ?? []) requests.push([route, await requestTo(strapi, route, things)]);
  await changingNothing(strapi, async () => {
    for (const [route, request] of requests) heard[route] = await answered(agent, request);
  });
  for (const route of open ?? []) {
    heard[route] = await answered(agent, await requestTo(strapi, route, things));
  }
  return { said, heard };
};

interface RegisteredRoute {
  method: string;
  path: string;
  config: { auth?: unknown; policies: unknown[] };
}

const registered = (): RegisteredRoute[] => {
  const { routes } = playground.strapi.plugin('api-access') as unknown as {
    routes: { admin: { type: string; routes: RegisteredRoute[] } };
  };
  expect(routes.admin.type).toBe('admin');
  return routes.admin.routes;
};

const documentedNames = () => ROUTES.map(({ route }) => route).sort();

describe('the page about permissions', () => {
  it('has every admin route of the plugin, once, and no other', () => {
    const names = registered().map(({ method, path }) => `${method} ${path}`);

    expect(documentedNames()).toEqual(names.sort());
    expect(documentedNames()).toEqual(expect.arrayContaining(requestedRoutes));
  });

  it('has whatever the server answers at that address', () => {
    const layers = playground.strapi.server.listRoutes() as { path: string; methods: string[] }[];
    const served = layers
      .filter(({ path }) => /^\/api-access(\/|$)/.test(path))
      .flatMap(({ path, methods }) =>
        methods.map((method) => `${method} ${path.replace('/api-access', '')}`),
      );

    // What answers GET answers HEAD, by the same way.
    expect(served.filter((name) => !name.startsWith('HEAD ')).sort()).toEqual(documentedNames());
  });

  it('names every permission as the role editor does', () => {
    const { actionProvider } = playground.strapi.service('admin::permission') as unknown as {
      actionProvider: { values: () => { actionId: string; displayName: string }[] };
    };
    const own = actionProvider
      .values()
      .filter(({ actionId }) => actionId.startsWith('plugin::api-access.'))
      .map(({ actionId, displayName }) => [actionId.split('.')[1], displayName]);

    expect(documentedActions()).toEqual(Object.fromEntries(own));
  });
});

describe('the admin routes', () => {
  it('all ask who is there, and for a permission', () => {
    for (const { config, path } of registered()) {
      expect([path, config.auth]).not.toEqual([path, false]);
      expect(config.policies).toEqual([
        'admin::isAuthenticatedAdmin',
        {
          name: 'plugin::api-access.can',
          config: { anyOf: expect.arrayContaining([expect.any(String)]) as string[] },
        },
        // Who is not entitled must be told so.
        ...(path === '/entitlement' ? [] : ['plugin::api-access.entitled']),
      ]);
    }
  });

  it('leave no permission without a use', () => {
    expect(new Set(OPENING.flatMap((set) => set.split(' and ')))).toEqual(new Set(ALL));
  });
});

const actionsIn = (set: string) => set.split(' and ').filter(isAdminAction);
const allBut = (action: AdminAction) => ALL.filter((each) => each !== action);

describe('an admin passes where the page says so', () => {
  it.each([...new Set([...ALL, ...OPENING])])('with %s alone', async (set) => {
    const { said, heard } = await walk(await callers.asAdmin(actionsIn(set)));

    expect(heard).toEqual(said);
  });

  it.each(ALL)('with all but %s', async (action) => {
    const { said, heard } = await walk(await callers.asAdmin(allBut(action)));

    expect(heard).toEqual(said);
  });
});

describe('an admin without any permission', () => {
  it('passes nowhere', async () => {
    const { said, heard } = await walk(await callers.asAdmin([]));

    expect(Object.values(said)).not.toContain(PASSED);
    expect(heard).toEqual(said);
  });
});

describe('a program with an admin API token passes where the page says so', () => {
  it.each([...new Set([...ALL, ...OPENING])])('with %s alone', async (set) => {
    const { said, heard } = await walk(await callers.asProgram(actionsIn(set)));

    expect(heard).toEqual(said);
  });

  it.each(ALL)('with all but %s, at the routes that speak of it', async (action) => {
    const routes = ROUTES.filter(({ opens, besides }) => [...opens, ...besides].includes(action));
    const { said, heard } = await walk(await callers.asProgram(allBut(action)), { routes });

    expect(heard).toEqual(said);
  });

  it('everywhere with all of them, once Rules & notices allow it clear texts', async () => {
    await saveRules(playground.admin, { clearTextForAdminTokens: true });
    const { said, heard } = await walk(await callers.asProgram(ALL), { mayHaveClearText: true });
    await saveRules(playground.admin, { clearTextForAdminTokens: false });

    expect(new Set(Object.values(said))).toEqual(new Set([PASSED]));
    expect(heard).toEqual(said);
  });
});

const fullKey = async () => (await makeKey(playground.strapi, { roles: ['full-access'] })).token;

/** Who is no admin, whatever they may do in the content API. */
const STRANGERS: Record<string, () => Promise<Agent> | Agent> = {
  'who is not signed in': () => playground.request,
  'who sends nonsense': () => playground.as('nonsense'),
  'a key with full access': async () => playground.as(await fullKey()),
  'a key with full access, in x-api-key': async () => {
    return supertest.agent(playground.url).set('x-api-key', await fullKey());
  },
  'the personal token of a Super Admin': async () => {
    const { strapi, as } = playground;
    const owner = { kind: 'admin', id: callers.ada.documentId } as const;
    const actor = { ...APP, user: { ...callers.ada, roleIds: [] } };
    const tokens = serviceOf(strapi, 'personal-tokens');
    return as((await tokens.create(owner, { name: 'Personal' }, { actor })).token);
  },
  'an API token of Strapi for the content API': async () =>
    playground.as(await makeApiToken(playground.strapi, { name: 'Built in', type: 'full-access' })),
  'an end user': async () => {
    const { strapi, url, as } = playground;
    return as((await makeEndUser(strapi, url, 'ursula')).jwt);
  },
};

describe.each(Object.entries(STRANGERS))('%s', (_, stranger) => {
  it('is turned away by every admin route', async () => {
    const { strapi } = playground;
    const agent = await stranger();
    const things = ownThings(strapi, callers.ada);
    const requests: PreparedRequest[] = [];
    for (const { route } of ROUTES) requests.push(await requestTo(strapi, route, things));
    const statuses = await changingNothing(strapi, async () => {
      const found: Record<string, number> = {};
      for (const request of requests) {
        found[`${request.method} ${request.path}`] = (await sendPrepared(agent, request)).status;
      }
      return found;
    });

    expect(Object.entries(statuses).filter(([, status]) => status !== 401)).toEqual([]);
    expect(Object.keys(statuses)).toHaveLength(ROUTES.length);
  });
});
