import { writeFileSync } from 'node:fs';

import {
  ADMIN_ACTIONS,
  actionUid,
  type AdminAction,
  entitlementEndpoint,
  errorBody,
  keyEndpoints,
  whoamiEndpoint,
} from '../../contracts';
import type { EntitlementUser } from '../../server/src/types';
import { answerOf, changingNothing, refusalOf } from '../support/admin-api';
import { createAdmin, createAdminRole } from '../support/admins';
import { bearer, makeKey, send, serviceOf } from '../support/consumers';
import { captureLog } from '../support/log-capture';
import { temporaryFolder } from '../support/playground-env';
import { type Agent, type Playground, startPlayground } from '../support/playground';

const UPGRADE = { reason: 'Part of the plan Pro.', upgradeUrl: 'https://example.com/pro' };
const REFUSED = JSON.stringify({ allowed: false, ...UPGRADE });
const ALLOWED = 'true';

const folder = temporaryFolder();
const switchFile = `${folder.path}/entitlement`;
const answers = (to: string) => {
  writeFileSync(switchFile, to);
};

let playground: Playground;
let program: Agent;

/** A program that may do everything the plugin has a permission for. */
const makeProgram = async (): Promise<Agent> => {
  const response = await playground.admin.post('/admin/admin-tokens').send({
    name: 'Provisioning',
    description: '',
    lifespan: null,
    adminPermissions: Object.keys(ADMIN_ACTIONS).map((action) => ({
      action: actionUid(action as AdminAction),
      subject: null,
      properties: {},
      conditions: [],
    })),
  });
  return playground.as((response.body as { data: { accessKey: string } }).data.accessKey);
};

beforeAll(async () => {
  answers(ALLOWED);
  playground = await startPlayground({ env: { PLAYGROUND_ENTITLEMENT: `file:${switchFile}` } });
  program = await makeProgram();
});

afterAll(async () => {
  await playground.stop();
  folder.remove();
});

beforeEach(() => {
  answers(ALLOWED);
});

/** Every admin route of the plugin but the one that tells whether one is entitled. */
const routes = (): string[] => {
  const { routes: all } = playground.strapi.plugin('api-access') as unknown as {
    routes: { admin: { routes: { method: string; path: string }[] } };
  };
  return all.admin.routes
    .map(({ method, path }) => `${method} ${path}`)
    .filter((route) => route !== 'GET /entitlement');
};

const ask = (agent: Agent, route: string) => {
  const [method = '', path = ''] = route.split(' ');
  const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
  return agent[verb](`/api-access${path.replace(':id', 'none')}`);
};

const statusesOf = async (agent: Agent) => {
  const statuses: Record<string, number> = {};
  for (const route of routes()) statuses[route] = (await ask(agent, route)).status;
  return statuses;
};

describe('where the config’s entitlement refuses', () => {
  it('every admin route says so with its own code, the reason and the link, and does nothing', async () => {
    answers(REFUSED);
    const { admin, strapi } = playground;
    expect(routes().length).toBeGreaterThan(40);
    await changingNothing(strapi, async () => {
      for (const route of routes()) {
        const response = await ask(admin, route);
        const { error } = errorBody.parse(response.body);
        expect([route, response.status, error]).toEqual([
          route,
          403,
          {
            status: 403,
            name: 'PolicyError',
            message: 'Upgrade required: this app does not let you use API Access.',
            details: { code: 'not_entitled', errors: [], ...UPGRADE },
          },
        ]);
      }
    });
  });

  it('a program with an admin API token is refused, too', async () => {
    expect((await ask(program, 'GET /keys')).status).toBe(200);
    answers(REFUSED);

    expect(new Set(Object.values(await statusesOf(program)))).toEqual(new Set([403]));
  });

  it('the panel is told, as long as somebody has a permission at all', async () => {
    answers(REFUSED);
    const role = await createAdminRole(playground.strapi, { name: 'None', actions: [] });
    const nobody = await createAdmin(playground, { name: 'Nora', roles: [role] });

    expect((await answerOf(playground.admin, entitlementEndpoint)).data).toEqual({
      allowed: false,
      ...UPGRADE,
    });
    expect(await refusalOf(nobody.agent, entitlementEndpoint)).toMatchObject({
      code: 'not_permitted',
    });
    expect((await ask(playground.request, 'GET /entitlement')).status).toBe(401);
  });

  it('keys of the content API, whoami and the app’s own code go on working', async () => {
    const { strapi, url } = playground;
    const { data, token } = await makeKey(strapi, { roles: ['read-only'] });
    answers(REFUSED);

    expect((await send(`${url}/api/articles`, bearer(token))).status).toBe(200);
    const whoami = await send(`${url}/api/api-access${whoamiEndpoint.path}`, bearer(token));
    expect(whoami.status).toBe(200);
    const made = await serviceOf(strapi, 'keys').create({ name: 'by the app' });
    expect(made.token).toBeTruthy();
    await serviceOf(strapi, 'keys').revoke(data.id, { revision: data.revision });
    expect((await send(`${url}/api/articles`, bearer(token))).status).toBe(401);
  });

  it('the other pages of Strapi’s panel go on working', async () => {
    answers(REFUSED);

    expect((await playground.admin.get('/admin/users/me')).status).toBe(200);
  });

  it('a missing permission is told first, and a stranger is asked to sign in', async () => {
    answers(REFUSED);
    const role = await createAdminRole(playground.strapi, {
      name: 'Few',
      actions: [actionUid('get-role')],
    });
    const few = await createAdmin(playground, { name: 'Fay', roles: [role] });

    expect((await refusalOf(few.agent, keyEndpoints.list)).code).toBe('not_permitted');
    expect(new Set(Object.values(await statusesOf(playground.request)))).toEqual(new Set([401]));
  });
});

