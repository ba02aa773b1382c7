import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { RateLimit } from '../../../contracts';
import type { OwnerState } from '../domain/status';
import { readInstant, readInstantOrNull, readInteger, type EpochMs } from '../domain/units';
import { dialectOf, discreetly, reading, table, type Trx } from './storage/database';
import { versionOf, type SettingsVersion } from './settings-version';
import { ownerStateOf, withOwners, withOwnerState } from './owners';
import { schemaOf } from './storage/schema';
import { TABLES } from './storage/tables';
import { createVerificationReads } from './verification-reads';

/** The person whose personal token a key is; the id is a document id. */
export interface Owner {
  readonly kind: 'admin' | 'user';
  readonly id: string;
}

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
  readonly rateLimit: RateLimit | null;
  readonly owner: Owner | null;
}

/** A credential as a request meets it: with its key, its owner's state, and what else holds now. */
export interface PresentedCredential extends Credential {
  readonly documentId: string;
  readonly name: string;
  readonly ownerState: OwnerState;
  readonly epoch: string;
  readonly settingsVersion: SettingsVersion;
}

export type CredentialRow = Record<string, unknown>;

const text = (value: unknown): string => {
  if (typeof value !== 'string') throw new TypeError('A stored credential could not be read.');
  return value;
};

const ownerOf = ({ owner_kind: kind, owner_id: id }: CredentialRow): Owner | null =>
  kind === null || (kind !== 'admin' && kind !== 'user') ? null : { kind, id: text(id) };

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
  rateLimit:
    row.rate_requests === null || row.rate_seconds === null
      ? null
      : {
          requests: readInteger(row.rate_requests),
          windowSeconds: readInteger(row.rate_seconds),
        },
  owner: ownerOf(row),
});

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
    rateLimit,
    owner,
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
  // A new expiry has notices of its own.
  if (expiresAt !== undefined) columns.notice_at = 0;
  if (networks !== undefined)
    columns.networks = networks.length === 0 ? null : JSON.stringify(networks);
  if (rateLimit !== undefined) {
    columns.rate_requests = rateLimit?.requests ?? null;
    columns.rate_seconds = rateLimit?.windowSeconds ?? null;
  }
  if (owner !== undefined) {
    columns.owner_kind = owner?.kind ?? null;
    columns.owner_id = owner?.id ?? null;
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
};

/** What `readCredential` reads. */
const COLUMNS = [
  'key_id',
  'access_id',
  'prefix',
  'secret_hash',
  'mac',
  'mac_key_id',
  'secret_tag',
  'hint',
  'issued_at',
  'expires_at',
  'revoked_at',
  'owner_kind',
  'owner_id',
  'networks',
  'role_set',
  'rate_requests',
  'rate_seconds',
].map((column) => `c.${column}`);

/**
 * The one SELECT of a request: credential, key, the person who owns it, if any, epoch, and version of
 * Rules & notices. No LIMIT: the unique index gives one row at most, and a bound LIMIT doubles SQLite's time for the statement.
 */
const presentedQuery = (strapi: Core.Strapi): Knex.QueryBuilder => {
  const { keys } = schemaOf(strapi);
  const query = strapi.db
    .getConnection(`${TABLES.credentials} as c`)
    .innerJoin(`${keys} as k`, 'k.id', 'c.key_id')
    .innerJoin(`${TABLES.epoch} as e`, 'e.id', strapi.db.connection.raw('1'))
    .leftJoin(`${TABLES.settings} as s`, 's.id', strapi.db.connection.raw('1'))
    .where('c.access_id', '?')
    .select(COLUMNS)
    .select('k.document_id', 'k.name', 'e.value as epoch', 's.revision', 's.updated_at');
  return withOwnerState(strapi, withOwners(strapi, query));
};

/** Reads and guarded writes of the credentials' table. */
export const createCredentials = ({ strapi }: { strapi: Core.Strapi }) => {
  const dialect = dialectOf(strapi);
  const reads = createVerificationReads(strapi);
  // Written once: building the statement takes longer than SQLite takes to run it.
  let sql: string | undefined;
  const statement = (): string => {
    sql ??= presentedQuery(strapi).toSQL().sql;
    return sql;
  };

  return {
    /** Whatever key has this Access ID, with all that decides; one indexed SELECT. */
    async findPresented(accessId: string): Promise<PresentedCredential | null> {
      const answer = await reads.run(() => strapi.db.connection.raw(statement(), [accessId]));
      const row = rowsOf(answer, dialect)[0];
      if (row === undefined) return null;
      return {
        ...readCredential(row),
        documentId: text(row.document_id),
        name: text(row.name),
        ownerState: ownerStateOf(row),
        epoch: text(row.epoch),
        settingsVersion: versionOf({ revision: row.revision, updated_at: row.updated_at }),
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
