import { mergedRules } from '../../admin/src/pages/rules/merged-rules';
import { rowsOf } from '../../admin/src/pages/rules/row-keys';
import { rulesFormOf, settingsOf } from '../../admin/src/pages/rules/rules-form-values';
import { updateSettingsBody, type Settings } from '../../contracts';
import { defaultSettings } from '../../server/src/domain/default-settings';

const DEFAULTS = defaultSettings({ required: false, defaultDays: null, maxDays: null });

const FILLED: Settings = {
  ...DEFAULTS,
  expiry: { required: true, defaultDays: 60, maxDays: 180 },
  namingRules: [{ adminRole: '2', pattern: 'prod-.+', example: 'prod-app' }],
  assignableRoles: [{ adminRole: '3', roles: ['readonly'] }],
  clearTextForAdminTokens: true,
  personalTokens: { maxTokens: 1, maxDays: 30, roles: ['readonly'], defaultRoles: ['readonly'] },
  notices: {
    ...DEFAULTS.notices,
    days: [14, 3],
    recipients: ['ops@example.com', 'it@example.com'],
  },
  rateLimit: { requests: 600, windowSeconds: 3_600 },
};

/** The form as it was typed, as a save would send it. */
const faultsOf = (typed: ReturnType<typeof rulesFormOf>) =>
  updateSettingsBody
    .safeParse({ settings: settingsOf(typed), revision: 0 })
    .error?.issues.map(({ path }) => path.slice(1).join('.')) ?? [];

describe('the form of Rules & notices', () => {
  it.each([
    ['defaults', DEFAULTS],
    ['settings with everything in them', FILLED],
  ])('gives %s back as they were', (_what, settings) => {
    expect(settingsOf(rulesFormOf(settings))).toEqual(settings);
  });

  it('reads lists with any separator', () => {
    const form = rulesFormOf(DEFAULTS);
    const typed = {
      ...form,
      notices: { ...form.notices, days: ' 30 7;1,', recipients: 'a@x.io; b@x.io' },
    };

    expect(settingsOf(typed).notices).toMatchObject({
      days: [30, 7, 1],
      recipients: ['a@x.io', 'b@x.io'],
    });
  });

  it('leaves what is no number, or missing, for the contract to find', () => {
    const form = rulesFormOf(DEFAULTS);

    expect(
      faultsOf({
        ...form,
        expiry: { ...form.expiry, defaultDays: 'sixty' },
        personalTokens: { ...form.personalTokens, maxTokens: '' },
        notices: { ...form.notices, days: '30, soon' },
        retention: { ...form.retention, usageDays: '1.5' },
      }),
    ).toEqual([
      'expiry.defaultDays',
      'personalTokens.maxTokens',
      'notices.days.1',
      'retention.usageDays',
    ]);
  });
});

describe('what was typed, over what somebody else has saved meanwhile', () => {
  const base = rulesFormOf(FILLED);

  it('keeps both, field by field', () => {
    const typed = { ...base, notices: { ...base.notices, days: '10' } };
    const fresh = {
      ...base,
      notices: { ...base.notices, isOn: false },
      retention: { ...base.retention, usageDays: '90' },
    };

    expect(mergedRules(base, typed, fresh)).toEqual({
      ...fresh,
      notices: { ...base.notices, isOn: false, days: '10' },
    });
  });

  it('keeps the rules and lists that the other has added, changed or removed', () => {
    const rule = (adminRole: string, pattern: string) => ({ adminRole, pattern, example: 'x' });
    const before = { ...base, namingRules: [rule('1', 'a'), rule('2', 'b'), rule('3', 'c')] };
    const typed = { ...before, namingRules: [rule('1', 'mine'), rule('2', 'b'), rule('5', 'new')] };
    const fresh = { ...before, namingRules: [rule('1', 'a'), rule('3', 'c'), rule('4', 'theirs')] };

    expect(mergedRules(before, typed, fresh).namingRules).toEqual([
      rule('1', 'mine'),
      rule('4', 'theirs'),
      rule('5', 'new'),
    ]);
  });

  it('lets what was typed win where both have changed the same', () => {
    const typed = { ...base, expiry: { ...base.expiry, maxDays: '90' } };
    const fresh = { ...base, expiry: { ...base.expiry, maxDays: '100' } };

    expect(mergedRules(base, typed, fresh).expiry.maxDays).toBe('90');
  });

  it('keeps a rate limit whole, never the requests of one with the time of the other', () => {
    const typed = { ...base, rateLimit: { ...base.rateLimit, requests: '5' } };
    const fresh = { ...base, rateLimit: { ...base.rateLimit, every: '9' } };

    expect(mergedRules(base, typed, fresh).rateLimit).toEqual(typed.rateLimit);
  });
});

describe('the cards of a list', () => {
  const keys = (rows: ReturnType<typeof rowsOf>) => rows.map(({ key }) => key);

  it('stay the same where one is given to another admin role', () => {
    const before = rowsOf([], ['1', '2']);

    expect(keys(rowsOf(before, ['1', '9']))).toEqual(keys(before));
  });

  it('stay the same where another one is removed, and none is taken for a new one', () => {
    const before = rowsOf([], ['1', '2', '3']);
    const removed = rowsOf(before, ['1', '3']);
    const renamed = rowsOf(removed, ['2', '3']);

    expect(keys(removed)).toEqual([keys(before)[0], keys(before)[2]]);
    expect(new Set(keys(rowsOf(renamed, ['2', '3', '1']))).size).toBe(3);
  });
});
