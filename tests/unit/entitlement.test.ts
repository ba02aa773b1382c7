import type { Core } from '@strapi/strapi';
import { MAX_REASON } from '../../contracts';
import { ENTITLED, NOT_ENTITLED, readEntitlement } from '../../server/src/domain/entitlement';
import { createEntitlement } from '../../server/src/services/entitlement';
import type { EntitlementUser } from '../../server/src/types';
import { entitlementUser } from '../../server/src/services/entitlement-user';

const refused = (reason: string | null, upgradeUrl: string | null) => ({
  allowed: false,
  reason,
  upgradeUrl,
});

describe('what the config’s entitlement answers', () => {
  it('is a boolean, or an object with one', () => {
    expect(readEntitlement(true)).toEqual(ENTITLED);
    expect(readEntitlement(false)).toEqual(NOT_ENTITLED);
    expect(readEntitlement({ allowed: true, reason: 'x', upgradeUrl: 'https://x.test' })).toEqual(
      ENTITLED,
    );
    expect(readEntitlement({ allowed: false })).toEqual(NOT_ENTITLED);
    expect(
      readEntitlement({
        allowed: false,
        reason: 'Part of the plan Pro.',
        upgradeUrl: 'https://example.com/pro?from=strapi',
      }),
    ).toEqual(refused('Part of the plan Pro.', 'https://example.com/pro?from=strapi'));
  });

  it.each([
    undefined,
    null,
    0,
    1,
    '',
    'yes',
    'true',
    [],
    [true],
    {},
    { allowed: 1 },
    { allowed: 'true' },
    { allowed: null },
    { reason: 'no' },
    () => true,
  ])('means nothing where it is anything else: %p', (answer) => {
    expect(readEntitlement(answer)).toBeNull();
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'mailto:sales@example.com',
    '/upgrade',
    '//example.com',
    'example.com',
    'https://',
    `https://example.com/${'x'.repeat(2_000)}`,
    5,
    null,
    { toString: () => 'https://example.com' },
  ])('has its link left out where it leads to no web page: %p', (upgradeUrl) => {
    expect(readEntitlement({ allowed: false, reason: 'Pro.', upgradeUrl })).toEqual(
      refused('Pro.', null),
    );
  });

  it.each([
    ['in one line', 'Part of\n\tthe plan\u2028Pro', 'Part of the plan Pro'],
    ['without marks that turn it', 'a\u202eb', 'a b'],
    ['without a terminal’s codes', 'a\u001b[31mb', 'a [31mb'],
    ['as text, where it looks like HTML', '<b>Pro</b>', '<b>Pro</b>'],
    ['and none where it is empty', ' \n ', null],
    ['and none where it is no text', { html: 'x' }, null],
    ['of 500 characters', 'x'.repeat(500), 'x'.repeat(500)],
    ['cut where it is longer', 'x'.repeat(501), `${'x'.repeat(499)}…`],
    [
      'and not through an emoji',
      `${'x'.repeat(MAX_REASON - 2)}🚀🚀`,
      `${'x'.repeat(MAX_REASON - 2)}…`,
    ],
  ])('has a reason %s', (_how, reason, expected) => {
    expect(readEntitlement({ allowed: false, reason })).toEqual(refused(expected, null));
  });
});

/** The service over a config that holds this function, with what it logs. */
const serviceWith = (entitlement?: unknown) => {
  const logged: string[] = [];
  const strapi = {
    config: { get: () => ({ entitlement }) },
    log: { error: (text: string) => logged.push(text) },
  } as unknown as Core.Strapi;
  const service = createEntitlement({ strapi });
  return { strapi, logged, of: (user: EntitlementUser | null) => service.of(user) };
};

const line = (what: string) => [`api-access: the config's entitlement ${what}, which refuses.`];

