import { z } from 'zod';
import { declaredRole, sentenceOf } from '../../contracts';
import { declarationFaults } from './domain/declarations';
import { PREFIX_PATTERN } from './domain/token';
import type { EntitlementCheck } from './types';

const whole = (min: number, max: number, or = '') =>
  z
    .number(`takes a whole number from ${String(min)} to ${String(max)}${or}`)
    .int()
    .min(min)
    .max(max);

const days = whole(1, 36_500, ', or null').nullable();

const PREFIX = 'takes 2 to 16 lower-case letters and digits, beginning with a letter';
const HEADER = 'takes the lower-case name of a header of its own, or false';

const SECRET = 'takes a text of 16 characters or more';
const FLAG = 'takes true or false';

/** OWASP's floor for argon2id (19 MiB, t=2, p=1); the config can only go up from there. */
const ARGON2_FLOOR = { memoryKiB: 19_456, timeCost: 2, parallelism: 1 } as const;

const REDIS = 'takes url, and perhaps keyPrefix and timeoutMs';
const REDIS_URL = 'takes an address as redis://user:password@host:6379/0, or rediss:// for TLS';
const REDIS_PREFIX = 'takes 1 to 64 letters, digits and . _ : -';

/** Percent signs in user and password included, which the client would fail at. */
const isRedisUrl = (text: string): boolean => {
  if (!/^rediss?:\/\/[^/]/.test(text) || !URL.canParse(text)) return false;
  try {
    decodeURIComponent(text);
    return /^(\/\d*)?$/.test(new URL(text).pathname);
  } catch {
    return false;
  }
};

/** `roles` of the config: each right by itself, no two with the same code or name. */
export const declaredRoles = z
  .array(declaredRole, 'takes a list of API roles')
  .superRefine((roles, context) => {
    for (const fault of declarationFaults(roles)) context.addIssue({ code: 'custom', ...fault });
  });

/** What holds where `redis` does not say. */
export const REDIS_DEFAULTS = { keyPrefix: 'api-access', timeoutMs: 250 } as const;

/** What each option does, as `docs/configuration.md` tells it. */
const DOCS = {
  keyPrefix: 'What tokens begin with. Tokens with an older prefix stay valid.',
  header: 'Second header that may carry a key; `false` leaves `Authorization` alone.',
  secret:
    'Server secret for the fast check of a token. Changing it kills no token: each is checked by ' +
    'argon2 once more.',
  precedence:
    "`'first'`: keys are looked at before Strapi's own strategies, which saves a look-up per request. " +
    "`'last'`: behind them, as an ordinary strategy, where an end user's token wins over a key in the " +
    'second header, and `/graphql` takes keys in `Authorization` alone and is not counted.',
  argon2: 'Cost of a hash. The defaults are the floor.',
  maxConcurrentHashes: 'How many argon2 run at once.',
  maxQueuedHashes: 'How many may wait for that; those beyond are answered 503 with `Retry-After`.',
  verifyTimeoutMs: 'After which a request is answered 503 with `Retry-After`, in milliseconds.',
  flushIntervalMs: 'How often counts of use are written, in milliseconds.',
  jobs:
    'Whether this node takes part in what runs beside requests: expiry notices, alerts, retention. One ' +
    'node at a time does. Some node has to.',
  abilityCacheSize: 'Compiled sets of API roles that are kept in memory.',
  expiry:
    'Expiry policy until Rules & notices are saved. `maxDays` bounds the default too; `null` stands for ' +
    'none.',
  roles:
    'API roles that are declared in code, each with `code`, `name` and perhaps `description`, `kind`, ' +
    '`permissions` and `drafts`: [API roles as code](#api-roles-as-code).',
  redis:
    'Where all nodes count rate limits together; without it each node counts for itself. Keys in Redis ' +
    'begin with `keyPrefix`; after `timeoutMs` milliseconds a request is counted by the node that it ' +
    'came to.',
  entitlement:
    'A function that says who may use pages and admin endpoints; without it everybody may.',
} as const;

