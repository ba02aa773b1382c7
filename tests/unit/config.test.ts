import { config } from '../../server/src/config';

/** The sentence with which a boot stops. */
const faultOf = (changes: Record<string, unknown>): string => {
  try {
    config.validator({ ...config.default(), ...changes });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'nothing';
};

const EDITOR = { code: 'editor', name: 'Editor' };
const { argon2, expiry } = config.default();

describe('the config', () => {
  it('is right as it comes', () => {
    expect(faultOf({})).toBe('nothing');
  });

  it.each([
    { keyPrefix: 'a1' },
    { keyPrefix: 'acme1234567890ab' },
    { header: false },
    { header: 'x-acme-key' },
    { secret: 'sixteen-letters!' },
    { precedence: 'last' },
    { argon2: { memoryKiB: 65_536, timeCost: 3, parallelism: 4 } },
    { maxQueuedHashes: 0 },
    { expiry: { required: true, defaultDays: 90, maxDays: 90 } },
    { expiry: { required: true, defaultDays: null, maxDays: 30 } },
    { expiry: { required: false, defaultDays: 90, maxDays: 30 } },
    { redis: undefined },
    { redis: { url: 'redis://localhost' } },
    { redis: { url: 'rediss://user:p%40ss@[::1]:6380/2', keyPrefix: 'shop:v2', timeoutMs: 20 } },
    { roles: undefined },
    { roles: [] },
    { roles: [{ code: 'a', name: 'A' }] },
    {
      roles: [{ code: 'a', name: 'A', description: '', permissions: ['api::not-yet.there.find'] }],
    },
    { roles: [{ code: 'a', name: 'A', kind: 'full-access', permissions: [], drafts: true }] },
    { entitlement: () => true },
    { entitlement: undefined },
  ])('may hold %j', (changes) => {
    expect(faultOf(changes)).toBe('nothing');
  });
});

const PREFIX = 'takes 2 to 16 lower-case letters and digits, beginning with a letter';
const HEADER = 'takes the lower-case name of a header of its own, or false';
const REDIS_URL = 'takes an address as redis://user:password@host:6379/0, or rediss:// for TLS';
const whole = (min: number, max: number) => `takes a whole number from ${min} to ${max}`;

describe('a wrong value stops the boot with the name of the key and what it takes', () => {
  it.each<[string, string, unknown[]]>([
    [
      'keyPrefix',
      PREFIX,
      ['', 's', 'Sak', '1ak', 'sa_k', 'a'.repeat(17), 'sák', 5, null, undefined],
    ],
    ['header', HEADER, ['', 'X-Api-Key', 'x api', 'authorization', 'cookie', true, 5, null, ['x']]],
    ['secret', 'takes a text of 16 characters or more', ['', 'short', 5, null]],
    ['precedence', 'takes "first" or "last"', ['middle', '', 1, null, undefined]],
    ['argon2', 'takes memoryKiB, timeCost and parallelism', [5, null, 'strong', []]],
    ['expiry', 'takes required, defaultDays and maxDays', [5, null, false, []]],
    [
      'redis',
      'takes url, and perhaps keyPrefix and timeoutMs',
      [5, null, true, 'redis://localhost', []],
    ],
    ['maxConcurrentHashes', whole(1, 32), [0, 33, 1.5, '2', null, Number.NaN, Infinity]],
    ['maxQueuedHashes', whole(0, 10_000), [-1, 10_001, 0.5, '2', null]],
    ['verifyTimeoutMs', whole(50, 60_000), [49, 60_001, '2000', null]],
    ['flushIntervalMs', whole(50, 600_000), [49, 600_001, '5000', null]],
    ['roles', 'takes a list of API roles', [5, null, 'editor', {}]],
    ['jobs', 'takes true or false', ['yes', 1, null]],
    ['entitlement', 'takes a function', [true, false, null, 'no', 1, {}, { allowed: true }]],
    ['abilityCacheSize', whole(1, 100_000), [0, 100_001, 1.5, null]],
  ])('%s', (name, takes, values) => {
    for (const value of values) {
      expect([value, faultOf({ [name]: value })]).toEqual([value, `"${name}" ${takes}.`]);
    }
  });

  it.each([
    ['argon2.memoryKiB', whole(19_456, 1_048_576), { argon2: { ...argon2, memoryKiB: 19_455 } }],
    ['argon2.timeCost', whole(2, 20), { argon2: { ...argon2, timeCost: 1 } }],
    ['argon2.parallelism', whole(1, 16), { argon2: { ...argon2, parallelism: 0 } }],
    ['expiry.required', 'takes true or false', { expiry: { ...expiry, required: 'yes' } }],
    [
      'expiry.defaultDays',
      `${whole(1, 36_500)}, or null`,
      { expiry: { ...expiry, defaultDays: 0 } },
    ],
    ...['', 'localhost', 'http://localhost', 'redis://', 'redis:///1', 'redis://a:b:c:d', 5].map(
      (url): [string, string, Record<string, unknown>] => [
        'redis.url',
        REDIS_URL,
        { redis: { url } },
      ],
    ),
    ['redis.url', REDIS_URL, { redis: { url: 'redis://:%zz@localhost' } }],
    ['redis.url', REDIS_URL, { redis: { url: 'redis://localhost/one' } }],
    ['redis.url', REDIS_URL, { redis: {} }],
    [
      'redis.keyPrefix',
      'takes 1 to 64 letters, digits and . _ : -',
      { redis: { url: 'redis://a', keyPrefix: 'a b' } },
    ],
    ['redis.timeoutMs', whole(20, 5_000), { redis: { url: 'redis://a', timeoutMs: 19 } }],
    ['expiry.maxDays', `${whole(1, 36_500)}, or null`, { expiry: { ...expiry, maxDays: '90' } }],
  ])('%s', (name, takes, changes) => {
    expect(faultOf(changes)).toBe(`"${name}" ${takes}.`);
  });

  it.each<[unknown[], string]>([
    [[EDITOR, { ...EDITOR, name: 'Other' }], '"roles.1.code" is that of "roles.0", too.'],
    [[EDITOR, { ...EDITOR, code: 'other' }], '"roles.1.name" is that of "roles.0", too.'],
    [
      [EDITOR, { code: 'other', name: ' ＥＤＩＴＯＲ ' }],
      '"roles.1.name" is that of "roles.0", too.',
    ],
    [['editor'], '"roles.0": This must be an object.'],
    [[EDITOR, { name: 'Other' }], '"roles.1.code": This is required.'],
    [
      [{ ...EDITOR, code: 'Editor' }],
      '"roles.0.code": The code starts with a letter and holds lower-case letters, digits and hyphens, 64 at most.',
    ],
    [[{ code: 'editor' }], '"roles.0.name": The name is required.'],
    [[{ ...EDITOR, name: ' ' }], '"roles.0.name": The name is required.'],
    [[{ ...EDITOR, description: 5 }], '"roles.0.description": The description must be text.'],
    [
      [{ ...EDITOR, kind: 'all' }],
      '"roles.0.kind": This must be one of "custom", "read-only", "full-access".',
    ],
    [[{ ...EDITOR, permissions: [7] }], '"roles.0.permissions.0": This must be text.'],
    [[{ ...EDITOR, drafts: 'yes' }], '"roles.0.drafts": This must be true or false.'],
    [[{ ...EDITOR, permission: [] }], '"permission" is no option of "roles.0".'],
    [
      [{ ...EDITOR, kind: 'read-only', permissions: ['api::article.article.find'] }],
      '"roles.0.permissions" stands beside the kind "read-only", which names none.',
    ],
    [
      [EDITOR, { code: 'a', name: 'A', permissions: ['x', 'plugin::api-access.whoami.read'] }],
      '"roles.1.permissions.1" is an action of this plugin, which no key can have.',
    ],
  ])('an API role that is declared: %j', (roles, sentence) => {
    expect(faultOf({ roles })).toBe(sentence);
  });

  it('names every wrong key at once', () => {
    expect(faultOf({ precedence: 'x', expiry: { ...expiry, required: 1 } })).toBe(
      '"precedence" takes "first" or "last"; "expiry.required" takes true or false.',
    );
  });

  it.each([
    [{ prefix: 'sak' }, '"prefix" is no option.'],
    [{ prefix: 'sak', salt: 'x' }, '"prefix", "salt" are no options.'],
    [{ argon2: { ...argon2, memory: 1 } }, '"memory" is no option of "argon2".'],
    [{ redis: { url: 'redis://a', prefix: 'b' } }, '"prefix" is no option of "redis".'],
    [{ expiry: { ...expiry, days: 1 } }, '"days" is no option of "expiry".'],
  ])('knows a key that is misspelt: %j', (changes, sentence) => {
    expect(faultOf(changes)).toBe(sentence);
  });

  it('never repeats a secret that it refuses', () => {
    expect(faultOf({ secret: 'my-short-secret' })).not.toContain('my-short');
    const redis = { url: 'http://:my-password@localhost', keyPrefix: 5 };
    expect(faultOf({ redis })).not.toContain('my-password');
  });
});
