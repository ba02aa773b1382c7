import { type KeyPolicy } from '../../contracts';
import { type Answer, apiKey, bearer, send } from '../support/consumers';
import { describeOn } from '../support/database-servers';
import { race } from '../support/race';
import { type RemoteAdmin } from '../support/remote-admin';
import {
  nextName,
  type MadeKey,
  type RulesNodes,
  said,
  saidAt,
  startRulesNodes,
} from '../support/rules-nodes';

const DAY_MS = 86_400_000;
const HOUR_SECONDS = 3600;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
const all = (what: string) => [what, what, what];

const create = (body: object) => (person: RemoteAdmin) =>
  person('/keys', 'POST', { name: nextName('free'), ...body });

describeOn('postgres', 'three nodes, of which one saves Rules & notices', () => {
  let app: RulesNodes;

  beforeAll(async () => {
    app = await startRulesNodes();
  });

  afterAll(async () => {
    await app.stop();
  });

  beforeEach(async () => {
    app.entitle('true');
    await app.save({
      namingRules: [],
      assignableRoles: [],
      expiry: { required: false, defaultDays: null, maxDays: null },
      rateLimit: null,
    });
  });

  const ruleOf = (prefix: string) => [
    { adminRole: app.adminRole, pattern: `(free|${prefix})-[a-z0-9-]+`, example: `${prefix}-app` },
  ];

  it('obey a naming rule from the moment that it is added, changed or removed', async () => {
    for (const allowed of ['prod', 'dev', 'any']) {
      await app.save({ namingRules: allowed === 'any' ? [] : ruleOf(allowed) });
      for (const tried of ['prod', 'dev']) {
        const refusal = allowed === 'any' || allowed === tried ? null : 'name_not_allowed';
        const name = () => nextName(tried);
        const rename = async (person: RemoteAdmin) => {
          const { id, revision } = (await app.makeKey()).data;
          return person(`/keys/${id}`, 'PUT', { name: name(), revision });
        };
        const check = async (person: RemoteAdmin) => {
          const { body } = await person('/keys/check-name', 'POST', { name: name() });
          return (body as { data: { code: string | null } }).data.code;
        };

        expect(await saidAt(app.held, (person) => create({ name: name() })(person))).toEqual(
          all(refusal ?? '201'),
        );
        expect(await saidAt(app.held, rename)).toEqual(all(refusal ?? '200'));
        expect(await Promise.all(app.held.map(check))).toEqual([refusal, refusal, refusal]);
      }
    }
  });

  it('obey a list of assignable API roles', async () => {
    const { reader, writer, adminRole } = app;
    const listOf = (roles: string[]) => [{ adminRole, roles }];
    for (const [assignableRoles, may] of [
      [listOf([reader]), [reader]],
      [listOf([]), []],
      [[], [reader, writer]],
    ] as const) {
      await app.save({ assignableRoles: [...assignableRoles] });
      for (const role of [reader, writer]) {
        const refusal = (may as readonly string[]).includes(role) ? null : 'role_not_assignable';
        const edit = async (person: RemoteAdmin) => {
          const { id, revision } = (await app.makeKey()).data;
          return person(`/keys/${id}`, 'PUT', { roles: [role], revision });
        };
        const regenerate = async (person: RemoteAdmin) => {
          const { id, revision } = (await app.makeKey({ roles: [role] })).data;
          return person(`/keys/${id}/regenerate`, 'POST', { expiresAt: null, revision });
        };

        expect(await saidAt(app.held, create({ roles: [role] }))).toEqual(all(refusal ?? '201'));
        expect(await saidAt(app.held, edit)).toEqual(all(refusal ?? '200'));
        expect(await saidAt(app.held, regenerate)).toEqual(all(refusal ?? '200'));
      }
    }
  });

  it('obey the expiry that is asked of keys', async () => {
    for (const [expiry, never, long] of [
      [{ required: true, defaultDays: 5, maxDays: 10 }, 'expiry_required', 'expiry_too_late'],
      [{ required: false, defaultDays: 5, maxDays: 30 }, 'expiry_required', '201'],
      [{ required: false, defaultDays: null, maxDays: null }, '201', '201'],
    ] as const) {
      await app.save({ expiry });
      const policies = await Promise.all(app.held.map((person) => person('/keys/policy')));
      expect(policies.map(({ body }) => (body as { data: KeyPolicy }).data.expiry)).toEqual(
        [1, 2, 3].map(() => expiry),
      );
      expect(await saidAt(app.held, create({ expiresAt: inDays(9) }))).toEqual(all('201'));
      expect(await saidAt(app.held, create({ expiresAt: inDays(20) }))).toEqual(all(long));
      expect(await saidAt(app.held, create({ expiresAt: null }))).toEqual(all(never));
    }
  });

  it.each([
    ['admins', () => app.held],
    ['end users', () => app.endUsers],
  ])('obey number, longest life and API roles of personal tokens of %s', async (_, whose) => {
    const { reader, writer } = app;
    const people = whose();
    const [first, second, third] = people as [RemoteAdmin, RemoteAdmin, RemoteAdmin];
    const make = (body: object) => (person: RemoteAdmin) =>
      person('/my/tokens', 'POST', { name: nextName('token'), ...body });
    const open = { maxTokens: 100, maxDays: 10, roles: [reader], defaultRoles: [reader] };
    const near = { expiresAt: inDays(9) };

    await app.save({ personalTokens: { ...open, maxTokens: 0 } });
    expect(await saidAt(people, make(near))).toEqual(all('personal_tokens_closed'));
    await app.save({ personalTokens: open });
    expect(await saidAt(people, make({ ...near, roles: [writer] }))).toEqual(
      all('role_not_personal'),
    );
    expect(await saidAt(people, make({ expiresAt: inDays(20) }))).toEqual(all('expiry_too_late'));
    expect(await saidAt(people, make({ expiresAt: null }))).toEqual(all('expiry_required'));
    const own = await make(near)(first);
    expect(own.status).toBe(201);

    await app.save({
      personalTokens: { maxTokens: 3, maxDays: null, roles: [writer], defaultRoles: [] },
    });
    const { id, revision } = (own.body as MadeKey).data;
    const renew = { expiresAt: null, revision };
    expect(
      await saidAt(people, (person) => person(`/my/tokens/${id}/regenerate`, 'POST', renew)),
    ).toEqual(all('role_not_personal'));
    expect(await saidAt(people, make({ roles: [reader] }))).toEqual(all('role_not_personal'));
    const written = { expiresAt: null, roles: [writer] };
    expect(said(await make(written)(second))).toBe('201');
    expect(said(await make(written)(third))).toBe('201');
    expect(await saidAt(people, make(written))).toEqual(all('token_limit_reached'));

    await app.save({
      personalTokens: { maxTokens: 4, maxDays: null, roles: [writer], defaultRoles: [] },
    });
    expect((await saidAt(people, make(written))).sort()).toEqual([
      '201',
      'token_limit_reached',
      'token_limit_reached',
    ]);
  });

  const limitAt = async (url: string, { token }: MadeKey): Promise<string> => {
    const { headers } = await send(`${url}/api/api-access/whoami`, bearer(token));
    return String(headers['ratelimit-limit']);
  };

  it('obey the rate limit of keys without one of their own', async () => {
    const key = await app.makeKey();
    for (const requests of [50, 1, 60, null]) {
      await app.save({
        rateLimit: requests === null ? null : { requests, windowSeconds: HOUR_SECONDS },
      });
      const seen = await Promise.all(app.nodes.map(({ url }) => limitAt(url, key)));
      expect(seen).toEqual(all(requests === null ? 'undefined' : String(requests)));
    }
  });

  it('whose config’s entitlement changes its mind obey it, and go on answering the keys there are', async () => {
    const { token } = await app.makeKey({ roles: [app.reader] });
    const list = (person: RemoteAdmin) => person('/keys');
    const articles = (headers: object) =>
      Promise.all(
        app.nodes.map(async ({ url }) => said(await send(`${url}/api/articles`, { ...headers }))),
      );
    for (const [answer, expected] of [
      [JSON.stringify({ allowed: false, reason: 'Part of the plan Pro.' }), 'not_entitled'],
      ['true', '200'],
      ['throws', 'not_entitled'],
      ['hangs', 'not_entitled'],
      ['{"allowed":true}', '200'],
    ] as const) {
      app.entitle(answer);
      expect([answer, await saidAt(app.held, list)]).toEqual([answer, all(expected)]);
      expect(await articles(bearer(token))).toEqual(all('200'));
      expect(await articles(apiKey(token))).toEqual(all('200'));
    }
  });

  it('judge what runs meanwhile by the old rules or by the new ones, and never by some of each', async () => {
    const { reader, writer, held } = app;
    const key = await app.makeKey();
    const worldOf = (name: string, role: string, maxDays: number) => ({ name, role, maxDays });
    type World = ReturnType<typeof worldOf>;
    const worlds = [worldOf('one', reader, 100), worldOf('two', writer, 200)];
    const enter = ({ name, role, maxDays }: World) =>
      app.save({
        namingRules: ruleOf(name),
        assignableRoles: [{ adminRole: app.adminRole, roles: [role] }],
        expiry: { required: true, defaultDays: 5, maxDays },
        personalTokens: { maxTokens: 100, maxDays, roles: [role], defaultRoles: [] },
        rateLimit: { requests: maxDays * 1000, windowSeconds: HOUR_SECONDS },
      });
    const as = (node: number): RemoteAdmin => held[node] ?? (() => Promise.reject(new Error()));
    const creation = (name: string, role: string) => ({
      name: `a key ${name}-… with an API role of ${role === reader ? 'one' : 'two'}`,
      see: async (node: number) =>
        said(await create({ name: nextName(name), roles: [role] })(as(node))),
      expected: (world: World) => {
        if (world.name !== name) return 'name_not_allowed';
        return world.role === role ? '201' : 'role_not_assignable';
      },
    });
    const policySeen = ({ body }: Answer): string => {
      const { data } = body as { data?: KeyPolicy };
      return `${String(data?.expiry.maxDays)} ${String(data?.naming[0]?.example)}`;
    };

    const result = await race({
      worlds,
      enter,
      changes: 24,
      nodes: [0, 1, 2],
      probes: [
        creation('one', reader),
        creation('one', writer),
        creation('two', reader),
        creation('two', writer),
        {
          name: 'the policy of keys',
          see: async (node) => policySeen(await as(node)('/keys/policy')),
          expected: ({ name, maxDays }) => `${maxDays} ${name}-app`,
        },
        {
          name: 'the rate limit',
          see: (node) => limitAt(app.nodes[node]?.url ?? '', key),
          expected: ({ maxDays }) => String(maxDays * 1000),
        },
      ],
    });

    expect(result.wrong).toEqual([]);
    expect(result.settled).toBeGreaterThanOrEqual(24 * 3);
    expect(result.inFlight).toBeGreaterThanOrEqual(23 * 3);
  }, 300_000);

  it('refuse or let in by the entitlement what runs while it changes, as it stood then', async () => {
    const result = await race({
      worlds: ['true', 'false'],
      enter: (answer) => {
        app.entitle(answer);
        return Promise.resolve();
      },
      changes: 24,
      nodes: [1, 2],
      probes: [
        {
          name: 'the list of keys',
          see: async (node) =>
            said((await app.held[node]?.('/keys')) ?? { status: 0, headers: {}, body: {} }),
          expected: (answer) => (answer === 'true' ? '200' : 'not_entitled'),
        },
      ],
    });

    expect(result.wrong).toEqual([]);
    expect(result.settled).toBeGreaterThanOrEqual(24 * 2);
  });
});
