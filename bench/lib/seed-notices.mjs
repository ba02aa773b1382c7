/** Keys of which none is due but those that are made so. */
import { seedKeys } from './seed-rows.mjs';

const DAY_MS = 86_400_000;
/** Beyond the keys that the app was seeded with. */
const FIRST_ID = 1000;

const credentials = (strapi) => strapi.db.getConnection('api_access_credentials');

/** Every fifth key never expires; the others have been looked at, and wait for a later notice. */
export const seedNotices = async (strapi, { count }) => {
  const rules = strapi.plugin('api-access').service('settings');
  const { settings, revision } = await rules.current();
  const notices = { ...settings.notices, recipients: ['ops@example.com'] };
  await rules.update({ settings: { ...settings, notices }, revision });
  await strapi.db.transaction(async ({ trx }) => {
    await seedKeys(strapi, trx, { count, firstId: FIRST_ID });
    await trx('api_access_credentials')
      .where('key_id', '>=', FIRST_ID)
      .update({
        revoked_at: null,
        notice_at: trx.raw(
          `case when expires_at is not null then ${Date.now()} + (key_id % 300 + 1) * ${DAY_MS} end`,
        ),
      });
  });
  if (strapi.db.dialect.client === 'sqlite') await strapi.db.connection.raw('analyze');
};

/** Keys all over the table whose notice a week before the expiry is due at this moment. */
const makeDue = async (strapi, { count, due, round }) => {
  const step = Math.floor(count / due);
  const ids = Array.from({ length: due }, (_, n) => FIRST_ID + n * step);
  const expiresAt = Date.now() + 6 * DAY_MS + round;
  for (let at = 0; at < ids.length; at += 500) {
    await credentials(strapi)
      .whereIn('key_id', ids.slice(at, at + 500))
      .update({ issued_at: expiresAt - 300 * DAY_MS, expires_at: expiresAt, notice_at: 0 });
  }
};

/** One run of the job: how long it took, and how much more memory it held at its worst. */
export const runNotices = async (strapi, { count, due, round }) => {
  if (due > 0) await makeDue(strapi, { count, due, round });
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().heapUsed);
  }, 5);
  const start = performance.now();
  const { sent } = await strapi.plugin('api-access').service('notices').run();
  const ms = performance.now() - start;
  clearInterval(watch);
  if (due > 0 && sent !== 1) throw new Error(`The run sent ${sent} mails.`);
  return { ms, heapMb: (most - before) / 1_048_576 };
};
