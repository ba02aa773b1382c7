import { TABLES } from '../tables';
import type { Migration } from './migration';

/**
 * What the list of keys sorts and filters by of their usage, beside the credentials: one narrow
 * index then leads to a page, where two tables had to be joined and sorted as a whole.
 */
export const usageBesideCredentials: Migration = {
  name: '0006-usage-beside-credentials',
  async up({ trx, addColumn, addIndex, tableOf }) {
    await addColumn(TABLES.credentials, 'last_used_at', (table) => {
      table.bigInteger('last_used_at').nullable();
    });
    await addColumn(TABLES.credentials, 'uses', (table) => {
      table.bigInteger('uses').notNullable().defaultTo(0);
    });
    const total = (column: string) =>
      tableOf(TABLES.usageTotals)
        .select(column)
        .where('key_id', trx.ref(`${TABLES.credentials}.key_id`));
    await tableOf(TABLES.credentials)
      .whereIn('key_id', tableOf(TABLES.usageTotals).select('key_id'))
      .update({ last_used_at: total('last_used_at'), uses: total('allowed') });
    await addIndex(
      TABLES.credentials,
      ['owner_kind', 'revoked_at', 'last_used_at', 'issued_at', 'expires_at', 'key_id'],
      'api_access_credentials_used_idx',
    );
    await addIndex(
      TABLES.credentials,
      ['owner_kind', 'revoked_at', 'uses', 'key_id'],
      'api_access_credentials_uses_idx',
    );
    // In the order of the keys themselves, so that these are read from beginning to end.
    await addIndex(
      TABLES.credentials,
      ['owner_kind', 'revoked_at', 'key_id'],
      'api_access_credentials_living_idx',
    );
  },
};
