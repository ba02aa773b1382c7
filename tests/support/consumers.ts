/** Keys, roles and requests of API consumers, for tests of what a key opens and what refuses it. */
import { type Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';

import { type Core } from '@strapi/types';

import { type RefusalBody, refusalBody, type IssuedKey, type Role } from '../../contracts';
import { formatToken, parseToken, type Token } from '../../server/src/domain/token';
import { type Alerts } from '../../server/src/services/alerts';
import { type Events } from '../../server/src/services/events';
import { type Hashing } from '../../server/src/services/hashing';
import { type Keys } from '../../server/src/services/keys';
import { type Notices } from '../../server/src/services/notices';
import { type PersonalTokens } from '../../server/src/services/personal-tokens';
import { type Retention } from '../../server/src/services/retention';
import { type Roles } from '../../server/src/services/roles';
import { type SettingsService } from '../../server/src/services/settings';
import { type States } from '../../server/src/services/states';
import { type StrapiTokens } from '../../server/src/services/strapi-tokens';
import { type Tags } from '../../server/src/services/tags';
import { type Usage } from '../../server/src/services/usage';

interface PluginServices {
  alerts: Alerts;
  clock: { now: () => number };
  events: Events;
  hashing: Hashing;
  keys: Keys;
  notices: Notices;
  'personal-tokens': PersonalTokens;
  retention: Retention;
  roles: Roles;
  settings: SettingsService;
  states: States;
  'strapi-tokens': StrapiTokens;
  tags: Tags;
  usage: Usage;
}

/** A service of the plugin, the very instance that requests are answered with. */
export const serviceOf = <K extends keyof PluginServices>(
  strapi: Core.Strapi,
  name: K,
): PluginServices[K] => strapi.plugin('api-access').service<PluginServices[K]>(name);

export const ARTICLE_FIND = 'api::article.article.find';
export const ARTICLE_CREATE = 'api::article.article.create';
export const CATEGORY_FIND = 'api::category.category.find';
export const CREDENTIALS = 'api_access_credentials';

let made = 0;
const nextName = (what: string) => {
  made += 1;
  return `${what} ${made}`;
};

export type RoleOptions = Partial<Parameters<Roles['create']>[0]>;
export type KeyOptions = Partial<Parameters<Keys['create']>[0]>;

/** A role that allows reading articles, unless told otherwise. */
export const makeRole = (strapi: Core.Strapi, options: RoleOptions = {}): Promise<Role> =>
  serviceOf(strapi, 'roles').create({
    name: nextName('Role'),
    kind: 'custom',
    permissions: [ARTICLE_FIND],
    ...options,
  });

export const makeKey = (strapi: Core.Strapi, options: KeyOptions = {}): Promise<IssuedKey> =>
  serviceOf(strapi, 'keys').create({ name: nextName('Key'), ...options });

/** A key with a role of its own; by default one that may read articles. */
export const makeKeyWith = async (
  strapi: Core.Strapi,
  role: RoleOptions = {},
  key: KeyOptions = {},
): Promise<IssuedKey & { role: Role }> => {
  const owned = await makeRole(strapi, role);
  return { ...(await makeKey(strapi, { roles: [owned.id], ...key })), role: owned };
};

/** A key that ended in each of the ways a key can end. */
export const expire = async (strapi: Core.Strapi, accessId: string): Promise<void> => {
  await strapi.db
    .connection(CREDENTIALS)
    .where({ access_id: accessId })
    .update({ expires_at: Date.now() - 1000 });
};

export const revoke = async (strapi: Core.Strapi, { data }: IssuedKey): Promise<void> => {
  await serviceOf(strapi, 'keys').revoke(data.id, { revision: data.revision });
};

export const partsOf = (token: string): Token => {
  const parts = parseToken(token);
  if (parts === null) throw new Error('This is no token.');
  return parts;
};

/** A well-formed token of the same key with another secret. */
export const forged = (token: string): string => {
  const parts = partsOf(token);
  const { secret } = parts;
  return formatToken({ ...parts, secret: secret.slice(1) + (secret.startsWith('0') ? '1' : '0') });
};

/** A well-formed token of a key that does not exist. */
export const unknown = (token: string): string =>
  formatToken({ ...partsOf(token), accessId: 'NoSuchKey000' });

/** The token with its last character changed: its checksum is wrong. */
export const damaged = (token: string): string =>
  `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`;

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: unknown;
}

type Headers = Record<string, string | readonly string[] | undefined>;

/** Longer than anything takes; a test that waits for an answer for ever tells nothing. */
const ANSWER_MS = 20_000;

interface Sending {
  method?: string;
  body?: unknown;
  agent?: Agent;
  patienceMs?: number;
}

/** A request with exactly these headers, each of several values sent as a line of its own. */
export const send = (
  url: string,
  headers: Headers = {},
  { method = 'GET', body, agent, patienceMs = ANSWER_MS }: Sending = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const json = text === undefined ? {} : { 'content-type': 'application/json' };
    const given = Object.entries(headers).filter(([, value]) => value !== undefined);
    const sent = { ...json, ...Object.fromEntries(given) };
    const outgoing = httpRequest(url, { method, headers: sent, agent }, (incoming) => {
      let answer = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (chunk: string) => (answer += chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: answer.startsWith('{') ? (JSON.parse(answer) as unknown) : answer,
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.setTimeout(patienceMs, () => {
      outgoing.destroy(new Error(`No answer within ${patienceMs} ms: ${method} ${url}`));
    });
    outgoing.end(text);
  });

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
export const apiKey = (token: string) => ({ 'x-api-key': token });

/** The refusal in an answer, checked against its contract. */
export const refusalOf = ({ body }: { body: unknown }): RefusalBody['error'] =>
  refusalBody.parse(body).error;
