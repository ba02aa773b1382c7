import type { Settings } from '../../../../contracts/settings';
import { rateLimitOf, rateLimitTextOf, type RateLimitText } from '../../components/rate-limit-text';

type Typed<Section, Texts extends keyof Section> = Omit<Section, Texts> & Record<Texts, string>;

/** Rules & notices as they are typed: numbers and lists of addresses are texts. */
export interface RulesFormValues {
  readonly expiry: Typed<Settings['expiry'], 'defaultDays' | 'maxDays'>;
  readonly namingRules: Settings['namingRules'];
  readonly assignableRoles: Settings['assignableRoles'];
  readonly clearTextForAdminTokens: boolean;
  readonly personalTokens: Typed<Settings['personalTokens'], 'maxTokens' | 'maxDays'>;
  readonly notices: Typed<Settings['notices'], 'days' | 'recipients'>;
  readonly alerts: Typed<Settings['alerts'], 'denials' | 'windowMinutes' | 'recipients'>;
  readonly retention: Typed<Settings['retention'], 'activityDays' | 'usageDays'>;
  readonly rateLimit: RateLimitText;
}

const textOf = (number: number | null): string => (number === null ? '' : String(number));
const joined = (items: readonly (string | number)[]): string => items.join(', ');

/** What is not a number stays none, for the contract to find. */
const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));
const numberOrNull = (text: string): number | null => (text.trim() === '' ? null : Number(text));
const partsOf = (text: string): string[] => text.split(/[\s,;]+/).filter((part) => part !== '');

export const rulesFormOf = (settings: Settings): RulesFormValues => {
  const { expiry, personalTokens, notices, alerts, retention } = settings;
  return {
    ...settings,
    expiry: {
      ...expiry,
      defaultDays: textOf(expiry.defaultDays),
      maxDays: textOf(expiry.maxDays),
    },
    personalTokens: {
      ...personalTokens,
      maxTokens: textOf(personalTokens.maxTokens),
      maxDays: textOf(personalTokens.maxDays),
    },
    notices: { ...notices, days: joined(notices.days), recipients: joined(notices.recipients) },
    alerts: {
      ...alerts,
      denials: textOf(alerts.denials),
      windowMinutes: textOf(alerts.windowMinutes),
      recipients: joined(alerts.recipients),
    },
    retention: {
      activityDays: textOf(retention.activityDays),
      usageDays: textOf(retention.usageDays),
    },
    rateLimit: rateLimitTextOf(settings.rateLimit),
  };
};

/** For the contract to judge: not every text is what it should be. */
export const settingsOf = (values: RulesFormValues): Settings => {
  const { expiry, personalTokens, notices, alerts, retention } = values;
  return {
    ...values,
    expiry: {
      ...expiry,
      defaultDays: numberOrNull(expiry.defaultDays),
      maxDays: numberOrNull(expiry.maxDays),
    },
    personalTokens: {
      ...personalTokens,
      maxTokens: numberOf(personalTokens.maxTokens),
      maxDays: numberOrNull(personalTokens.maxDays),
    },
    notices: {
      ...notices,
      days: partsOf(notices.days).map(Number),
      recipients: partsOf(notices.recipients),
    },
    alerts: {
      ...alerts,
      denials: numberOf(alerts.denials),
      windowMinutes: numberOf(alerts.windowMinutes),
      recipients: partsOf(alerts.recipients),
    },
    retention: {
      activityDays: numberOf(retention.activityDays),
      usageDays: numberOf(retention.usageDays),
    },
    rateLimit: rateLimitOf(values.rateLimit),
  };
};
