import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { RateLimit } from '../../../contracts';
import type { OwnerState } from '../domain/status';
import { readInstant, readInstantOrNull, readInteger, type EpochMs } from '../domain/units';
import { discreetly, reading, table, type Trx } from './storage/database';
import { createPreparedRead, type Row } from './storage/prepared-read';
import { ownerStateColumns, ownerStateOf, withOwners } from './owners';
import { schemaOf } from './storage/schema';
import { TABLES } from './storage/tables';
import { leftUntil } from './within';

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

/** What of a credential decides about a request that shows its Access ID. */
export type DecidingCredential = Omit<Credential, 'secretHash' | 'hint' | 'issuedAt'>;

/** A credential as a request meets it: with its key, its owner's state, and what else holds now. */
export interface PresentedCredential extends DecidingCredential {
  readonly documentId: string;
  readonly name: string;
  readonly ownerState: OwnerState;
  readonly epoch: string;
}

export type CredentialRow = Row;

const text = (value: unknown): string => {
  if (typeof value !== 'string') throw new TypeError('A stored credential could not be read.');
  return value;
};

const ownerOf = ({ owner_kind: kind, owner_id: id }: CredentialRow): Owner | null =>
  kind === null || (kind !== 'admin' && kind !== 'user') ? null : { kind, id: text(id) };

const readDeciding = (row: CredentialRow): DecidingCredential => ({
  keyId: readInteger(row.key_id),
  accessId: text(row.access_id),
  prefix: text(row.prefix),
  mac: text(row.mac),
  macKeyId: text(row.mac_key_id),
  secretTag: text(row.secret_tag),
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

/** @throws where a row cannot be read: a credential in doubt is no credential. */
export const readCredential = (row: CredentialRow): Credential => ({
  ...readDeciding(row),
  secretHash: text(row.secret_hash),
  hint: text(row.hint),
  issuedAt: readInstant(row.issued_at),
});

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

/** What `readPresented` reads; a credential's own columns go by their own names. */
const PRESENTED_COLUMNS = {
  ...Object.fromEntries(
    [
      'key_id',
      'access_id',
      'prefix',
      'mac',
      'mac_key_id',
      'secret_tag',
      'expires_at',
      'revoked_at',
      'owner_kind',
      'owner_id',
      'networks',
      'role_set',
      'rate_requests',
      'rate_seconds',
    ].map((column) => [column, `c.${column}`]),
  ),
  document_id: 'k.document_id',
  name: 'k.name',
  epoch: 'e.value',
};

/**
 * Credential, key and epoch. No LIMIT: what they are found by is unique. As narrow as may be, since
 * this is what every request costs: each further table and column is felt.
 */
const decidingRow = (strapi: Core.Strapi): Knex.QueryBuilder =>
  strapi.db
    .getConnection(`${TABLES.credentials} as c`)
    .innerJoin(`${schemaOf(strapi).keys} as k`, 'k.id', 'c.key_id')
    .innerJoin(`${TABLES.epoch} as e`, 'e.id', strapi.db.connection.raw('1'));

const presentedRow = (strapi: Core.Strapi): Knex.QueryBuilder =>
  decidingRow(strapi).where('c.access_id', '?');

/** By the API token of Strapi's that a key goes by. */
const movedRow = (strapi: Core.Strapi): Knex.QueryBuilder =>
  decidingRow(strapi)
    .innerJoin(`${TABLES.strapiTokens} as s`, 's.key_id', 'c.key_id')
    .where('s.access_key', '?');

const readPresented = (row: CredentialRow): PresentedCredential => ({
  ...readDeciding(row),
  documentId: text(row.document_id),
  name: text(row.name),
  ownerState: ownerStateOf(row),
  epoch: text(row.epoch),
});

/** Reads and guarded writes of the credentials' table. */
export const createCredentials = ({ strapi }: { strapi: Core.Strapi }) => {
  const presented = createPreparedRead(strapi, () => ({
    columns: PRESENTED_COLUMNS,
    from: presentedRow(strapi),
  }));
  const owned = createPreparedRead(strapi, () => ({
    columns: { ...PRESENTED_COLUMNS, ...ownerStateColumns(strapi) },
    from: withOwners(strapi, presentedRow(strapi)),
  }));
  const moved = createPreparedRead(strapi, () => ({
    columns: PRESENTED_COLUMNS,
    from: movedRow(strapi),
  }));

  return {
    /**
     * Whatever key has this Access ID, with all that decides, by one indexed SELECT. A personal token
     * takes a second one, which reads all of it again together with its owner.
     *
     * @param deadline - Of `deadlineIn`; past it, `DatabaseTimeout` is thrown.
     */
    async findPresented(accessId: string, deadline: number): Promise<PresentedCredential | null> {
      const first = await presented([accessId], leftUntil(deadline));
      const row =
        (first?.owner_kind ?? null) === null ? first : await owned([accessId], leftUntil(deadline));
      return row === undefined ? null : readPresented(row);
    },

    /**
     * The key that goes by an API token of Strapi's, with all that decides.
     *
     * @param accessKey - The token as Strapi hashes it.
     */
    async findMoved(accessKey: string, deadline: number): Promise<PresentedCredential | null> {
      const row = await moved([accessKey], leftUntil(deadline));
      return row === undefined ? null : readPresented(row);
    },

    /** The argon2id hash of a key's secret; `null` where the key is gone. */
    async secretHashOf(keyId: number): Promise<string | null> {
      const row = await reading(strapi, (trx) =>
        Promise.resolve(
          table(strapi, TABLES.credentials, trx)
            .where({ key_id: keyId })
            .first<{ secret_hash: string } | undefined>('secret_hash'),
        ),
      );
      return row?.secret_hash ?? null;
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
    async renewMac(
      { keyId, secretHash }: Pick<Credential, 'keyId' | 'secretHash'>,
      mac: string,
      macKeyId: string,
    ): Promise<void> {
      await reading(strapi, async (trx) => {
        await discreetly(
          table(strapi, TABLES.credentials, trx)
            .where({ key_id: keyId, secret_hash: secretHash })
            .update({ mac, mac_key_id: macKeyId }),
        );
      });
    },
  };
};

export type Credentials = ReturnType<typeof createCredentials>;
