import { TABLES } from '../tables';
import type { Migration } from './migration';

/**
 * What the list of keys reads of every key, in narrow indexes: the credentials themselves are wide
 * with hashes, and reading 100,000 of them is most of what a page of the list would take.
 */
export const listIndexes: Migration = {
  name: '0004-list-indexes',
  async up({ addIndex }) {
    await addIndex(
      TABLES.credentials,
      ['owner_kind', 'revoked_at', 'expires_at', 'issued_at', 'key_id'],
      'api_access_credentials_list_idx',
    );
    await addIndex(
      TABLES.usageTotals,
      ['key_id', 'last_used_at', 'allowed'],
      'api_access_usage_totals_list_idx',
    );
  },
};
