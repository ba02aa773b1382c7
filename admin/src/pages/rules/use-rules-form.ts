import { useNotification } from '@strapi/strapi/admin';
import { sentenceOf } from '../../../../contracts/sentences';
import { type SettingsAnswer, updateSettingsBody } from '../../../../contracts/settings';
import { useUpdateAccessSettingsMutation } from '../../api/settings';
import { useDraft } from '../../hooks/use-draft';
import { type Issue, useFieldErrors } from '../../hooks/use-field-errors';
import { useLeaveGuard } from '../../hooks/use-leave-guard';
import { useT } from '../../translations/use-t';
import { mergedRules } from './merged-rules';
import { type RulesFormValues, rulesFormOf, settingsOf } from './rules-form-values';

interface Stored {
  readonly answer: SettingsAnswer;
  /** Fetches what is stored now. */
  readonly read: () => Promise<SettingsAnswer | null>;
  readonly onSaved: (answer: SettingsAnswer) => void;
}

type Section = keyof RulesFormValues;
type Fields<Name extends Section> = Partial<RulesFormValues[Name]>;

/** Fields are named as the settings name them. */
const withinSettings = (issue: Issue): Issue =>
  issue.path[0] === 'settings' ? { ...issue, path: issue.path.slice(1) } : issue;

/** State of Rules & notices. */
export const useRulesForm = ({ answer, read, onSaved }: Stored) => {
  const t = useT();
  const { toggleNotification } = useNotification();
  const draft = useDraft(rulesFormOf(answer.settings));
  const errors = useFieldErrors();
  const [update, { isLoading: isBusy }] = useUpdateAccessSettingsMutation();
  const guard = useLeaveGuard(draft.isDirty);

  const submit = async () => {
    const body = updateSettingsBody.safeParse(
      { settings: settingsOf(draft.values), revision: answer.revision },
      { error: sentenceOf },
    );
    errors.report((body.error?.issues ?? []).map(withinSettings));
    if (!body.success) return;
    try {
      const { data } = await update(body.data).unwrap();
      draft.reset(rulesFormOf(data.settings));
      onSaved(data);
      toggleNotification({ type: 'success', message: t('rules.saved') });
    } catch (error) {
      errors.fail(error);
    }
  };

  const reload = async () => {
    const fresh = await read();
    if (fresh === null) return;
    draft.rebase(rulesFormOf(fresh.settings), mergedRules);
    errors.dismiss();
  };

  return {
    values: draft.values,
    isDirty: draft.isDirty,
    choices: answer.choices,
    errorOf: errors.errorOf,
    reports: errors.reports,
    failure: errors.failure,
    guard,
    isBusy,
    /** Replaces a whole section, such as a list. */
    set: <Name extends Section>(name: Name, value: RulesFormValues[Name]) => {
      draft.set(name, value);
      errors.clear(name);
    },
    /** Changes fields of a section. */
    change: <Name extends Section>(name: Name, fields: Fields<Name>) => {
      draft.set(name, { ...(draft.values[name] as object), ...fields } as RulesFormValues[Name]);
      errors.clear(...Object.keys(fields).map((field) => `${name}.${field}`));
    },
    submit: () => {
      if (!isBusy) void submit();
    },
    reload: () => void reload(),
  };
};

export type RulesFormState = ReturnType<typeof useRulesForm>;

/** What every section is given. */
export interface SectionProps {
  readonly form: RulesFormState;
}
