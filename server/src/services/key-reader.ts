import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import {
  type BoundedPagination,
  documentId,
  KEY_UID,
  type Key,
  type KeyDetail,
  type ListKeysQuery,
  type RelatedKey,
} from '../../../contracts';
import { ApiAccessError } from '../domain/errors';
import { keyTypeOf } from '../domain/key-type';
import { goesByStrapiToken } from '../domain/strapi-token';
import { statusAt, type OwnerState } from '../domain/status';
import { displayId } from '../domain/token';
import { readInstantOrNull, readInteger, toIso, toIsoOrNull, type EpochMs } from '../domain/units';
import { adminName, type AdminUserRow } from './admin-name';
import { APP, type Actor } from './actor';
import { readCredential, type Credential, type CredentialRow } from './credentials';
import { getService } from './get-service';
import { pageOfIds } from './key-pages';
import { searchFor } from './key-query';
import {
  ownerEmailOf,
  ownerNameOf,
  ownerStateOf,
  withOwnerName,
  withOwners,
  withOwnerState,
} from './owners';
import { reading, table, type Trx } from './storage/database';
import { TABLES } from './storage/tables';

interface NamedRow {
  readonly id: number;
  readonly documentId: string;
  readonly name: string;
}

/** A key as the content type holds it, with what it is linked to. */
export interface KeyRow extends NamedRow {
  readonly description: string | null;
  readonly roles: readonly (NamedRow & { readonly code: string })[];
  readonly tags: readonly NamedRow[];
  readonly author: AdminUserRow | null;
  /** Read with one key, not with a list. */
  readonly replaces?: NamedRow | null;
  readonly technicalOwner: Key['technicalOwner'];
  readonly createdByName: string | null;
  readonly lastIssuedBy: string | null;
  readonly revokedByName: string | null;
  readonly revision: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface StoredKey {
  readonly row: KeyRow;
  readonly credential: Credential;
  readonly usage: Key['usage'];
  readonly owner: {
    readonly state: OwnerState;
    readonly name: string | null;
    readonly email: string | null;
  };
}

type Query = Knex.QueryBuilder;

const NEVER_USED: Key['usage'] = { allowed: 0, denied: 0, lastUsedAt: null, lastAddress: null };
const LINKS = { roles: true, tags: true, author: true };
/** What a key's own page shows besides. */
const ALL_LINKS = { ...LINKS, replaces: true };

const readUsage = (row: CredentialRow): Key['usage'] => ({
  allowed: readInteger(row.allowed),
  denied: readInteger(row.denied),
  lastUsedAt: toIsoOrNull(readInstantOrNull(row.last_used_at)),
  lastAddress: (row.last_address ?? null) as string | null,
});

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name);
const named = ({ documentId, name }: NamedRow) => ({ id: documentId, name });

/** What the panel sees of a key; API roles only for those who may see them. */
const view = ({ row, credential, usage, owner }: StoredKey, actor: Actor, now: EpochMs): Key => ({
  id: row.documentId,
  name: row.name,
  accessId: credential.accessId,
  displayId: displayId(credential.prefix, credential.accessId),
  hint: credential.hint,
  strapiToken: goesByStrapiToken(credential),
  type: keyTypeOf(credential.owner),
  description: row.description,
  status: statusAt({ ...credential, ownerState: owner.state }, now),
  ...(actor.can('get-role')
    ? { roles: row.roles.map((role) => ({ ...named(role), code: role.code })).sort(byName) }
    : {}),
  tags: row.tags.map(named).sort(byName),
  author: row.author === null ? null : { id: row.author.documentId, name: adminName(row.author) },
  createdByName: row.createdByName,
  lastIssuedBy: row.lastIssuedBy,
  technicalOwner: row.technicalOwner,
  owner:
    credential.owner === null
      ? null
      : { ...credential.owner, name: owner.name ?? row.createdByName ?? 'Unknown' },
  networks: [...credential.networks],
  rateLimit: credential.rateLimit,
  issuedAt: toIso(credential.issuedAt),
  expiresAt: toIsoOrNull(credential.expiresAt),
  revokedAt: toIsoOrNull(credential.revokedAt),
  revokedBy: row.revokedByName,
  createdAt: new Date(row.createdAt).toISOString(),
  updatedAt: new Date(row.updatedAt).toISOString(),
  revision: row.revision,
  usage,
});

/** What a key tells of another one that it replaces, or is replaced by. */
const relatedView = ({ row, credential, usage, owner }: StoredKey, now: EpochMs): RelatedKey => ({
  id: row.documentId,
  name: row.name,
  displayId: displayId(credential.prefix, credential.accessId),
  status: statusAt({ ...credential, ownerState: owner.state }, now),
  revision: row.revision,
  createdAt: new Date(row.createdAt).toISOString(),
  lastUsedAt: usage.lastUsedAt,
});

