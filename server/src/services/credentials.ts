import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { OwnerState } from '../domain/status';
import { readInstant, readInstantOrNull, readInteger, type EpochMs } from '../domain/units';
import { dialectOf, discreetly, reading, table, type Trx } from './storage/database';
import { schemaOf } from './storage/schema';
import { TABLES } from './storage/tables';

/** What is stored for one key and decides about its requests. Instants in epoch milliseconds. */
export interface Credential {
  readonly keyId: number;
  readonly accessId: string;
  readonly prefix: string;
  readonly secretHash: string;
  readonly mac: string;
  readonly macKeyId: string;
  readonly secretTag: string;
  readonly hint: string;
  readonly issuedAt: EpochMs;
  readonly expiresAt: EpochMs | null;
  readonly revokedAt: EpochMs | null;
  readonly networks: readonly string[];
  readonly roleSet: string;
}

/** A credential as a request meets it: with its key, its owner's state and the epoch of roles. */
export interface PresentedCredential extends Credential {
  readonly documentId: string;
  readonly name: string;
  readonly ownerKind: string | null;
  readonly ownerId: string | null;
  readonly owner: OwnerState;
  readonly epoch: string;
}

export type CredentialRow = Record<string, unknown>;

const text = (value: unknown): string => {
  if (typeof value !== 'string') throw new TypeError('A stored credential could not be read.');
  return value;
};

const textOrNull = (value: unknown): string | null =>
  value === null || value === undefined ? null : text(value);

/** @throws where a row cannot be read: a credential in doubt is no credential. */
export const readCredential = (row: CredentialRow): Credential => ({
  keyId: readInteger(row.key_id),
  accessId: text(row.access_id),
  prefix: text(row.prefix),
  secretHash: text(row.secret_hash),
  mac: text(row.mac),
  macKeyId: text(row.mac_key_id),
  secretTag: text(row.secret_tag),
  hint: text(row.hint),
  issuedAt: readInstant(row.issued_at),
  expiresAt: readInstantOrNull(row.expires_at),
  revokedAt: readInstantOrNull(row.revoked_at),
  networks: row.networks === null ? [] : (JSON.parse(text(row.networks)) as string[]),
  roleSet: text(row.role_set),
});

const isTrue = (value: unknown): boolean => value === true || value === 1;

const ownerStateOf = (row: CredentialRow): OwnerState => {
  const kind = row.owner_kind;
  if (kind === null) return 'none';
  if (kind === 'admin' && row.admin_id !== null) {
    return isTrue(row.admin_active) && !isTrue(row.admin_blocked) ? 'active' : 'blocked';
  }
  if (kind === 'user' && row.user_id !== null && row.user_id !== undefined) {
    return isTrue(row.user_blocked) ? 'blocked' : 'active';
  }
  return 'gone';
};

/** Rows of a raw answer: each driver wraps them in its own way. */
const rowsOf = (answer: unknown, dialect: string): CredentialRow[] => {
  if (dialect === 'postgres') return (answer as { rows: CredentialRow[] }).rows;
  return dialect === 'mysql' ? (answer as [CredentialRow[]])[0] : (answer as CredentialRow[]);
};

const columnsOf = (credential: Partial<Credential>): CredentialRow => {
  const {
    keyId,
    accessId,
    prefix,
    secretHash,
    mac,
    macKeyId,
    secretTag,
    hint,
    issuedAt,
    expiresAt,
    revokedAt,
    networks,
    roleSet,
  } = credential;
  const columns: CredentialRow = {
    key_id: keyId,
    access_id: accessId,
    prefix,
    secret_hash: secretHash,
    mac,
    mac_key_id: macKeyId,
    secret_tag: secretTag,
    hint,
    issued_at: issuedAt,
    expires_at: expiresAt,
    revoked_at: revokedAt,
    role_set: roleSet,
  };
  if (networks !== undefined)
    columns.networks = networks.length === 0 ? null : JSON.stringify(networks);
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
};

