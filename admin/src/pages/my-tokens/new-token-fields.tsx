import { MultiSelect, MultiSelectOption } from '@strapi/design-system';
import { expiryChoices } from '../../../../contracts/expiry-choices';
import type { MyTokenRules } from '../../../../contracts/my-tokens';
import { ExpiryField } from '../../components/expiry-field';
import { FormField } from '../../components/form-field';
import { useFormats } from '../../hooks/use-formats';
import { useT } from '../../translations/use-t';
import type { NewTokenForm } from './use-new-token';

interface NewTokenFieldsProps {
  form: NewTokenForm;
  rules: MyTokenRules;
}

/** What a token may do, and when it ends. */
export const NewTokenFields = ({ form, rules }: NewTokenFieldsProps) => {
  const t = useT();
  const { list } = useFormats();
  const { values, set, errorOf } = form;
  const chosen = rules.roles.filter(({ id }) => values.roles.includes(id));
  return (
    <>
      <FormField
        name="roles"
        label={t('key.roles')}
        hint={t('my.roles.hint')}
        error={errorOf('roles')}
        required
      >
        <MultiSelect
          placeholder={t('key.roles.placeholder')}
          clearLabel={t('key.roles.clear')}
          customizeContent={() => list(chosen.map(({ name }) => name))}
          value={[...values.roles]}
          onChange={(roles: string[]) => {
            set('roles', roles);
          }}
          onClear={() => {
            set('roles', []);
          }}
        >
          {rules.roles.map(({ id, name }) => (
            <MultiSelectOption key={id} value={id}>
              {name}
            </MultiSelectOption>
          ))}
        </MultiSelect>
      </FormField>
      <ExpiryField
        value={values.expiry}
        choices={expiryChoices(rules.expiry)}
        policy={rules.expiry}
        error={errorOf('expiry')}
        onChange={(expiry) => {
          set('expiry', expiry);
        }}
      />
    </>
  );
};
