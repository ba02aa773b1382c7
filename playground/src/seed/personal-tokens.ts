/** Other admins of the demo, with tokens of their own: one of them has left the company. */
import { randomBytes } from 'node:crypto';

import type { Core } from '@strapi/strapi';
import type {} from 'strapi-plugin-api-access/app';

import type { SampleKey } from './keys-data';
import { givePast } from './past';

const DAY_MS = 86_400_000;
const OPEN_ROLES = ['reader', 'preview'];
const DEFAULT_ROLE = 'reader';

interface Row {
  id: number;
  documentId: string;
}

interface Holder {
  firstname: string;
  lastname: string;
  isActive: boolean;
  token: SampleKey;
}

const HOLDERS: Holder[] = [
  {
    firstname: 'Nina',
    lastname: 'North',
    isActive: true,
    token: {
      name: 'laptop',
      description: '',
      roles: [DEFAULT_ROLE],
      tags: [],
      issuedDaysAgo: 12,
      expiresInDays: 78,
      use: { perDay: 9, until: 0, actions: { 'api::article.article.find': 0 } },
    },
  },
  {
    firstname: 'Omar',
    lastname: 'Ost',
    isActive: false,
    token: {
      name: 'nightly-export',
      description: '',
      roles: [DEFAULT_ROLE],
      tags: [],
      issuedDaysAgo: 60,
      expiresInDays: 200,
      use: { perDay: 3, until: 14, actions: { 'api::article.article.find': 14 } },
    },
  },
];

const roleIds = async (strapi: Core.Strapi, codes: string[]) => {
  const rows = (await strapi.db
    .query('admin::api-access-role')
    .findMany({ where: { code: { $in: codes } } })) as Row[];
  return rows.map(({ documentId }) => documentId);
};

interface SettingsService {
  current: () => Promise<{ settings: { personalTokens: object } }>;
}

/** What Rules & notices would store; rules that somebody has saved stay as they are. */
const openRoles = async (strapi: Core.Strapi) => {
  const service = strapi.service('plugin::api-access.settings') as SettingsService;
  const { settings } = await service.current();
  const personalTokens = {
    ...settings.personalTokens,
    roles: await roleIds(strapi, OPEN_ROLES),
    defaultRoles: await roleIds(strapi, [DEFAULT_ROLE]),
  };
  await strapi.db
    .getConnection('api_access_settings')
    .insert({
      id: 1,
      value: JSON.stringify({ ...settings, personalTokens }),
      revision: 1,
      updated_at: Date.now(),
      updated_by: null,
    })
    .onConflict('id')
    .ignore();
};

const makeAdmin = async (strapi: Core.Strapi, { firstname, lastname }: Holder): Promise<Row> => {
  const role = (await strapi.db
    .query('admin::role')
    .findOne({ where: { code: 'strapi-editor' } })) as Row | null;
  const users = strapi.service('admin::user') as unknown as {
    create: (user: object) => Promise<Row>;
  };
  return users.create({
    firstname,
    lastname,
    email: `${firstname.toLowerCase()}@example.com`,
    // Nobody signs in with it.
    password: `Demo-${randomBytes(18).toString('base64url')}-1a`,
    roles: role === null ? [] : [role.id],
    isActive: true,
    registrationToken: null,
  });
};

/** Tokens that two other admins have made for themselves; the account of one is deactivated. */
export const seedPersonalTokens = async (strapi: Core.Strapi): Promise<void> => {
  await openRoles(strapi);
  const tokens = strapi.plugin('api-access').service('personal-tokens');
  for (const holder of HOLDERS) {
    const { id, documentId } = await makeAdmin(strapi, holder);
    const { data } = await tokens.create(
      { kind: 'admin', id: documentId },
      { name: holder.token.name, expiresAt: new Date(Date.now() + 30 * DAY_MS).toISOString() },
      {
        actor: {
          kind: 'admin',
          user: {
            id,
            documentId,
            name: `${holder.firstname} ${holder.lastname}`,
            roleIds: [],
          },
          address: null,
          mayReceiveClearText: true,
          can: () => false,
        },
      },
    );
    await givePast(strapi, data.accessId, holder.token);
    await strapi.db
      .query('admin::user')
      .update({ where: { id }, data: { isActive: holder.isActive } });
  }
};
