import type { FieldIssue, Settings, SettingsAnswer } from '../../../contracts';
import { ERROR_ANSWERS } from './errors';
import { compileRule } from './naming-rule';

type Choices = SettingsAnswer['choices'];
type Path = FieldIssue['path'];

const fault = (path: Path, message: string): FieldIssue => ({
  path,
  code: 'invalid_input',
  message,
});

const NO_ADMIN_ROLE = 'This admin role does not exist.';
const TWICE = 'This admin role is named twice.';

/** Of a list with one entry for each admin role. */
const adminRoleFaults = (
  list: 'namingRules' | 'assignableRoles',
  settings: Settings,
  { adminRoles }: Choices,
): FieldIssue[] => {
  const named = settings[list].map(({ adminRole }) => adminRole);
  return named.flatMap((id, at) => {
    const path = [list, at, 'adminRole'];
    const known = adminRoles.find((role) => role.id === id);
    if (known === undefined) return [fault(path, NO_ADMIN_ROLE)];
    if (named.indexOf(id) < at) return [fault(path, TWICE)];
    return list === 'assignableRoles' && known.isSuperAdmin
      ? [fault(path, 'Super Admins may assign every API role.')]
      : [];
  });
};

const unknownRoles = (ids: readonly string[], path: Path, { roles }: Choices): FieldIssue[] =>
  ids.flatMap((id, at) =>
    roles.some((role) => role.id === id)
      ? []
      : [
          {
            path: [...path, at],
            code: 'unknown_role',
            message: ERROR_ANSWERS.unknown_role.message,
          },
        ],
  );

const ruleFaults = ({ namingRules }: Settings): FieldIssue[] =>
  namingRules.flatMap(({ pattern, example }, at) => {
    const rule = compileRule(pattern);
    if (!rule.ok) {
      const { at: place } = rule.fault;
      // As people count, where whoever saves is shown no mark in the pattern.
      const where = place === null ? '' : ` The fault is at character ${String(place + 1)}.`;
      const message = `${rule.fault.message}${where}`;
      return [{ path: ['namingRules', at, 'pattern'], code: 'invalid_pattern', message }];
    }
    return rule.matches(example)
      ? []
      : [fault(['namingRules', at, 'example'], 'The example does not match the pattern.')];
  });

const defaultRoleFaults = ({ personalTokens: { roles, defaultRoles } }: Settings): FieldIssue[] =>
  defaultRoles.flatMap((id, at) =>
    roles.includes(id)
      ? []
      : [
          fault(
            ['personalTokens', 'defaultRoles', at],
            'A default role must be among the roles that are open to personal tokens.',
          ),
        ],
  );

/** What the contract cannot see: names of what does not exist, patterns, and parts at odds. */
export const settingsFaults = (settings: Settings, choices: Choices): FieldIssue[] => [
  ...adminRoleFaults('namingRules', settings, choices),
  ...ruleFaults(settings),
  ...adminRoleFaults('assignableRoles', settings, choices),
  ...settings.assignableRoles.flatMap(({ roles }, at) =>
    unknownRoles(roles, ['assignableRoles', at, 'roles'], choices),
  ),
  ...unknownRoles(settings.personalTokens.roles, ['personalTokens', 'roles'], choices),
  ...defaultRoleFaults(settings),
];

const once = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** Addresses of mail servers that anybody uses do not tell upper from lower case. */
const onceEach = (addresses: readonly string[]): string[] =>
  addresses.filter(
    (address, at) =>
      addresses.findIndex((other) => other.toLowerCase() === address.toLowerCase()) === at,
  );

/** Nothing twice, and days as they come before an expiry. */
export const tidySettings = (settings: Settings): Settings => ({
  ...settings,
  assignableRoles: settings.assignableRoles.map((list) => ({ ...list, roles: once(list.roles) })),
  personalTokens: {
    ...settings.personalTokens,
    roles: once(settings.personalTokens.roles),
    defaultRoles: once(settings.personalTokens.defaultRoles),
  },
  notices: {
    ...settings.notices,
    days: once(settings.notices.days).sort((a, b) => b - a),
    recipients: onceEach(settings.notices.recipients),
  },
  alerts: { ...settings.alerts, recipients: onceEach(settings.alerts.recipients) },
});

/** Whether settings name anything that could have been deleted since. */
export const namesRoles = ({ namingRules, assignableRoles, personalTokens }: Settings): boolean =>
  namingRules.length + assignableRoles.length + personalTokens.roles.length > 0;

/** Without what has been deleted since: a list that loses its last role still holds its people. */
export const withoutStale = (settings: Settings, { adminRoles, roles }: Choices): Settings => {
  const isAdminRole = ({ adminRole }: { adminRole: string }) =>
    adminRoles.some(({ id }) => id === adminRole);
  const known = (ids: readonly string[]) =>
    ids.filter((id) => roles.some((role) => role.id === id));
  const { personalTokens } = settings;
  return {
    ...settings,
    namingRules: settings.namingRules.filter(isAdminRole),
    assignableRoles: settings.assignableRoles
      .filter(isAdminRole)
      .map((list) => ({ ...list, roles: known(list.roles) })),
    personalTokens: {
      ...personalTokens,
      roles: known(personalTokens.roles),
      defaultRoles: known(personalTokens.defaultRoles),
    },
  };
};

/** Names of the parts that a save changes, by which the activity tells it. */
export const changedSections = (before: Settings, after: Settings): string[] =>
  (Object.keys(after) as (keyof Settings)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );

/** Whether notices are due at other times than before, so that every key is to be looked at again. */
export const movesNotices = ({ notices: a }: Settings, { notices: b }: Settings): boolean =>
  a.hour !== b.hour || a.timeZone !== b.timeZone || a.days.join() !== b.days.join();