describe('a change of the answer', () => {
  it('holds from the next request on, both ways', async () => {
    const { admin } = playground;
    const status = async () => (await ask(admin, 'GET /keys')).status;
    const seen: number[] = [];
    for (const answer of [ALLOWED, 'false', ALLOWED, REFUSED, '{"allowed":true}']) {
      answers(answer);
      seen.push(await status());
    }

    expect(seen).toEqual([200, 403, 200, 403, 200]);
  });
});

describe('an entitlement that fails', () => {
  it.each([
    ['throws', 'throws', 'failed (Error)'],
    ['hangs', 'hangs', 'did not answer within 2000 ms'],
    ['answers nonsense', '"yes"', 'answered neither true, false nor { allowed }'],
    ['answers no JSON', 'what?', 'failed (SyntaxError)'],
  ])('refuses with one log line where it %s', async (_how, answer, what) => {
    answers(answer);
    const log = captureLog();
    const response = await ask(playground.admin, 'GET /keys');
    log.stop();

    expect(response.status).toBe(403);
    expect(errorBody.parse(response.body).error.details).toEqual({
      code: 'not_entitled',
      errors: [],
      reason: null,
      upgradeUrl: null,
    });
    const lines = log
      .text()
      .split('\n')
      .filter((line) => line.trim() !== '');
    expect(lines).toEqual([
      expect.stringContaining(`api-access: the config's entitlement ${what}, which refuses.`),
    ]);
    expect(log.text()).not.toContain('do-not-log-me');
    answers(ALLOWED);
    expect((await ask(playground.admin, 'GET /keys')).status).toBe(200);
  });
});

describe('the config’s entitlement', () => {
  it('is told who asks: the admin with their roles, and nobody for a program', async () => {
    const { strapi } = playground;
    const asked: { strapi: unknown; user: EntitlementUser | null }[] = [];
    const former: unknown = strapi.config.get('plugin::api-access.entitlement');
    const role = await createAdminRole(strapi, { name: 'Reviewers', actions: [actionUid('read')] });
    const rita = await createAdmin(playground, { name: 'Rita', roles: [role] });
    strapi.config.set('plugin::api-access.entitlement', (context: (typeof asked)[number]) => {
      asked.push(context);
      return true;
    });
    try {
      expect((await ask(rita.agent, 'GET /keys')).status).toBe(200);
      expect((await ask(program, 'GET /keys')).status).toBe(200);
    } finally {
      strapi.config.set('plugin::api-access.entitlement', former);
    }

    expect(asked.map(({ user }) => user)).toEqual([
      {
        id: rita.id,
        documentId: expect.any(String) as string,
        email: 'rita@example.com',
        roles: ['Reviewers'],
      },
      null,
    ]);
    expect(asked.every((context) => context.strapi === strapi)).toBe(true);
  });
});
