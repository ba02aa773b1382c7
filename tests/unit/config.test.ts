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
