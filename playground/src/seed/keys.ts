/** The demo's roles, tags and keys, made by the services that the plugin offers to any app. */
import type { Core } from '@strapi/strapi';
import type {} from 'strapi-plugin-api-access/app';

import { ADMIN_NAME, type DemoAdmin } from './admin-account';
import { KEYS, PRINTED_KEY, ROLES, SPARE_TAG, type SampleKey } from './keys-data';
import { givePast, inDays, moveActivity } from './past';

const keysOf = (strapi: Core.Strapi) => strapi.plugin('api-access').service('keys');
const rolesOf = (strapi: Core.Strapi) => strapi.plugin('api-access').service('roles');
const tagsOf = (strapi: Core.Strapi) => strapi.plugin('api-access').service('tags');

/** Before the first of the keys was made. */
const SET_UP_DAYS_AGO = 401;

const FIRST_HUNDRED = { page: 1, pageSize: 100 };

/** The demo's admin, as the author of its keys. */
const actorOf = ({ id, documentId }: DemoAdmin) => ({
  kind: 'admin' as const,
  address: '198.51.100.24',
  user: { id, documentId, name: `${ADMIN_NAME.firstname} ${ADMIN_NAME.lastname}`, roleIds: [] },
  mayReceiveClearText: true,
  can: () => true,
});

const listKeys = async (strapi: Core.Strapi) => {
  const { data } = await keysOf(strapi).list({
    ...FIRST_HUNDRED,
    sort: 'createdAt:desc',
    status: ['active', 'expired', 'revoked', 'suspended'],
  });
  return data;
};

const seedRoles = async (strapi: Core.Strapi, admin: DemoAdmin) => {
  const { data } = await rolesOf(strapi).list({ ...FIRST_HUNDRED, sort: 'name:asc' });
  const codes = new Set(data.map(({ code }) => code));
  for (const role of ROLES.filter(({ code }) => !codes.has(code))) {
    await rolesOf(strapi).create({ ...role, kind: 'custom' }, { actor: actorOf(admin) });
  }
};

const seedTags = async (strapi: Core.Strapi, admin: DemoAdmin) => {
  const { data } = await tagsOf(strapi).list({ ...FIRST_HUNDRED, search: SPARE_TAG });
  if (data.length === 0)
    await tagsOf(strapi).create({ name: SPARE_TAG }, { actor: actorOf(admin) });
};

/** Expired keys begin as ones that end tomorrow: the plugin issues none that has ended. */
const firstExpiry = ({ expiresInDays }: SampleKey) =>
  expiresInDays === null ? null : new Date(inDays(Math.max(1, expiresInDays))).toISOString();

const issue = async (strapi: Core.Strapi, sample: SampleKey, admin: DemoAdmin) => {
  const { name, description, roles, tags, technicalOwner, rateLimit } = sample;
  return keysOf(strapi).create(
    { name, description, roles, tags, technicalOwner, rateLimit, expiresAt: firstExpiry(sample) },
    { actor: actorOf(admin) },
  );
};

const seedKey = async (strapi: Core.Strapi, sample: SampleKey, admin: DemoAdmin) => {
  const begunAt = Date.now();
  const { data } = await issue(strapi, sample, admin);
  await givePast(strapi, data.accessId, sample);
  await moveActivity(strapi, begunAt, inDays(-sample.issuedDaysAgo));
  if (sample.revoked === true) {
    await keysOf(strapi).revoke(data.id, { revision: data.revision }, { actor: actorOf(admin) });
  }
};

/** Makes what is not there yet; names that are taken are left as they are. */
export const seedAccess = async (strapi: Core.Strapi, admin: DemoAdmin): Promise<void> => {
  const begunAt = Date.now();
  await seedRoles(strapi, admin);
  await seedTags(strapi, admin);
  await moveActivity(strapi, begunAt, inDays(-SET_UP_DAYS_AGO));
  const names = new Set((await listKeys(strapi)).map(({ name }) => name));
  for (const sample of KEYS.filter(({ name }) => !names.has(name))) {
    await seedKey(strapi, sample, admin);
  }
};

const works = async (strapi: Core.Strapi, token: string | undefined) =>
  token !== undefined && (await keysOf(strapi).verify(token)).outcome === 'granted';

/** A token that works now: the one printed before, else a new one for the same key. */
export const ensureToken = async (
  strapi: Core.Strapi,
  known: string | undefined,
  admin: DemoAdmin,
): Promise<string> => {
  if (known !== undefined && (await works(strapi, known))) return known;
  const found = (await listKeys(strapi)).find(
    ({ name, status }) => name === PRINTED_KEY.name && status !== 'revoked',
  );
  if (found === undefined) return (await issue(strapi, PRINTED_KEY, admin)).token;
  const { token } = await keysOf(strapi).regenerate(
    found.id,
    { expiresAt: firstExpiry(PRINTED_KEY), revision: found.revision },
    { actor: actorOf(admin) },
  );
  return token;
};
