import { z } from 'zod';
import { dataOf, documentId, instant, line } from './common';
import { endpoint } from './endpoint';
import { rateLimit } from './rate-limit';

const days = z.number().int().min(1).max(36_500);
export const MAX_TEST_MAILS_A_MINUTE = 5;

const email = z.email('Give an e-mail address, such as team@example.com.').max(254);

/** Id of an admin role of Strapi, as a text. */
const adminRoleId = z.string().regex(/^[0-9]{1,15}$/, 'This is no admin role.');

const timeZone = z.string().refine((zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}, 'Give a time zone, such as Europe/Berlin or UTC.');

export const MAX_PATTERN = 500;

/** Everything that Rules & notices hold. What an app never saved there comes from its config. */
export const settings = z.strictObject({
  expiry: z
    .strictObject({
      required: z.boolean(),
      defaultDays: days.nullable(),
      maxDays: days.nullable(),
    })
    .refine(({ defaultDays, maxDays }) => (defaultDays ?? 0) <= (maxDays ?? Infinity), {
      path: ['defaultDays'],
      message: 'The default lifetime may not be longer than the longest one.',
    }),
  /** For each admin role one at most: what Access Names its members give must match (RE2, whole). */
  namingRules: z
    .array(
      z.strictObject({
        adminRole: adminRoleId,
        pattern: z.string().min(1, 'A pattern is required.').max(MAX_PATTERN),
        example: line('The example', 100),
      }),
    )
    .max(200),
  /** Admin roles held to these API roles; an admin role that is not named may assign all. */
  assignableRoles: z
    .array(z.strictObject({ adminRole: adminRoleId, roles: z.array(documentId).max(200) }))
    .max(200),
  /** Whether admin API tokens may receive a key's clear text. */
  clearTextForAdminTokens: z.boolean(),
  personalTokens: z.strictObject({
    /** Tokens that one person may hold; with 1, their page is the single-key screen. */
    maxTokens: z.number().int().min(0).max(100),
    maxDays: days.nullable(),
    /** API roles open to personal tokens; without any, nobody can make one. */
    roles: z.array(documentId).max(200),
    /** Roles that a new one gets where its owner chooses none. */
    defaultRoles: z.array(documentId).max(200),
  }),
  notices: z.strictObject({
    isOn: z.boolean(),
    /** Days before the expiry. */
    days: z.array(days).max(10),
    onExpiry: z.boolean(),
    /** Hour of the day, in `timeZone`. */
    hour: z.number().int().min(0).max(23),
    /** Such as `Europe/Berlin` or `UTC`. */
    timeZone,
    /** Get every notice, and those of keys whose author left. */
    recipients: z.array(email).max(20),
  }),
  alerts: z.strictObject({
    isOn: z.boolean(),
    /** Denials by the true holder of a key in `windowMinutes` that make a burst. */
    denials: z.number().int().min(2).max(1_000_000),
    windowMinutes: z.number().int().min(1).max(1_440),
    /** Whether use of an expired or revoked token by its true holder is one. */
    endedTokens: z.boolean(),
    recipients: z.array(email).max(20),
  }),
  retention: z.strictObject({
    activityDays: z.number().int().min(30).max(36_500),
    usageDays: z.number().int().min(30).max(3_650),
  }),
  /** For keys without a limit of their own. */
  rateLimit: rateLimit.nullable(),
});
export type Settings = z.infer<typeof settings>;

/** How the mails of the plugin fared. */
export const mailHealth = z.object({
  /** Whether an admin URL and an e-mail provider are there; else what to do. */
  problem: z.string().nullable(),
  provider: z.string().nullable(),
  lastSentAt: instant.nullable(),
  lastFailedAt: instant.nullable(),
  /** What the mail server said last, where it failed. */
  lastError: z.string().nullable(),
  /** The last thing that was tried failed. */
  isFailing: z.boolean(),
  /** When the job of the notices ran last, and what the last run with mails did. */
  lastRunAt: instant.nullable(),
  lastRunSent: z.number().nullable(),
  lastRunFailed: z.number().nullable(),
  /** Mails that failed and will be tried again. */
  waiting: z.number().int(),
});
export type MailHealth = z.infer<typeof mailHealth>;

const storedSettings = z.object({
  settings,
  /** Rises with every save; a save names the one it saw. */
  revision: z.number().int(),
  updatedAt: instant.nullable(),
  updatedBy: z.string().nullable(),
});
export type StoredSettings = z.infer<typeof storedSettings>;

/** What the form chooses from; `settings` alone is enough to see these names. */
const choices = z.object({
  adminRoles: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** Never held to a list of API roles. */
      isSuperAdmin: z.boolean(),
    }),
  ),
  /** API roles, by document id. */
  roles: z.array(z.object({ id: documentId, name: z.string() })),
});

export type SettingsChoices = z.infer<typeof choices>;

export const settingsAnswer = storedSettings.extend({ choices });
export type SettingsAnswer = z.infer<typeof settingsAnswer>;

export const updateSettingsBody = z.strictObject({
  settings,
  /** The one that was seen; another one since then is a `revision_conflict`. */
  revision: z.number().int().min(0),
});
export type UpdateSettingsInput = z.infer<typeof updateSettingsBody>;

export const testRuleBody = z.strictObject({
  pattern: z.string().max(MAX_PATTERN),
  names: z.array(z.string().max(200)).max(20),
});

/** What a pattern is worth: where it is at fault, or which of the names it lets pass. */
export const ruleTest = z.object({
  fault: z
    .object({
      message: z.string(),
      /** Offset of the fault in the pattern, in UTF-16 units; `null` where it has no single place. */
      at: z.number().nullable(),
    })
    .nullable(),
  matches: z.array(z.boolean()),
});
export type RuleTest = z.infer<typeof ruleTest>;

export const testMailBody = z.strictObject({ to: email });

export const settingsEndpoints = {
  /** Reads Rules & notices. */
  read: endpoint({
    method: 'GET',
    path: '/settings',
    response: dataOf(settingsAnswer),
  }),
  /** Saves Rules & notices, all of them at once. */
  update: endpoint({
    method: 'PUT',
    path: '/settings',
    body: updateSettingsBody,
    response: dataOf(settingsAnswer),
  }),
  /** Tries a naming rule on names; changes nothing. */
  testRule: endpoint({
    method: 'POST',
    path: '/settings/test-rule',
    body: testRuleBody,
    response: dataOf(ruleTest),
  }),
  /** Tells how the mails of the plugin fared. */
  mail: endpoint({ method: 'GET', path: '/settings/mail', response: dataOf(mailHealth) }),
  /**
   * Sends a test mail.
   *
   * @throws `mail_failed`, with what the mail server said; `too_many_mails` beyond five a minute.
   */
  testMail: endpoint({
    method: 'POST',
    path: '/settings/test-mail',
    body: testMailBody,
    response: dataOf(mailHealth),
  }),
};
