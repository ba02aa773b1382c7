import {
  Box,
  Checkbox,
  Field,
  Grid,
  MultiSelect,
  MultiSelectOption,
  Typography,
} from '@strapi/design-system';
import { type ReactNode, useId } from 'react';
import { FormField } from '../../components/form-field';
import { useFormats } from '../../hooks/use-formats';
import { useT } from '../../translations/use-t';

interface CellProps {
  /** Of twelve columns, where there is room. */
  col?: number;
  children: ReactNode;
}

/** One field of a section's grid. */
export const Cell = ({ col = 6, children }: CellProps) => (
  <Grid.Item col={col} xs={12} alignItems="flex-start">
    {children}
  </Grid.Item>
);

interface TextFieldProps {
  name: string;
  label: string;
  hint?: string | undefined;
  error: string | undefined;
  value: string;
  isNumber?: boolean;
  isDisabled?: boolean;
  onChange: (value: string) => void;
}

export const TextField = ({
  isNumber = false,
  isDisabled = false,
  value,
  onChange,
  ...field
}: TextFieldProps) => (
  <FormField {...field}>
    <Field.Input
      value={value}
      disabled={isDisabled}
      inputMode={isNumber ? 'numeric' : 'text'}
      autoComplete="off"
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  </FormField>
);

interface CheckFieldProps {
  label: string;
  hint?: string;
  isChecked: boolean;
  isDisabled?: boolean;
  onChange: (isChecked: boolean) => void;
}

export const CheckField = ({
  label,
  hint,
  isChecked,
  isDisabled = false,
  onChange,
}: CheckFieldProps) => {
  const id = useId();
  return (
    <Box width="100%">
      <Checkbox
        checked={isChecked}
        disabled={isDisabled}
        aria-describedby={hint === undefined ? undefined : id}
        onCheckedChange={(checked) => {
          onChange(checked === true);
        }}
      >
        {label}
      </Checkbox>
      {hint === undefined ? null : (
        <Typography id={id} tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
          {hint}
        </Typography>
      )}
    </Box>
  );
};

interface RolesFieldProps {
  name: string;
  label: string;
  hint: string;
  error: string | undefined;
  value: readonly string[];
  roles: readonly { readonly id: string; readonly name: string }[];
  onChange: (ids: string[]) => void;
}

export const RolesField = ({ value, roles, onChange, ...field }: RolesFieldProps) => {
  const t = useT();
  const { list } = useFormats();
  return (
    <FormField {...field}>
      <MultiSelect
        placeholder={t('rules.roles.placeholder')}
        clearLabel={t('rules.roles.clear')}
        customizeContent={() =>
          list(roles.filter(({ id }) => value.includes(id)).map(({ name }) => name))
        }
        value={[...value]}
        onChange={onChange}
        onClear={() => {
          onChange([]);
        }}
      >
        {roles.map(({ id, name }) => (
          <MultiSelectOption key={id} value={id}>
            {name}
          </MultiSelectOption>
        ))}
      </MultiSelect>
    </FormField>
  );
};