describe('asking the config’s entitlement', () => {
  it('is not needed where there is none', async () => {
    expect(await serviceWith().of(null)).toEqual(ENTITLED);
  });

  it.each([
    ['a value', () => true],
    ['a promise', () => Promise.resolve({ allowed: true })],
    [
      'a thenable',
      () => ({
        then: (tell: (answer: boolean) => void) => {
          tell(true);
        },
      }),
    ],
  ])('takes %s', async (_what, entitlement) => {
    const { of, logged } = serviceWith(entitlement);

    expect(await of(null)).toEqual(ENTITLED);
    expect(logged).toEqual([]);
  });

  it('hands it Strapi and who asks', async () => {
    const asked = jest.fn(() => true);
    const { of, strapi } = serviceWith(asked);
    const user = { id: 1, documentId: 'a', email: 'ada@example.com', roles: ['Editor'] };
    await of(user);
    await of(null);

    expect(asked.mock.calls).toEqual([[{ strapi, user }], [{ strapi, user: null }]]);
  });

  const SECRET = 'postgres://app:hunter2@db';
  class LicenceError extends Error {
    override name = 'LicenceError';
  }

  it.each<[string, () => unknown, string]>([
    [
      'throws',
      () => {
        throw new LicenceError(SECRET);
      },
      'failed (LicenceError)',
    ],
    ['is rejected', () => Promise.reject(new TypeError(SECRET)), 'failed (TypeError)'],
    [
      'rejects a text',
      () => ({
        then: (_yes: unknown, no: (reason: string) => void) => {
          no(SECRET);
        },
      }),
      'failed (string)',
    ],
    [
      'answers what throws when it is read',
      () => ({
        get allowed() {
          throw new Error(SECRET);
        },
      }),
      'failed (Error)',
    ],
    [
      'names its error after a secret',
      () => {
        throw Object.assign(new Error('x'), { name: SECRET });
      },
      'failed (object)',
    ],
    ['answers nonsense', () => SECRET, 'answered neither true, false nor { allowed }'],
    ['answers nothing', () => undefined, 'answered neither true, false nor { allowed }'],
  ])('refuses with one line, and no secret, where it %s', async (_what, entitlement, what) => {
    const { of, logged } = serviceWith(entitlement);

    expect(await of(null)).toEqual(NOT_ENTITLED);
    expect(logged).toEqual(line(what));
  });

  describe('which hangs', () => {
    beforeEach(() => {
      // After the limit, the event loop has one more turn.
      jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    });

    afterEach(() => {
      jest.useRealTimers();
    });

    it('refuses after two seconds, and not before', async () => {
      const { of, logged } = serviceWith(() => new Promise(() => undefined));
      const settled = jest.fn();
      const asking = of(null).finally(settled);
      await jest.advanceTimersByTimeAsync(1_999);
      expect(settled).not.toHaveBeenCalled();
      await jest.advanceTimersByTimeAsync(1);

      expect(await asking).toEqual(NOT_ENTITLED);
      expect(logged).toEqual(line('did not answer within 2000 ms'));
    });

    it('stays refused where it says yes, or fails, too late', async () => {
      const late = (end: () => unknown) => () =>
        new Promise((resolve) => setTimeout(resolve, 3_000)).then(end);
      const yes = serviceWith(late(() => true));
      const failing = serviceWith(late(() => Promise.reject(new Error(SECRET))));
      const asking = Promise.all([yes.of(null), failing.of(null)]);
      await jest.advanceTimersByTimeAsync(4_000);

      expect(await asking).toEqual([NOT_ENTITLED, NOT_ENTITLED]);
      expect([yes.logged.length, failing.logged.length]).toEqual([1, 1]);
    });

    it('keeps no timer where the answer came in time', async () => {
      await serviceWith(() => true).of(null);

      expect(jest.getTimerCount()).toBe(0);
    });
  });
});

describe('who asks', () => {
  const row = {
    id: 7,
    documentId: 'abc',
    email: 'ada@example.com',
    firstname: 'Ada',
    password: '$2a$10$hash',
    resetPasswordToken: 'secret',
    roles: [{ id: 1, name: 'Editor', code: 'strapi-editor' }],
  };
  const state = (name: string) => ({ user: row, auth: { strategy: { name } } });

  it('is told by id, e-mail and the names of admin roles, and nothing else of the row', () => {
    expect(entitlementUser(state('admin'))).toEqual({
      id: 7,
      documentId: 'abc',
      email: 'ada@example.com',
      roles: ['Editor'],
    });
  });

  it.each(['admin-token', 'api-access', 'users-permissions'])('is nobody by %s', (name) => {
    expect(entitlementUser(state(name))).toBeNull();
  });

  it('is nobody where Strapi knows nobody', () => {
    expect(entitlementUser({})).toBeNull();
  });
});
