import { TABLES } from '../tables';
import type { Migration } from './migration';

/** Strapi's own API tokens that were moved here, for as long as their keys go by them. */
export const strapiTokens: Migration = {
  name: '0011-strapi-tokens',
  async up({ createTable }) {
    await createTable(TABLES.strapiTokens, (table) => {
      table.integer('key_id').unsigned().primary();
      // HMAC-SHA512 in hexadecimal, as Strapi stores it.
      table.string('access_key', 128).notNullable();
      // The row as it stood in Strapi's own table, for the way back.
      table.text('original').notNullable();
      table.unique(['access_key'], { indexName: 'api_access_strapi_tokens_access_key_uq' });
    });
  },
};
