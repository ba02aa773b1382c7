/** Tables that the plugin makes by its own migrations, so that Strapi never drops or empties them. */
export const TABLES = {
  migrations: 'api_access_migrations',
  credentials: 'api_access_credentials',
  strapiTokens: 'api_access_strapi_tokens',
  epoch: 'api_access_epoch',
  usageDays: 'api_access_usage_days',
  usageTotals: 'api_access_usage_totals',
  denials: 'api_access_denials',
  forgedUses: 'api_access_forged_uses',
  denialMinutes: 'api_access_denial_minutes',
  alerts: 'api_access_alerts',
  permissionUses: 'api_access_permission_uses',
  activity: 'api_access_activity',
  settings: 'api_access_settings',
  states: 'api_access_states',
  notices: 'api_access_notices',
  noticeRecipients: 'api_access_notice_recipients',
  mails: 'api_access_mails',
  leases: 'api_access_leases',
} as const;

export type TableName = (typeof TABLES)[keyof typeof TABLES];
