import { TextInput, Typography, VisuallyHidden } from '@strapi/design-system';
import type { NamingRule } from '../../../../contracts/key-policy';
import { FormField } from '../../components/form-field';
import { useT } from '../../translations/use-t';
import { useNameCheck } from './use-name-check';

interface NameFieldProps {
  value: string;
  /** One of them has to match; without any, every name is allowed. */
  rules: readonly NamingRule[];
  /** The key that is edited, and its name as it is stored. */
  id?: string | undefined;
  current?: string | undefined;
  error: string | undefined;
  onChange: (name: string) => void;
}

/** The Access Name, with the rule that it must match, checked while one types. */
export const NameField = ({ value, rules, id, current, error, onChange }: NameFieldProps) => {
  const t = useT();
  const found = useNameCheck(value, { rules, id, current });
  const said = error ?? found;
  const [only] = rules;
  const rule =
    only === undefined
      ? undefined
      : rules.length === 1
        ? t('key.name.rule', { pattern: only.pattern, example: only.example })
        : t('key.name.rules', {
            rules: rules
              .map(({ pattern, example }) => t('key.name.rules.one', { pattern, example }))
              .join('; '),
          });
  return (
    <FormField
      name="name"
      label={t('key.name')}
      hint={rule === undefined ? t('key.name.hint') : `${rule} ${t('key.name.hint.ruled')}`}
      error={said}
      required
    >
      <TextInput
        value={value}
        autoComplete="off"
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      {/* The fault takes the place of the hint, and with it of the rule, unless it tells the rule. */}
      {rule === undefined ||
      said === undefined ||
      rules.some(({ pattern }) => said.includes(pattern)) ? null : (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {rule}
        </Typography>
      )}
      <VisuallyHidden role="status">{error === undefined ? (found ?? '') : ''}</VisuallyHidden>
    </FormField>
  );
};
