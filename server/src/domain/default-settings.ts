import type { ExpiryPolicy, Settings } from '../../../contracts';

/** Rules & notices of an app that never saved any. */
export const defaultSettings = ({ required, defaultDays, maxDays }: ExpiryPolicy): Settings => ({
  expiry: {
    required,
    maxDays,
    // A default beyond the longest lifetime, which nobody set, gives way to it.
    defaultDays:
      defaultDays !== null && maxDays !== null ? Math.min(defaultDays, maxDays) : defaultDays,
  },
  namingRules: [],
  assignableRoles: [],
  clearTextForAdminTokens: false,
  personalTokens: { maxTokens: 5, maxDays: 365, roles: [], defaultRoles: [] },
  notices: {
    isOn: true,
    days: [30, 7, 1],
    onExpiry: true,
    hour: 8,
    timeZone: 'UTC',
    recipients: [],
  },
  alerts: { isOn: true, denials: 100, windowMinutes: 10, endedTokens: true, recipients: [] },
  retention: { activityDays: 365, usageDays: 400 },
  rateLimit: null,
});

const isSection = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What was saved, and the defaults for what it lacks: a release may add a part, or a field to one,
 * that an older save does not have, and leave out one that it has.
 */
export const completed = (defaults: Settings, saved: unknown): Record<string, unknown> => {
  const stored = isSection(saved) ? saved : {};
  return Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => {
      const own = name in stored ? stored[name] : value;
      return [name, isSection(value) && isSection(own) ? { ...value, ...own } : own];
    }),
  );
};
