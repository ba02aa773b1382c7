/** The admin endpoints of the plugin as tests call them, each by its contract. */
import { type Core } from '@strapi/types';

import { type Endpoint, errorBody, type ErrorCode, type ResponseOf } from '../../contracts';
import { type Agent } from './playground';

export interface Call {
  /** The `:id` of the path. */
  id?: string;
  query?: Record<string, unknown>;
  body?: unknown;
}

export const pathOf = ({ path }: Endpoint, id = 'none'): string =>
  `/api-access${path.replace(':id', encodeURIComponent(id))}`;

/** A request as it stands, for what no contract would let through. */
export const send = (agent: Agent, endpoint: Endpoint, { id, query, body }: Call = {}) => {
  const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
  const request = agent[method](pathOf(endpoint, id)).query(query ?? {});
  return body === undefined ? request : request.send(body as object);
};

/** The answer of a call that succeeds, with exactly the fields that its contract names. */
export const answerOf = async <E extends Endpoint>(
  agent: Agent,
  endpoint: E,
  call: Call = {},
  status = 200,
): Promise<ResponseOf<E>> => {
  const response = await send(agent, endpoint, call);
  expect([response.status, response.body]).toEqual([status, expect.anything()]);
  const parsed = endpoint.response.parse(response.body) as ResponseOf<E>;
  expect(response.body).toEqual(parsed);
  return parsed;
};

export interface Refusal {
  status: number;
  code: ErrorCode;
  /** `path: code` of each field at fault. */
  fields: string[];
  messages: string[];
}

/** The answer of a call that is refused, in the form that all refusals have. */
export const refusalOf = async (
  agent: Agent,
  endpoint: Endpoint,
  call: Call = {},
): Promise<Refusal> => {
  const response = await send(agent, endpoint, call);
  const { status } = response;
  const { error } = errorBody.parse(response.body);
  expect(error.status).toBe(status);
  const { code, errors } = error.details;
  const messages = [error.message, ...errors.map(({ message }) => message)];
  for (const message of messages) expect(message).toMatch(/^\S.*\.$/);
  return {
    status,
    code,
    fields: errors.map(({ path, code: at }) => `${path.join('.')}: ${at}`),
    messages,
  };
};

const LINKED = ['roles', 'tags', 'author', 'replaces'];

const tablesOf = ({ db }: Core.Strapi): string[] => {
  const key = db.metadata.get('admin::api-access');
  const links = LINKED.map((name) => {
    const attribute = key.attributes[name] as { joinTable?: { name: string } } | undefined;
    if (attribute?.joinTable === undefined) throw new Error(`${name} has no link table.`);
    return attribute.joinTable.name;
  });
  return [
    'api_access_credentials',
    'api_access_strapi_tokens',
    'api_access_epoch',
    'api_access_usage_days',
    'api_access_usage_totals',
    ...['admin::api-access', 'admin::api-access-role', 'admin::api-access-tag'].map(
      (uid) => db.metadata.get(uid).tableName,
    ),
    ...links,
  ];
};

export type Stored = Record<string, unknown[]>;

/** Every row that the plugin stores: the same before and after whatever was refused. */
export const storedIn = async (strapi: Core.Strapi): Promise<Stored> => {
  const stored: Stored = {};
  for (const table of tablesOf(strapi)) {
    const rows = (await strapi.db.connection(table).select('*')) as unknown[];
    // No database promises an order, and PostgreSQL gives another after an update.
    stored[table] = rows.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  }
  return stored;
};

/** Runs what must change nothing. */
export const changingNothing = async <T>(
  strapi: Core.Strapi,
  run: () => Promise<T>,
): Promise<T> => {
  // What was counted before may be written at any moment, and belongs to what was before.
  await strapi.plugin('api-access').service<{ flush: () => Promise<void> }>('usage').flush();
  const before = await storedIn(strapi);
  const result = await run();
  expect(await storedIn(strapi)).toEqual(before);
  return result;
};

/** The stored row of a key, by which a test moves its instants. */
export const credentialOf = async (
  { db }: Core.Strapi,
  accessId: string,
): Promise<{ key_id: number }> => {
  const rows: { key_id: number }[] = await db
    .connection('api_access_credentials')
    .where({ access_id: accessId })
    .select('key_id');
  const [row] = rows;
  if (row === undefined) throw new Error(`No key has the Access ID ${accessId}.`);
  return row;
};
