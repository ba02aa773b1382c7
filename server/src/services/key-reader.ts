import type { Core } from '@strapi/strapi';
import {
  documentId,
  KEY_UID,
  type Key,
  type ListKeysQuery,
  type Pagination,
} from '../../../contracts';
import { ApiAccessError } from '../domain/errors';
import { statusAt } from '../domain/status';
import { displayId, withoutSecrets } from '../domain/token';
import { readInstantOrNull, readInteger, toIso, toIsoOrNull, type EpochMs } from '../domain/units';
import { adminName, type AdminUserRow } from './admin-name';
import { APP, type Actor } from './actor';
import { readCredential, type Credential, type CredentialRow } from './credentials';
import { getService } from './get-service';
import { keysQuery, onePage } from './key-query';
import { reading, table } from './storage/database';
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
}

const NEVER_USED: Key['usage'] = { allowed: 0, denied: 0, lastUsedAt: null, lastAddress: null };
const LINKS = { roles: true, tags: true, author: true };

const readUsage = (row: CredentialRow): Key['usage'] => ({
  allowed: readInteger(row.allowed),
  denied: readInteger(row.denied),
  lastUsedAt: toIsoOrNull(readInstantOrNull(row.last_used_at)),
  lastAddress: (row.last_address ?? null) as string | null,
});

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name);
const named = ({ documentId, name }: NamedRow) => ({ id: documentId, name });

/** What the panel sees of a key; API roles only for those who may see them. */
const view = ({ row, credential, usage }: StoredKey, actor: Actor, now: EpochMs): Key => ({
  id: row.documentId,
  name: row.name,
  accessId: credential.accessId,
  displayId: displayId(credential.prefix, credential.accessId),
  hint: credential.hint,
  type: 'api-key',
  description: row.description,
  status: statusAt({ ...credential, owner: 'none' }, now),
  ...(actor.can('get-role')
    ? { roles: row.roles.map((role) => ({ ...named(role), code: role.code })).sort(byName) }
    : {}),
  tags: row.tags.map(named).sort(byName),
  author: row.author === null ? null : { id: row.author.documentId, name: adminName(row.author) },
  createdByName: row.createdByName,
  lastIssuedBy: row.lastIssuedBy,
  technicalOwner: row.technicalOwner,
  networks: [...credential.networks],
  issuedAt: toIso(credential.issuedAt),
  expiresAt: toIsoOrNull(credential.expiresAt),
  revokedAt: toIsoOrNull(credential.revokedAt),
  revokedBy: row.revokedByName,
  createdAt: new Date(row.createdAt).toISOString(),
  updatedAt: new Date(row.updatedAt).toISOString(),
  revision: row.revision,
  usage,
});

/** Reads keys for people; requests are answered from `credentials`. */
export const createKeyReader = ({ strapi }: { strapi: Core.Strapi }) => {
  const byId = async (
    name: string,
    ids: readonly number[],
  ): Promise<Map<number, CredentialRow>> => {
    const rows = await reading(strapi, (trx) =>
      Promise.resolve(
        table(strapi, name, trx).whereIn('key_id', ids).select('*') as Promise<CredentialRow[]>,
      ),
    );
    return new Map(rows.map((row) => [readInteger(row.key_id), row]));
  };

  const load = async (where: Record<string, unknown>): Promise<StoredKey[]> => {
    const rows = (await strapi.db.query(KEY_UID).findMany({ where, populate: LINKS })) as KeyRow[];
    const ids = rows.map(({ id }) => id);
    const credentials = await byId(TABLES.credentials, ids);
    const usage = await byId(TABLES.usageTotals, ids);
    return rows.flatMap((row) => {
      const credential = credentials.get(row.id);
      const used = usage.get(row.id);
      if (credential === undefined) return [];
      return [
        {
          row,
          credential: readCredential(credential),
          usage: used === undefined ? NEVER_USED : readUsage(used),
        },
      ];
    });
  };

  const now = () => getService(strapi, 'clock').now();
  const mayRead = (actor: Actor, key: StoredKey): boolean =>
    actor.can('read') || (actor.user !== null && key.row.author?.id === actor.user.id);

  const reader = {
    /**
     * A key with all that is stored of it, for the services alone.
     *
     * @throws ApiAccessError `not_found`, also where the actor may not see it.
     */
    async stored(id: string, actor: Actor = APP): Promise<StoredKey> {
      // The app's own code may hand on what it was sent; an object would be a filter.
      const [key] = documentId.safeParse(id).success ? await load({ documentId: id }) : [];
      if (key === undefined || !mayRead(actor, key)) throw new ApiAccessError('not_found');
      return key;
    },

    view: (key: StoredKey, actor: Actor): Key => view(key, actor, now()),

    async read(id: string, actor: Actor = APP): Promise<Key> {
      return view(await reader.stored(id, actor), actor, now());
    },

    /** A page of keys; without `read` only those of whom the actor is the author. */
    async list(
      query: ListKeysQuery,
      actor: Actor = APP,
    ): Promise<{ data: Key[]; meta: { pagination: Pagination } }> {
      const { page, pageSize } = query;
      // Finding keys by role tells who holds it.
      if ((query.roles !== undefined || query.quick === 'full-access') && !actor.can('get-role')) {
        throw new ApiAccessError('roles_not_permitted');
      }
      const instant = now();
      const mine = actor.can('read') ? null : (actor.user?.id ?? -1);
      // A token that was pasted into the search field must not be looked for, nor be logged.
      const filter = {
        ...query,
        search: query.search === undefined ? undefined : withoutSecrets(query.search),
      };
      const base = keysQuery(strapi, filter, instant, mine);
      const [counted, rows] = await reading(strapi, async (trx) => {
        const count = base.clone().count({ total: 'k.id' });
        const paged = onePage(base, filter);
        if (trx !== undefined) {
          count.transacting(trx);
          paged.transacting(trx);
        }
        return [(await count) as { total: unknown }[], (await paged) as { id: number }[]] as const;
      });
      const total = readInteger(counted[0]?.total ?? 0);
      const ids = rows.map(({ id }) => id);
      const found = new Map((await load({ id: { $in: ids } })).map((key) => [key.row.id, key]));
      return {
        data: ids.flatMap((id) => {
          const key = found.get(id);
          return key === undefined ? [] : [view(key, actor, instant)];
        }),
        meta: { pagination: { page, pageSize, total, pageCount: Math.ceil(total / pageSize) } },
      };
    },
  };
  return reader;
};

export type KeyReader = ReturnType<typeof createKeyReader>;
