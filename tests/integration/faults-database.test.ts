import { actionUid, myTokenEndpoints } from '../../contracts';
import { type Verification } from '../../server/src/services/verifier';
import { answerOf } from '../support/admin-api';
import { createAdminWith } from '../support/admins';
import {
  ARTICLE_FIND,
  type Answer,
  bearer,
  CATEGORY_FIND,
  damaged,
  makeKey,
  makeKeyWith,
  makeRole,
  refusalOf,
  send,
  serviceOf,
} from '../support/consumers';
import {
  CREATE_TIMEOUT_MS,
  type PlaygroundBehindProxy,
  startBehindProxy,
  until,
} from '../support/behind-proxy';
import { describeOn, type ServerName } from '../support/database-servers';
import { type FaultyProxy } from '../support/faulty-proxy';
import { openPersonalTokens } from '../support/personal-tokens';

const VERIFY_TIMEOUT_MS = 800;
/** What a machine under load may add. */
const SLACK_MS = 4_000;
const POOL_MAX = 10;
const BURST = 2_000;
/** A connection that was being made when the database fell silent has to be given up before another. */
const RECOVERY_MS = CREATE_TIMEOUT_MS + VERIFY_TIMEOUT_MS + SLACK_MS;
/** Only verification reads the credentials together with the epoch. */
const VERIFICATION = 'api_access_epoch';

const FAULTS: readonly (readonly [string, (proxy: FaultyProxy) => unknown])[] = [
  ['refuses connections', (proxy) => proxy.refuse()],
  ['says nothing any more', (proxy) => proxy.fallSilent()],
  [
    'falls silent in the middle of an answer',
    (proxy) => {
      proxy.muteAfter(20);
    },
  ],
];

