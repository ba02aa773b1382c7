import type { Settings } from '../../../../contracts';
import { mailAddress } from '../../domain/mail-address';
import type { StoredKey } from '../key-reader';
import { reachableAuthor } from '../told-keys';

interface AlertRecipients {
  readonly recipients: readonly string[];
  /** Whether it goes to whoever answers for the key, and not to the addresses of the rules. */
  readonly isHolder: boolean;
}

/** Whoever Rules & notices name, else who answers for the key, else who gets all notices. */
export const recipientsOf = (key: StoredKey, { alerts, notices }: Settings): AlertRecipients => {
  if (alerts.recipients.length > 0) return { isHolder: false, recipients: alerts.recipients };
  const { owner } = key;
  const holder = mailAddress(owner.state === 'active' ? owner.email : reachableAuthor(key)?.email);
  return holder === null
    ? { isHolder: false, recipients: notices.recipients }
    : { isHolder: true, recipients: [holder] };
};