/** The plugin's config, as it stands in `config/plugins` over the defaults. */
export const schema = z.strictObject({
  keyPrefix: z.string(PREFIX).regex(PREFIX_PATTERN, PREFIX).describe(DOCS.keyPrefix),
  header: z
    .union(
      [
        z.literal(false),
        z
          .string()
          .regex(/^[a-z][a-z0-9-]{1,63}$/, HEADER)
          .refine((name) => name !== 'authorization' && name !== 'cookie', HEADER),
      ],
      HEADER,
    )
    .describe(DOCS.header),
  secret: z.string(SECRET).min(16, SECRET).optional().describe(DOCS.secret),
  precedence: z.enum(['first', 'last'], 'takes "first" or "last"').describe(DOCS.precedence),
  argon2: z
    .strictObject(
      {
        memoryKiB: whole(ARGON2_FLOOR.memoryKiB, 1_048_576),
        timeCost: whole(ARGON2_FLOOR.timeCost, 20),
        parallelism: whole(ARGON2_FLOOR.parallelism, 16),
      },
      'takes memoryKiB, timeCost and parallelism',
    )
    .describe(DOCS.argon2),
  maxConcurrentHashes: whole(1, 32).describe(DOCS.maxConcurrentHashes),
  maxQueuedHashes: whole(0, 10_000).describe(DOCS.maxQueuedHashes),
  verifyTimeoutMs: whole(50, 60_000).describe(DOCS.verifyTimeoutMs),
  flushIntervalMs: whole(50, 600_000).describe(DOCS.flushIntervalMs),
  jobs: z.boolean(FLAG).describe(DOCS.jobs),
  abilityCacheSize: whole(1, 100_000).describe(DOCS.abilityCacheSize),
  expiry: z
    .strictObject(
      { required: z.boolean(FLAG), defaultDays: days, maxDays: days },
      'takes required, defaultDays and maxDays',
    )
    .describe(DOCS.expiry),
  roles: declaredRoles.optional().describe(DOCS.roles),
  redis: z
    .strictObject(
      {
        url: z.string(REDIS_URL).refine(isRedisUrl, REDIS_URL),
        keyPrefix: z
          .string(REDIS_PREFIX)
          .regex(/^[\w.:-]{1,64}$/, REDIS_PREFIX)
          .optional(),
        timeoutMs: whole(20, 5_000).optional(),
      },
      REDIS,
    )
    .optional()
    .describe(DOCS.redis),
  entitlement: z
    .custom<EntitlementCheck>((value) => typeof value === 'function', 'takes a function')
    .optional()
    .describe(DOCS.entitlement),
});

/** As it is written: what may be left out of a declared role is left out here, too. */
export type PluginConfig = z.input<typeof schema>;

/** Options of which a part may be given: Strapi fills in the defaults in depth. */
type Partly = 'argon2' | 'expiry';

/** What an app may put into `config/plugins`: whatever it leaves out has its default. */
export type PluginOptions = Partial<Omit<PluginConfig, Partly>> & {
  [Option in Partly]?: Partial<PluginConfig[Option]>;
};

const defaults: PluginConfig = {
  keyPrefix: 'sak',
  header: 'x-api-key',
  precedence: 'first',
  argon2: ARGON2_FLOOR,
  maxConcurrentHashes: 2,
  maxQueuedHashes: 100,
  verifyTimeoutMs: 2_000,
  flushIntervalMs: 5_000,
  jobs: true,
  abilityCacheSize: 1_000,
  expiry: { required: false, defaultDays: 90, maxDays: null },
};

const sentence = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'unrecognized_keys') {
    const verb = issue.keys.length > 1 ? 'are no options' : 'is no option';
    const of = issue.path.length > 0 ? ` of "${issue.path.join('.')}"` : '';
    return `"${issue.keys.join('", "')}" ${verb}${of}`;
  }
  const path = `"${issue.path.join('.')}"`;
  // What comes of the contracts is a sentence; the config's own words go on from the option.
  return issue.message.endsWith('.')
    ? `${path}: ${issue.message.slice(0, -1)}`
    : `${path} ${issue.message}`;
};

export const config = {
  default: (): PluginConfig => defaults,
  /** @throws Error that names each wrong option and what it takes; Strapi then does not boot. */
  validator(options: unknown): void {
    const { error } = schema.safeParse(options, { error: sentenceOf });
    if (error !== undefined) throw new Error(`${error.issues.map(sentence).join('; ')}.`);
  },
};
