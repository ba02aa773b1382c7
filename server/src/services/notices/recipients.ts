import { noticeRecipients, type NoticeRecipient } from '../../domain/notice-recipients';
import type { StoredKey } from '../key-reader';
import { reachableAuthor } from '../told-keys';

/** Whom notices of a key reach at this moment. */
export const recipientsOf = (key: StoredKey, watchers: readonly string[]): NoticeRecipient[] => {
  const author = reachableAuthor(key);
  return noticeRecipients(
    {
      author: author === null ? null : { email: author.email ?? null },
      technicalOwnerEmails: key.row.technicalOwner?.emails ?? [],
      ...(key.credential.owner === null ? {} : { owner: { email: key.owner.email } }),
    },
    watchers,
  );
};
