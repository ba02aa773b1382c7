/**
 * Gives a key of the demo a past. The plugin itself never issues an expired key nor counts a use
 * that did not happen, and should not; so the rows are written here, for the demo only.
 */
import type { Core } from '@strapi/strapi';

import type { SampleKey } from './keys-data';

const DAY_MS = 86_400_000;
const DAYS_SHOWN = 30;
const HOUR_MS = 3_600_000;

export const inDays = (days: number): number => Date.now() + days * DAY_MS;

interface CredentialRow {
  key_id: number;
}

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** A working week: less on two days out of seven. */
const usesOn = (perDay: number, daysAgo: number) =>
  Math.max(1, Math.round(perDay * (daysAgo % 7 < 2 ? 0.4 : 1) + ((daysAgo * 13) % 5)));

const ADDRESS = '203.0.113.7';

type Use = NonNullable<SampleKey['use']>;

/** Rows of the days on which something was asked, and the totals over all of them. */
const usageOf = (keyId: number, { perDay, until, denials = [] }: Use) => {
  const first = Math.min(until, ...denials.map(({ daysAgo }) => daysAgo));
  const ago = Array.from({ length: until - first + DAYS_SHOWN }, (_, index) => first + index);
  const days = ago.map((daysAgo) => ({
    key_id: keyId,
    day: dayOf(inDays(-daysAgo)),
    allowed: daysAgo < until ? 0 : usesOn(perDay, daysAgo),
    denied: denials
      .filter((denial) => denial.daysAgo === daysAgo)
      .reduce((sum, { count }) => sum + count, 0),
  }));
  return {
    days,
    totals: {
      key_id: keyId,
      allowed: days.reduce((sum, { allowed }) => sum + allowed, 0),
      denied: days.reduce((sum, { denied }) => sum + denied, 0),
      last_used_at: inDays(-until) - HOUR_MS,
      last_address: ADDRESS,
    },
  };
};

const denialsOf = (keyId: number, { denials = [] }: Use) =>
  denials.map(({ daysAgo, count, reason, action = '' }) => ({
    key_id: keyId,
    day: dayOf(inDays(-daysAgo)),
    reason,
    action,
    count,
    last_at: inDays(-daysAgo) - HOUR_MS,
    last_address: ADDRESS,
  }));

const permissionUsesOf = (keyId: number, { actions }: Use) =>
  Object.entries(actions).map(([action, daysAgo]) => ({
    key_id: keyId,
    action,
    last_day: dayOf(inDays(-daysAgo)),
  }));

/** Lets what has just been done have been done long ago. */
export const moveActivity = async (
  strapi: Core.Strapi,
  since: number,
  to: number,
): Promise<void> => {
  await strapi.db
    .getConnection('api_access_activity')
    .where('at', '>=', since)
    .update({ at: Math.round(to) });
};

/** The entry of its creation names the expiry that the key was made with, not the one it was given. */
const moveExpiry = async (strapi: Core.Strapi, accessId: string, expiresAt: string | null) => {
  const entries = () =>
    strapi.db.getConnection('api_access_activity').where({ access_id: accessId });
  const [entry] = await entries().select<{ details: string }[]>('details');
  if (entry === undefined) return;
  const details = { ...(JSON.parse(entry.details) as object), expiresAt };
  await entries().update({ details: JSON.stringify(details) });
};

export const givePast = async (
  strapi: Core.Strapi,
  accessId: string,
  { issuedDaysAgo, expiresInDays, use }: SampleKey,
): Promise<void> => {
  const credentials = () => strapi.db.getConnection('api_access_credentials');
  const [row] = await credentials()
    .where({ access_id: accessId })
    .select<CredentialRow[]>('key_id');
  if (row === undefined) throw new Error(`The key ${accessId} has no credential.`);
  const keyId = row.key_id;
  const issuedAt = inDays(-issuedDaysAgo);
  await credentials()
    .where({ key_id: keyId })
    .update({
      issued_at: issuedAt,
      expires_at: expiresInDays === null ? null : inDays(expiresInDays),
    });
  await strapi.db
    .query('admin::api-access')
    .update({ where: { id: keyId }, data: { createdAt: new Date(issuedAt) } });
  const expiry = expiresInDays === null ? null : new Date(inDays(expiresInDays)).toISOString();
  await moveExpiry(strapi, accessId, expiry);

  if (use === undefined) return;
  const { days, totals } = usageOf(keyId, use);
  await strapi.db.getConnection('api_access_usage_days').insert(days);
  await strapi.db.getConnection('api_access_usage_totals').insert(totals);
  await credentials()
    .where({ key_id: keyId })
    .update({ last_used_at: totals.last_used_at, uses: totals.allowed });
  await strapi.db.getConnection('api_access_permission_uses').insert(permissionUsesOf(keyId, use));
  const denials = denialsOf(keyId, use);
  if (denials.length > 0) await strapi.db.getConnection('api_access_denials').insert(denials);
};
