import type { Issue } from '../../hooks/use-field-errors';
import type { Translate } from '../../translations/use-t';
import { type KeyFormValues, lacksDate } from './key-form-values';
import { networksOf } from './networks-text';

/** Where the contract has the owner's name. */
export const OWNER_NAME = 'technicalOwner.name';

const pathOf = ({ path }: Issue) => path.map(String).join('.');

/** A fault as the contract words it, in words that fit this form where those do not. */
const reworded = (issue: Issue, values: KeyFormValues, t: Translate): Issue => {
  const path = pathOf(issue);
  // An owner is optional: without a name, it is the addresses that ask for one.
  if (path === OWNER_NAME && values.ownerName.trim() === '') {
    return { path: issue.path, message: t('key.owner.name.missing') };
  }
  if (path === 'rateLimit.requests')
    return { path: issue.path, message: t('key.rate.requests.fault') };
  if (path === 'rateLimit.windowSeconds')
    return { path: issue.path, message: t('key.rate.every.fault') };
  const [field, at] = issue.path;
  const network = field === 'networks' ? networksOf(values.networks)[Number(at)] : undefined;
  return network === undefined
    ? issue
    : { path: issue.path, message: t('key.networks.fault', { network }) };
};

/** What the contract found, in the words of this form, and what only the form can find. */
export const keyFormIssues = (
  values: KeyFormValues,
  found: readonly Issue[],
  t: Translate,
): Issue[] => [
  ...found.map((issue) => reworded(issue, values, t)),
  ...(lacksDate(values.expiry) ? [{ path: ['expiresAt'], message: t('key.expiry.missing') }] : []),
];
