/** More keys than one would make by hand, written past Strapi: an issue costs a hash each. */
import { randomBytes, randomUUID } from 'node:crypto';

import { type Knex } from 'knex';

import { type FreshDatabase } from './database-servers';

import { formatToken, hintOf, secretFromBytes, SECRET_BYTES } from '../../server/src/domain/token';
import { secretsUnder } from '../../server/src/services/secrets';
import { TEST_SECRETS } from './playground-env';

const BATCH = 100;
const KEYS = 'api_access_keys';
const CREDENTIALS = 'api_access_credentials';

type Row = Record<string, unknown>;

export interface CopiedKey {
  /** Its document id. */
  readonly id: string;
  readonly name: string;
  readonly accessId: string;
}

export interface TokenCopy extends CopiedKey {
  readonly token: string;
}

const only = async (rows: PromiseLike<Row[]>, what: string): Promise<Row> => {
  const [row] = await rows;
  if (row === undefined) throw new Error(`There is no ${what}.`);
  return row;
};

const without = (row: Row, column: string): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => name !== column));

/** Rows of a link table, one for each copy and each thing that the first key is linked to. */
const copyLinks = async (db: Knex, table: string, from: Row, ids: readonly number[]) => {
  const links = await db(table).where({ api_access_id: from.id }).select<Row[]>('*');
  const rows = ids.flatMap((id) =>
    links.map((link) => ({ ...without(link, 'id'), api_access_id: id })),
  );
  await db.batchInsert(table, rows, BATCH);
};

interface Copying {
  readonly like: string;
  readonly links: readonly string[];
  /** The copies, in the order in which they come to be. */
  readonly copies: readonly CopiedKey[];
  /** What a credential has of its own. */
  readonly credentialOf?: (copy: CopiedKey) => Row;
}

const copyRows = async (db: Knex, { like, links, copies, credentialOf }: Copying) => {
  const from = await only(db(KEYS).where({ name: like }).select<Row[]>('*'), `key ${like}`);
  const ofKey = { key_id: from.id };
  const credential = await only(
    db(CREDENTIALS).where(ofKey).select<Row[]>('*'),
    `credential of ${like}`,
  );
  const key = without(from, 'id');
  await db.batchInsert(
    KEYS,
    copies.map(({ id, name }) => ({ ...key, document_id: id, name })),
    BATCH,
  );
  const rowIds = new Map<string, number>();
  for (let at = 0; at < copies.length; at += BATCH) {
    const ids = copies.slice(at, at + BATCH).map(({ id }) => id);
    const rows = await db(KEYS)
      .whereIn('document_id', ids)
      .select<{ id: number; document_id: string }[]>('id', 'document_id');
    for (const row of rows) rowIds.set(row.document_id, row.id);
  }
  await db.batchInsert(
    CREDENTIALS,
    copies.map((copy) => ({
      ...credential,
      key_id: rowIds.get(copy.id),
      access_id: copy.accessId,
      name_key: copy.accessId,
      ...credentialOf?.(copy),
    })),
    BATCH,
  );
  for (const table of links) await copyLinks(db, table, from, [...rowIds.values()]);
};

/** Tells copies of different runs apart: Access IDs are unique. */
const madeFrom = (count: number, nameOf: (at: number) => string): CopiedKey[] => {
  const run = randomBytes(3).toString('hex');
  return Array.from({ length: count }, (_, at) => ({
    id: randomUUID().replaceAll('-', '').slice(0, 24),
    name: nameOf(at),
    accessId: `${run}${String(at).padStart(6, '0')}`,
  }));
};

/**
 * Copies one key of a database as often as asked, as `many-0001`, `many-0002` and so on, without
 * its roles and tags.
 *
 * @param like - Name of the key to copy.
 */
export const copyKey = async (
  { connect }: Pick<FreshDatabase, 'connect'>,
  like: string,
  count: number,
): Promise<void> => {
  const db = connect();
  try {
    const copies = madeFrom(count, (at) => `many-${String(at + 1).padStart(4, '0')}`);
    await copyRows(db, { like, links: ['api_access_keys_author_lnk'], copies });
  } finally {
    await db.destroy();
  }
};

/**
 * Copies one key with its author and its API roles. Each copy has a secret of its own, which works:
 * its mac is made under the server secret of the tests. Its argon2 hash is the first key's, so it
 * works for as long as that server secret does.
 *
 * @param like - Name of the key to copy.
 */
export const copyWithTokens = async (
  db: Knex,
  like: string,
  count: number,
): Promise<TokenCopy[]> => {
  const secrets = secretsUnder(TEST_SECRETS.API_TOKEN_SALT);
  const copies = madeFrom(count, (at) => `${like}-${at + 1}-${randomBytes(3).toString('hex')}`);
  const secretOf = new Map(
    copies.map(({ id }) => [id, secretFromBytes(randomBytes(SECRET_BYTES))]),
  );
  const partsOf = ({ id, accessId }: CopiedKey) => ({
    prefix: 'sak',
    accessId,
    secret: secretOf.get(id) ?? '',
  });
  await copyRows(db, {
    like,
    links: ['api_access_keys_author_lnk', 'api_access_keys_roles_lnk'],
    copies,
    credentialOf: (copy) => {
      const parts = partsOf(copy);
      return {
        mac: secrets.mac(parts.secret),
        mac_key_id: secrets.keyId,
        secret_tag: secrets.tag(parts.secret),
        hint: hintOf(parts),
      };
    },
  });
  return copies.map((copy) => ({ ...copy, token: formatToken(partsOf(copy)) }));
};
