import type { Issue } from '../../hooks/use-field-errors';
import type { Translate } from '../../translations/use-t';
import { type KeyFormValues, lacksDate } from './key-form-values';

/** Where the contract has the owner's name. */
export const OWNER_NAME = 'technicalOwner.name';

const isOfOwnerName = ({ path }: Issue) => path.map(String).join('.') === OWNER_NAME;

/** What the contract found, in the words of this form, and what only the form can find. */
export const keyFormIssues = (
  values: KeyFormValues,
  found: readonly Issue[],
  t: Translate,
): Issue[] => {
  // An owner is optional: without a name, it is the addresses that ask for one.
  const lacksOwnerName = values.ownerName.trim() === '';
  return [
    ...found.map((issue) =>
      lacksOwnerName && isOfOwnerName(issue)
        ? { path: issue.path, message: t('key.owner.name.missing') }
        : issue,
    ),
    ...(lacksDate(values.expiry)
      ? [{ path: ['expiresAt'], message: t('key.expiry.missing') }]
      : []),
  ];
};
