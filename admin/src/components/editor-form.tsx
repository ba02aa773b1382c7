import { type ReactNode, useRef } from 'react';
import { useFocusFirstError } from '../hooks/use-focus-first-error';

interface EditorFormProps {
  onSubmit: () => void;
  /** How often faults were reported, as `useFieldErrors` counts. */
  reports: number;
  children: ReactNode;
}

/** The form around a page with fields; what is wrong with them is said in the page, not by the browser. */
export const EditorForm = ({ onSubmit, reports, children }: EditorFormProps) => {
  const form = useRef<HTMLFormElement>(null);
  useFocusFirstError(form, reports);
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
};
