/** Rows of what lies in the tables of notices and alerts for a moment only, for tests of what outlives a boot. */
import type { Core } from '@strapi/strapi';

export const storeWaiting = async ({ db }: Core.Strapi): Promise<void> => {
  const notice = { key_id: 1, expires_at: 2_000_000_000_000, days: 30 };
  const at = 1_900_000_000_000;
  await db.connection('api_access_notices').insert({ ...notice, at });
  await db
    .connection('api_access_notice_recipients')
    .insert({ ...notice, recipient: 'ada@example.com', part: 'author' });
  await db.connection('api_access_mails').insert({
    id: 'waiting',
    kind: 'notice',
    recipient: 'ada@example.com',
    content: '[]',
    state: 'waiting',
    next_at: at,
    made_at: at,
  });
  await db.connection('api_access_denial_minutes').insert({
    key_id: 1,
    minute: Math.floor(at / 60_000),
    kind: 'denials',
    count: 1,
    first_at: at,
    last_at: at,
  });
  await db.connection('api_access_alerts').insert({ key_id: 1, kind: 'denials', last_at: at });
  await db.connection('api_access_leases').insert({ job: 'notices', holder: 'nobody', until: 0 });
};
