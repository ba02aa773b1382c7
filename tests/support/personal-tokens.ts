/** People who hold personal tokens, and what Rules & notices let them. */
import { type Core } from '@strapi/types';

import { actionUid, myTokenEndpoints, settings as schema, type Settings } from '../../contracts';
import { defaultSettings } from '../../server/src/domain/default-settings';
import { answerOf, refusalOf } from './admin-api';
import { createAdminWith } from './admins';
import { ARTICLE_CREATE, bearer, makeRole, send as consume } from './consumers';
import { type Agent, startPlayground } from './playground';
import { type PlaygroundOptions } from './playground-env';

const TABLE = 'api_access_settings';
const NO_POLICY = { required: false, defaultDays: null, maxDays: null };

/** Sets what holds for personal tokens, and the expiry of all keys; the rest is as in a new app. */
export const openPersonalTokens = async (
  { db }: Core.Strapi,
  personalTokens: Partial<Settings['personalTokens']>,
  expiry: Settings['expiry'] = NO_POLICY,
): Promise<void> => {
  const defaults = defaultSettings(expiry);
  const value = schema.parse({
    ...defaults,
    personalTokens: { ...defaults.personalTokens, maxDays: null, ...personalTokens },
  });
  await db
    .connection(TABLE)
    .insert({
      id: 1,
      value: JSON.stringify(value),
      revision: 1,
      updated_at: Date.now(),
      updated_by: 'Test',
    })
    .onConflict('id')
    .merge();
};

const NO_EXPIRY = { expiresAt: null, revision: 0 };
let made = 0;

/** A playground whose Rules & notices let its people hold tokens with two API roles. */
export const startTokenHolders = async (options: PlaygroundOptions = {}) => {
  const playground = await startPlayground(options);
  const { strapi } = playground;
  const reader = await makeRole(strapi, { name: 'Reader' });
  const writer = await makeRole(strapi, { name: 'Writer', permissions: [ARTICLE_CREATE] });

  const nextName = () => {
    made += 1;
    return `Token ${made}`;
  };
  const makeHolder = (name: string) =>
    createAdminWith(playground, { name, actions: [actionUid('personal')] });
  const bodyOf = (body: object) => ({ body: { name: nextName(), ...body } });

  return {
    ...playground,
    reader,
    writer,
    nextName,
    makeHolder,
    open: (
      rules: Partial<Settings['personalTokens']> = {},
      expiry: Partial<Settings['expiry']> = {},
    ) =>
      openPersonalTokens(
        strapi,
        { maxTokens: 100, roles: [reader.id, writer.id], defaultRoles: [reader.id], ...rules },
        { ...NO_POLICY, ...expiry },
      ),
    list: ({ agent }: Holder) => answerOf(agent, myTokenEndpoints.list),
    create: ({ agent }: Holder, body: object = {}) =>
      answerOf(agent, myTokenEndpoints.create, bodyOf(body), 201),
    refusedCreate: ({ agent }: Holder, body: object = {}) =>
      refusalOf(agent, myTokenEndpoints.create, bodyOf(body)),
    refusedRegenerate: ({ agent }: Holder, id: string, body: object = {}) =>
      refusalOf(agent, myTokenEndpoints.regenerate, { id, body: { ...NO_EXPIRY, ...body } }),
    refusedDelete: ({ agent }: Holder, id: string) =>
      refusalOf(agent, myTokenEndpoints.delete, { id }),
    articles: (token: string) => consume(`${playground.url}/api/articles`, bearer(token)),
  };
};

export interface Holder {
  agent: Agent;
}

export type TokenHolders = Awaited<ReturnType<typeof startTokenHolders>>;
