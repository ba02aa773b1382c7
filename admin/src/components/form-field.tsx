import { Field } from '@strapi/design-system';
import { type ReactNode } from 'react';

interface FormFieldProps {
  /** Path of the field in the contract, by which faults find it. */
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean;
  children: ReactNode;
}

/** Label, control, hint and fault of one field; only one of the last two is shown. */
export const FormField = ({ name, label, hint, error, required, children }: FormFieldProps) => (
  <Field.Root
    name={name}
    hint={hint}
    error={error ?? false}
    required={required ?? false}
    width="100%"
  >
    <Field.Label>{label}</Field.Label>
    {children}
    <Field.Hint />
    <Field.Error />
  </Field.Root>
);
