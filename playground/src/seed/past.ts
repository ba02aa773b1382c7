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

/** Rows of the last days, and the totals over all of them. */
const usageOf = (keyId: number, { perDay, until, denied }: NonNullable<SampleKey['use']>) => {
  const ago = Array.from({ length: DAYS_SHOWN }, (_, index) => until + index);
  const days = ago.map((daysAgo) => ({
    key_id: keyId,
    day: dayOf(inDays(-daysAgo)),
    allowed: usesOn(perDay, daysAgo),
    denied: daysAgo === until ? denied : 0,
  }));
  return {
    days,
    totals: {
      key_id: keyId,
      allowed: days.reduce((sum, { allowed }) => sum + allowed, 0),
      denied,
      last_used_at: inDays(-until) - HOUR_MS,
      last_address: '203.0.113.7',
    },
  };
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

  if (use === undefined) return;
  const { days, totals } = usageOf(keyId, use);
  await strapi.db.getConnection('api_access_usage_days').insert(days);
  await strapi.db.getConnection('api_access_usage_totals').insert(totals);
};
