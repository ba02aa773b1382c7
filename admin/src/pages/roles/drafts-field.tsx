import { Checkbox, Field } from '@strapi/design-system';
import { FormField } from '../../components/form-field';
import { useT } from '../../translations/use-t';
import type { RoleFormState } from './use-role-form';

interface DraftsFieldProps {
  form: RoleFormState;
  isReadOnly: boolean;
}

/** Whether a role opens drafts; not to do so is the safe default, and must not look like a fault. */
export const DraftsField = ({ form: { values, set, errorOf }, isReadOnly }: DraftsFieldProps) => {
  const t = useT();
  return (
    <FormField
      name="drafts"
      label={t('role.drafts')}
      hint={t('role.drafts.hint')}
      error={errorOf('drafts')}
    >
      <DraftsCheckbox
        isChecked={values.drafts}
        isReadOnly={isReadOnly}
        onChange={(isChecked) => {
          set('drafts', isChecked);
        }}
      />
    </FormField>
  );
};

interface DraftsCheckboxProps {
  isChecked: boolean;
  isReadOnly: boolean;
  onChange: (isChecked: boolean) => void;
}

const DraftsCheckbox = ({ isChecked, isReadOnly, onChange }: DraftsCheckboxProps) => {
  const t = useT();
  // The design system's checkbox, unlike its other controls, does not look for its field itself.
  const { id = '', error } = Field.useField('DraftsCheckbox');
  return (
    <Checkbox
      id={id}
      aria-describedby={`${id}-${typeof error === 'string' ? 'error' : 'hint'}`}
      checked={isChecked}
      disabled={isReadOnly}
      onCheckedChange={(checked) => {
        onChange(checked === true);
      }}
    >
      {t('role.drafts.yes')}
    </Checkbox>
  );
};
