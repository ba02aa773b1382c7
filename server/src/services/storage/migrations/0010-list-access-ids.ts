import { TABLES } from '../tables';
import type { Migration } from './migration';

/**
 * The list's order by Access ID among the keys that it shows by itself: by the unique index alone,
 * a page far from the ends had to read every wide row before it.
 */
export const listAccessIds: Migration = {
  name: '0010-list-access-ids',
  async up({ addIndex }) {
    await addIndex(
      TABLES.credentials,
      ['owner_kind', 'revoked_at', 'access_id', 'key_id'],
      'api_access_credentials_access_idx',
    );
  },
};
