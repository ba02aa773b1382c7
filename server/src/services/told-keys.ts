import type { AdminUserRow } from './admin-name';
import type { StoredKey } from './key-reader';

/** The author of a key, as long as that admin can sign in. */
export const reachableAuthor = ({ row: { author } }: StoredKey): AdminUserRow | null =>
  author?.isActive === true && author.blocked !== true ? author : null;

const pagesOf = (adminUrl: string): string => `${adminUrl}/settings/api-access`;

/** Page of a key, for who looks after keys. */
export const keyPageOf = (adminUrl: string | null, { row }: StoredKey): string | null =>
  adminUrl === null ? null : `${pagesOf(adminUrl)}/${row.documentId}`;

/** The same, or that of the owner's own tokens; an end user has none in the admin panel. */
export const holderPageOf = (adminUrl: string | null, key: StoredKey): string | null => {
  const { owner } = key.credential;
  if (owner === null) return keyPageOf(adminUrl, key);
  return adminUrl === null || owner.kind === 'user' ? null : `${pagesOf(adminUrl)}-my-tokens`;
};