/** Reads keys for people; requests are answered from `credentials`. */
export const createKeyReader = ({ strapi }: { strapi: Core.Strapi }) => {
  const byKey = async (
    ids: readonly number[],
    select: (trx?: Trx) => Query,
  ): Promise<Map<number, CredentialRow>> => {
    const rows = await reading(strapi, (trx) =>
      Promise.resolve(select(trx).whereIn('key_id', ids) as Promise<CredentialRow[]>),
    );
    return new Map(rows.map((row) => [readInteger(row.key_id), row]));
  };

  const credentialsOf = (ids: readonly number[]) =>
    byKey(ids, (trx) => {
      const owned = withOwners(strapi, table(strapi, `${TABLES.credentials} as c`, trx));
      return withOwnerName(strapi, withOwnerState(strapi, owned.select('c.*')));
    });

  const usageOf = (ids: readonly number[]) =>
    byKey(ids, (trx) => table(strapi, TABLES.usageTotals, trx).select('*'));

  const rowsWhere = (
    where: Record<string, unknown>,
    populate: Record<string, boolean>,
  ): Promise<KeyRow[]> =>
    strapi.db.query(KEY_UID).findMany({ where, populate }) as Promise<KeyRow[]>;

  const assembled = (
    rows: readonly KeyRow[],
    credentials: ReadonlyMap<number, CredentialRow>,
    usage: ReadonlyMap<number, CredentialRow>,
  ): StoredKey[] =>
    rows.flatMap((row) => {
      const credential = credentials.get(row.id);
      const used = usage.get(row.id);
      if (credential === undefined) return [];
      return [
        {
          row,
          credential: readCredential(credential),
          usage: used === undefined ? NEVER_USED : readUsage(used),
          owner: {
            state: ownerStateOf(credential),
            name: ownerNameOf(credential),
            email: ownerEmailOf(credential),
          },
        },
      ];
    });

  const load = async (
    where: Record<string, unknown>,
    populate: Record<string, boolean> = LINKS,
  ): Promise<StoredKey[]> => {
    const rows = await rowsWhere(where, populate);
    const ids = rows.map(({ id }) => id);
    return assembled(rows, await credentialsOf(ids), await usageOf(ids));
  };

  /** By row ids, which are known beforehand: so nothing waits for anything else. */
  const loadAll = async (ids: readonly number[]): Promise<StoredKey[]> => {
    if (ids.length === 0) return [];
    const rows = rowsWhere({ id: { $in: ids } }, LINKS);
    return assembled(...(await Promise.all([rows, credentialsOf(ids), usageOf(ids)])));
  };

  const now = () => getService(strapi, 'clock').now();
  const mayRead = (actor: Actor, key: StoredKey): boolean =>
    actor.can('read') || (actor.user !== null && key.row.author?.id === actor.user.id);

  const reader = {
    /** Keys with all that is stored of them, whoever may see them; for the services alone. */
    load,

    /**
     * A key with all that is stored of it, for the services alone.
     *
     * @throws ApiAccessError `not_found`, also where the actor may not see it.
     */
    async stored(id: string, actor: Actor = APP): Promise<StoredKey> {
      const key = await reader.find(id, actor);
      if (key === null) throw new ApiAccessError('not_found');
      return key;
    },

    /** The same; `null` where there is no such key, or the actor may not see it. */
    async find(id: string, actor: Actor = APP): Promise<StoredKey | null> {
      // The app's own code may hand on what it was sent; an object would be a filter.
      const [key] = documentId.safeParse(id).success
        ? await load({ documentId: id }, ALL_LINKS)
        : [];
      return key !== undefined && mayRead(actor, key) ? key : null;
    },

    view: (key: StoredKey, actor: Actor): Key => view(key, actor, now()),

    async read(id: string, actor: Actor = APP): Promise<Key> {
      return view(await reader.stored(id, actor), actor, now());
    },

    /** A key with those before and after it, as far as the actor may see them. */
    async detail(id: string, actor: Actor = APP): Promise<KeyDetail> {
      const key = await reader.stored(id, actor);
      const instant = now();
      const related = async (where: Record<string, unknown>): Promise<RelatedKey[]> =>
        (await load(where))
          .filter((other) => mayRead(actor, other))
          .map((other) => relatedView(other, instant));
      const [replaces] = key.row.replaces ? await related({ id: key.row.replaces.id }) : [];
      return {
        ...view(key, actor, instant),
        replaces: replaces ?? null,
        replacedBy: await related({ replaces: { id: key.row.id } }),
      };
    },

    /** Keys by row id, in the order of the ids; those that are gone by now are left out. */
    async views(ids: readonly number[], actor: Actor): Promise<Key[]> {
      const found = new Map((await loadAll(ids)).map((key) => [key.row.id, key]));
      const instant = now();
      return ids.flatMap((id) => {
        const key = found.get(id);
        return key === undefined ? [] : [view(key, actor, instant)];
      });
    },

    /** A page of keys; without `read` only those of whom the actor is the author. */
    async list(
      query: ListKeysQuery,
      actor: Actor = APP,
    ): Promise<{ data: Key[]; meta: { pagination: BoundedPagination } }> {
      const { page, pageSize, sort } = query;
      const place = { offset: (page - 1) * pageSize, limit: pageSize };
      const { ids, total, isTotalExact } = await reading(strapi, async (trx) => {
        const search = await searchFor(strapi, { filter: query, now: now(), actor }, trx);
        return pageOfIds(strapi, search, sort, place, trx);
      });
      return {
        data: await reader.views(ids, actor),
        meta: {
          pagination: {
            page,
            pageSize,
            pageCount: Math.ceil(total / pageSize),
            total,
            isTotalExact,
          },
        },
      };
    },
  };
  return reader;
};

export type KeyReader = ReturnType<typeof createKeyReader>;
