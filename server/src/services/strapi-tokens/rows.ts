import type { Core } from '@strapi/strapi';
import { STRAPI_TOKEN_TYPES, type StrapiTokenType } from '../../../../contracts';
import { parseInstant, type EpochMs } from '../../domain/units';
import { lockRows, type Trx } from '../storage/database';

const TOKENS = 'admin::api-token';
const PERMISSIONS = 'admin::api-token-permission';

/** One of Strapi's own API tokens for the content API, as its table has it. */
export interface StrapiTokenRow {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  readonly type: StrapiTokenType;
  /** HMAC-SHA512 of the token. */
  readonly accessKey: string;
  /** The token itself, where the app has a key to encrypt it with; what Strapi shows of it again. */
  readonly encryptedKey: string | null;
  readonly lifespan: string | number | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly permissions: readonly { readonly id: number; readonly action: string }[];
}

/** What of a row the way back needs. */
export type OriginalToken = Omit<StrapiTokenRow, 'id' | 'accessKey' | 'permissions'> & {
  readonly actions: readonly string[];
};

/** Those without a kind are older than kinds, and for the content API; the others are not moved. */
const FOR_CONTENT_API = {
  $or: [{ kind: 'content-api' }, { kind: { $null: true } }],
  type: { $in: [...STRAPI_TOKEN_TYPES] },
};

/** Of the two that Strapi makes at its first boot (`@strapi/admin`, constants). */
const DEFAULT_DESCRIPTIONS = [
  'A default API token with read-only permissions, only used for accessing resources',
  'A default API token with full access permissions, used for accessing or modifying resources',
];

/** Whether Strapi has made it by itself, and nobody has used it. */
export const isUntouchedDefault = ({ description, lastUsedAt }: StrapiTokenRow): boolean =>
  lastUsedAt === null && DEFAULT_DESCRIPTIONS.includes(description ?? '');

const TOUCHED = {
  $or: [
    { lastUsedAt: { $notNull: true } },
    { description: { $null: true } },
    { description: { $notIn: DEFAULT_DESCRIPTIONS } },
  ],
};

export const instantOfRow = (value: string | null): EpochMs | null =>
  value === null ? null : parseInstant(value);

export const actionsOf = ({ permissions }: StrapiTokenRow): string[] =>
  permissions.map(({ action }) => action).sort();

export const originalOf = (row: StrapiTokenRow): OriginalToken => ({
  name: row.name,
  description: row.description,
  type: row.type,
  encryptedKey: row.encryptedKey,
  lifespan: row.lifespan,
  createdAt: row.createdAt,
  expiresAt: row.expiresAt,
  lastUsedAt: row.lastUsedAt,
  actions: actionsOf(row),
});

/** Strapi's own table of API tokens, which has no service for what is done here. */
export const strapiTokenRows = (strapi: Core.Strapi) => {
  const tokens = () => strapi.db.query(TOKENS);
  const permissions = () => strapi.db.query(PERMISSIONS);

  return {
    /** By name. */
    all: () =>
      tokens().findMany({
        where: FOR_CONTENT_API,
        populate: { permissions: true },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      }) as Promise<StrapiTokenRow[]>,

    /** Of those that have not expired, without what Strapi has made by itself and nobody has used. */
    countWorthMoving: (now: EpochMs): Promise<number> =>
      tokens().count({
        where: {
          $and: [
            FOR_CONTENT_API,
            TOUCHED,
            { $or: [{ expiresAt: { $null: true } }, { expiresAt: { $gt: new Date(now) } }] },
          ],
        },
      }),

    /** A row that nobody else changes or removes until the transaction ends; `null` where there is none. */
    async held(id: number, trx: Trx): Promise<StrapiTokenRow | null> {
      const { tableName } = strapi.db.metadata.get(TOKENS);
      if ((await lockRows(strapi, tableName, [id], 'update', trx)) !== 1) return null;
      const where = { $and: [{ id }, FOR_CONTENT_API] };
      return (await tokens().findOne({
        where,
        populate: { permissions: true },
      })) as StrapiTokenRow | null;
    },

    async remove(row: StrapiTokenRow): Promise<void> {
      const ids = row.permissions.map(({ id }) => id);
      if (ids.length > 0) await permissions().deleteMany({ where: { id: { $in: ids } } });
      await tokens().delete({ where: { id: row.id } });
    },

    nameOf: async (id: number): Promise<string | null> =>
      (
        (await tokens().findOne({
          where: { $and: [{ id }, FOR_CONTENT_API] },
        })) as StrapiTokenRow | null
      )?.name ?? null,

    hasName: async (name: string): Promise<boolean> =>
      (await tokens().count({ where: { name } })) > 0,

    async create(accessKey: string, { actions, ...original }: OriginalToken): Promise<void> {
      const { id } = (await tokens().create({
        data: { ...original, kind: 'content-api', accessKey },
      })) as { id: number };
      for (const action of actions) await permissions().create({ data: { action, token: id } });
    },
  };
};