const faults = (server: ServerName) => () => {
  let world: PlaygroundBehindProxy;
  let token: string;

  beforeAll(async () => {
    world = await startBehindProxy(server, {
      verifyTimeoutMs: VERIFY_TIMEOUT_MS,
      flushIntervalMs: 600_000,
    });
    ({ token } = await makeKeyWith(world.playground.strapi));
  });

  afterAll(async () => {
    await world.stop();
  });

  const ask = (path = '/articles', of = token) =>
    send(`${world.playground.url}/api${path}`, bearer(of));

  const verify = () => serviceOf(world.playground.strapi, 'keys').verify(token);

  const timed = async <T>(work: Promise<T>): Promise<readonly [T, number]> => {
    const start = performance.now();
    return [await work, performance.now() - start];
  };

  const expectToComeAgain = (answer: Answer) => {
    expect(answer.status).toBe(503);
    expect(answer.headers).toMatchObject({ 'retry-after': '5', 'cache-control': 'no-store' });
    expect(answer.headers).not.toHaveProperty('www-authenticate');
    const { name, details } = refusalOf(answer);
    expect(name).toBe('ServiceUnavailableError');
    expect(details).toMatchObject({ code: 'verification_unavailable' });
    expect(details).not.toHaveProperty('accessId');
  };

  const expectRefusedInTime = async (path?: string) => {
    const [answer, took] = await timed(ask(path));
    expectToComeAgain(answer);
    expect(took).toBeLessThan(VERIFY_TIMEOUT_MS + SLACK_MS);
  };

  /** A token of nobody's is refused without a look at the database. */
  const expectGarbageAtOnce = async () => {
    const [answer, took] = await timed(ask('/articles', damaged(token)));
    expect(answer.status).toBe(401);
    expect(took).toBeLessThan(VERIFY_TIMEOUT_MS);
  };

  /** Many at once, of which none waits on after it has been refused. */
  const expectNoPile = async () => {
    const burst = Promise.all(Array.from({ length: BURST }, verify));
    const [answers, took] = await timed(burst);
    const codes = answers.map((each) => (each.outcome === 'refused' ? each.refusal.code : 'in'));
    expect(new Set(codes)).toEqual(new Set(['verification_unavailable']));
    expect(took).toBeLessThan(VERIFY_TIMEOUT_MS + SLACK_MS);
    expect(world.pool().waiting).toBeLessThanOrEqual(POOL_MAX);
  };

  /** Statements of verification from now on, until it is told to stop. */
  const countReads = () => {
    const { connection } = world.playground.strapi.db;
    let reads = 0;
    const listen = ({ sql }: { sql: string }) => {
      if (sql.includes(VERIFICATION)) reads += 1;
    };
    connection.on('query', listen);
    return () => {
      connection.removeListener('query', listen);
      return reads;
    };
  };

  const expectAllWell = async () => {
    let asked = 0;
    const reads = countReads();
    // As many at once as there are connections: each dead one costs the request that finds it so.
    await until('all keys are let in again', RECOVERY_MS, async () => {
      asked += POOL_MAX;
      const answers = await Promise.all(Array.from({ length: POOL_MAX }, () => ask()));
      return answers.every(({ status }) => status === 200);
    });
    // None for those who have been refused meanwhile, but for as many as waited for a connection.
    expect(reads()).toBeLessThanOrEqual(asked + POOL_MAX);
    await until('nothing lingers', SLACK_MS, () => {
      const { used, waiting } = world.pool();
      return used === 0 && waiting === 0;
    });
  };

  it.each(FAULTS)('a database that %s refuses nobody for long', async (_, fault) => {
    expect((await ask()).status).toBe(200);
    await fault(world.proxy);
    try {
      await expectRefusedInTime();
      await expectRefusedInTime('/api-access/whoami');
      await expectRefusedInTime('/guarded/open-door');
      await expectGarbageAtOnce();
      await expectNoPile();
      await expectRefusedInTime();
    } finally {
      await world.proxy.mend();
    }
    await expectAllWell();
  });

  it('what is none of ours goes to Strapi at once, which answers as it does', async () => {
    await world.proxy.refuse();
    try {
      for (const headers of [{}, bearer('f'.repeat(256)), { 'x-api-key': 'of-a-gateway' }]) {
        const answer = await send(`${world.playground.url}/api/articles`, headers);
        expect(JSON.stringify(answer.body)).not.toContain('verification_unavailable');
        expect(answer.headers).not.toHaveProperty('retry-after');
      }
    } finally {
      await world.proxy.mend();
    }
    await expectAllWell();
  });

  it('connections that were all reset are made anew by the next requests', async () => {
    await Promise.all(Array.from({ length: POOL_MAX }, () => ask()));
    world.proxy.resetAll();
    await expectAllWell();
  });

  it('a slow database is waited for, and no longer than was configured', async () => {
    world.proxy.slowDown(VERIFY_TIMEOUT_MS / 4);
    expect((await verify()).outcome).toBe('granted');
    world.proxy.slowDown(VERIFY_TIMEOUT_MS * 2);
    try {
      await expectRefusedInTime();
      await expectNoPile();
    } finally {
      await world.proxy.mend();
    }
    await expectAllWell();
  });

  it('an app that holds every connection lets keys wait no longer, and in when it lets go', async () => {
    const { connection } = world.playground.strapi.db;
    const held = await Promise.all(
      Array.from({ length: POOL_MAX }, () => connection.transaction()),
    );
    try {
      await expectRefusedInTime();
      await expectGarbageAtOnce();
      await expectNoPile();
    } finally {
      await Promise.all(held.map((trx) => trx.rollback()));
    }
    await expectAllWell();
  });

  it('a personal token, which takes two reads, waits no longer for both', async () => {
    const { strapi } = world.playground;
    const role = await makeRole(strapi);
    await openPersonalTokens(strapi, { maxTokens: 1, roles: [role.id], defaultRoles: [role.id] });
    const holder = await createAdminWith(world.playground, {
      name: 'Holder',
      actions: [actionUid('personal')],
    });
    const body = { name: 'of a holder' };
    const issued = await answerOf(holder.agent, myTokenEndpoints.create, { body }, 201);
    expect((await ask('/articles', issued.token)).status).toBe(200);

    // Either read would be in time, both together are not.
    world.proxy.slowDown(VERIFY_TIMEOUT_MS * 0.7);
    try {
      const [answer, took] = await timed(ask('/articles', issued.token));
      expectToComeAgain(answer);
      expect(took).toBeLessThan(VERIFY_TIMEOUT_MS * 1.4);
    } finally {
      await world.proxy.mend();
    }
    await expectAllWell();
  });

  it('a check within a transaction of the app’s waits no longer', async () => {
    const { strapi } = world.playground;
    let answered: readonly [Verification, number] | undefined;
    const ended = strapi.db
      .transaction(async () => {
        world.proxy.breakNext(new RegExp(VERIFICATION), 'silent');
        answered = await timed(verify());
        // What else the app does with its connection is the app's: here the server ends it.
        world.proxy.resetAll();
      })
      .catch(() => undefined);
    await ended;

    const [verification, took] = answered ?? [];
    expect(verification).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'verification_unavailable' },
    });
    expect(took).toBeLessThan(VERIFY_TIMEOUT_MS + SLACK_MS);
    await expectAllWell();
  });

  it('roles whose read was never answered are read again', async () => {
    const { strapi } = world.playground;
    const role = await makeRole(strapi, { permissions: [ARTICLE_FIND, CATEGORY_FIND] });
    const key = await makeKey(strapi, { roles: [role.id] });
    world.proxy.breakNext(/from (?:"public"\.)?["`]api_access_roles["`]/, 'silent');
    expectToComeAgain(await ask('/articles', key.token));

    await until(
      'the key is let in',
      RECOVERY_MS,
      async () => (await ask('/articles', key.token)).status === 200,
    );
  });
};

for (const server of ['postgres', 'mysql'] as const) {
  describeOn(server, 'keys while the database is away', faults(server));
}
