import { useDraft } from '../../hooks/use-draft';
import { useFieldErrors } from '../../hooks/use-field-errors';
import { OWNER_NAME } from './key-form-issues';
import type { KeyFormValues } from './key-form-values';

/** Where the contract calls a field otherwise than the form does. */
const CONTRACT_PATHS: Partial<Record<keyof KeyFormValues, string>> = {
  expiry: 'expiresAt',
  ownerName: OWNER_NAME,
  ownerEmails: 'technicalOwner.emails',
};

/** The form that makes and edits a key: what is typed, and what is wrong with it. */
export const useKeyForm = (initial: KeyFormValues, typed?: Partial<KeyFormValues>) => {
  const draft = useDraft(initial, typed);
  const errors = useFieldErrors();
  const pathOf = (name: keyof KeyFormValues) => CONTRACT_PATHS[name] ?? name;
  return {
    values: draft.values,
    changed: draft.changed,
    isDirty: draft.isDirty,
    rebase: draft.rebase,
    report: errors.report,
    reports: errors.reports,
    failure: errors.failure,
    fail: errors.fail,
    dismiss: errors.dismiss,
    /** The fault of a field by the name that the contract has for it. */
    errorAt: errors.errorOf,
    errorOf: (name: keyof KeyFormValues) => errors.errorOf(pathOf(name)),
    set: <Name extends keyof KeyFormValues>(name: Name, value: KeyFormValues[Name]) => {
      draft.set(name, value);
      // A name is missing only because of the addresses: without any, it no longer is.
      const isOwnerless =
        name === 'ownerEmails' && value === '' && draft.values.ownerName.trim() === '';
      errors.clear(pathOf(name), ...(isOwnerless ? [OWNER_NAME] : []));
    },
  };
};

export type KeyFormState = ReturnType<typeof useKeyForm>;
