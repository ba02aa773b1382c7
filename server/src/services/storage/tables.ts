/** Tables that the plugin makes by its own migrations, so that Strapi never drops or empties them. */
export const TABLES = {
  migrations: 'api_access_migrations',
  credentials: 'api_access_credentials',
  epoch: 'api_access_epoch',
  usageDays: 'api_access_usage_days',
  usageTotals: 'api_access_usage_totals',
} as const;

export type TableName = (typeof TABLES)[keyof typeof TABLES];