/**
 * The one SELECT of a request: credential, key, epoch, and the person who owns it, if any. No LIMIT:
 * the unique index gives one row at most, and a bound LIMIT doubles SQLite's time for the statement.
 */
const presentedQuery = (strapi: Core.Strapi): Knex.QueryBuilder => {
  const { keys, adminUsers } = schemaOf(strapi);
  const users = strapi.contentTypes['plugin::users-permissions.user']?.collectionName;
  const query = strapi.db
    .getConnection(`${TABLES.credentials} as c`)
    .innerJoin(`${keys} as k`, 'k.id', 'c.key_id')
    .innerJoin(`${TABLES.epoch} as e`, 'e.id', strapi.db.connection.raw('1'))
    .leftJoin(`${adminUsers} as a`, (join) => {
      join
        .on('a.document_id', 'c.owner_id')
        .andOn('c.owner_kind', strapi.db.connection.raw("'admin'"));
    })
    .where('c.access_id', '?')
    .select('c.*', 'k.document_id', 'k.name', 'e.value as epoch')
    .select('a.id as admin_id', 'a.is_active as admin_active', 'a.blocked as admin_blocked');
  if (users === undefined) return query;
  return query
    .leftJoin(`${users} as u`, (join) => {
      join
        .on('u.document_id', 'c.owner_id')
        .andOn('c.owner_kind', strapi.db.connection.raw("'user'"));
    })
    .select('u.id as user_id', 'u.blocked as user_blocked');
};

/** Reads and guarded writes of the credentials' table. */
export const createCredentials = ({ strapi }: { strapi: Core.Strapi }) => {
  const dialect = dialectOf(strapi);
  // Written once: building the statement takes longer than SQLite takes to run it.
  let sql: string | undefined;
  const statement = (): string => {
    sql ??= presentedQuery(strapi).toSQL().sql;
    return sql;
  };

  return {
    /** Whatever key has this Access ID, with all that decides; one indexed SELECT. */
    async findPresented(accessId: string): Promise<PresentedCredential | null> {
      const answer: unknown = await reading(strapi, (trx) => {
        const query = strapi.db.connection.raw(statement(), [accessId]);
        return Promise.resolve(trx === undefined ? query : query.transacting(trx));
      });
      const row = rowsOf(answer, dialect)[0];
      if (row === undefined) return null;
      return {
        ...readCredential(row),
        documentId: text(row.document_id),
        name: text(row.name),
        ownerKind: textOrNull(row.owner_kind),
        ownerId: textOrNull(row.owner_id),
        owner: ownerStateOf(row),
        epoch: text(row.epoch),
      };
    },

    async insert(credential: Credential, nameKey: string, trx: Trx): Promise<void> {
      await discreetly(
        table(strapi, TABLES.credentials, trx).insert({
          ...columnsOf(credential),
          name_key: nameKey,
        }),
      );
    },

    /** @param nameKey - `null` frees the name for another key, as a revocation does. */
    async update(
      keyId: number,
      changes: Partial<Credential>,
      nameKey: string | null | undefined,
      trx: Trx,
    ): Promise<void> {
      const columns = columnsOf(changes);
      if (nameKey !== undefined) columns.name_key = nameKey;
      if (Object.keys(columns).length === 0) return;
      await discreetly(
        table(strapi, TABLES.credentials, trx).where({ key_id: keyId }).update(columns),
      );
    },

    /** A new mac after argon2 decided; only while the secret is still the one that was checked. */
    async renewMac(credential: Credential, mac: string, macKeyId: string): Promise<void> {
      await reading(strapi, async (trx) => {
        await discreetly(
          table(strapi, TABLES.credentials, trx)
            .where({ key_id: credential.keyId, secret_hash: credential.secretHash })
            .update({ mac, mac_key_id: macKeyId }),
        );
      });
    },
  };
};

export type Credentials = ReturnType<typeof createCredentials>;
