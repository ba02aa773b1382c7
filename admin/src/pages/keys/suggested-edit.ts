import type { Key } from '../../../../contracts/keys';
import { type KeyFormValues, keyFormOf } from './key-form-values';
import { networksOf, networksTextOf } from './networks-text';

/** What a link to the form of a key can add to it. */
export interface Suggestion {
  /** Id of an API role. */
  readonly role?: string;
  /** An address from which the key is to work as well. */
  readonly network?: string;
}

/** Query string that carries a suggestion. */
export const suggestionQuery = ({ role, network }: Suggestion): string =>
  new URLSearchParams({
    ...(role === undefined ? {} : { 'add-role': role }),
    ...(network === undefined ? {} : { 'add-network': network }),
  }).toString();

/** What a suggestion makes of the form; nothing where it adds nothing. It is saved by hand only. */
export const suggestedEdit = (
  key: Key,
  search: URLSearchParams,
): Partial<KeyFormValues> | undefined => {
  const form = keyFormOf(key);
  const role = search.get('add-role');
  const network = search.get('add-network');
  const networks = networksOf(form.networks);
  const edit = {
    ...(role === null || key.roles === undefined || form.roles.includes(role)
      ? {}
      : { roles: [...form.roles, role] }),
    ...(network === null || networks.length === 0 || networks.includes(network)
      ? {}
      : { networks: networksTextOf([...networks, network]) }),
  };
  return Object.keys(edit).length === 0 ? undefined : edit;
};
