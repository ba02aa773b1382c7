import { mailAddress } from './mail-address';

/** Why somebody gets a notice about a key. */
export type NoticePart = 'author' | 'owner' | 'technical-owner' | 'watcher';

export interface Reachable {
  /** Of somebody who can still sign in. */
  readonly email: string | null;
}

export interface NoticedKey {
  /** `null` where the author left. */
  readonly author: Reachable | null;
  /** The person whose personal token it is; absent for an organisation's key. */
  readonly owner?: Reachable;
  readonly technicalOwnerEmails: readonly string[];
}

export interface NoticeRecipient {
  /** In lower case, so that one person gets one mail. */
  readonly address: string;
  readonly part: NoticePart;
}

/**
 * Whom a notice reaches: the author, the technical owner, and the addresses of Rules & notices; of a
 * personal token its owner alone. Each address once, for the first reason.
 */
export const noticeRecipients = (
  { author, owner, technicalOwnerEmails }: NoticedKey,
  watchers: readonly string[],
): NoticeRecipient[] => {
  const named: readonly (readonly [NoticePart, readonly (string | null)[]])[] =
    owner === undefined
      ? [
          ['author', [author?.email ?? null]],
          ['technical-owner', technicalOwnerEmails],
          ['watcher', watchers],
        ]
      : [['owner', [owner.email]]];
  const found = new Map<string, NoticePart>();
  for (const [part, emails] of named) {
    for (const email of emails) {
      const address = mailAddress(email?.toLowerCase());
      if (address !== null && !found.has(address)) found.set(address, part);
    }
  }
  return [...found].map(([address, part]) => ({ address, part }));
};
