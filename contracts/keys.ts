import { z } from 'zod';
import {
  boundedPageOf,
  boundedTotal,
  dataOf,
  documentId,
  idParams,
  instant,
  line,
  listOf,
  pageQuery,
  paragraph,
  searchText,
} from './common';
import { endpoint } from './endpoint';
import { checkNameBody, keyPolicy, nameCheck } from './key-policy';
import { rateLimit } from './rate-limit';

/** Derived from the stored instants and the owner's state; never stored. */
export const KEY_STATUSES = ['active', 'expired', 'revoked', 'suspended'] as const;
export const keyStatus = z.enum(KEY_STATUSES);
export type KeyStatus = z.infer<typeof keyStatus>;

/** An organisation's key, or the personal token of one person. */
export const KEY_TYPES = ['api-key', 'personal'] as const;
export const keyType = z.enum(KEY_TYPES);
export type KeyType = z.infer<typeof keyType>;

export const KEY_SORTS = [
  'name',
  'accessId',
  'createdAt',
  'updatedAt',
  'expiresAt',
  'lastUsedAt',
  'usageCount',
] as const;

/** Quick filters of the table. */
export const QUICK_FILTERS = [
  'expires-soon',
  'unused-90-days',
  'never-used',
  'no-expiry',
  'full-access',
  'no-author',
] as const;

export type QuickFilter = (typeof QUICK_FILTERS)[number];

export const technicalOwner = z.strictObject({
  name: line('The technical owner', 100),
  emails: z
    .array(z.email('Give an e-mail address, such as team@example.com.').max(254))
    .max(10, 'Give at most 10 e-mail addresses.'),
});

export type TechnicalOwner = z.infer<typeof technicalOwner>;

export const keyName = line('The Access Name', 100);

const named = z.object({ id: documentId, name: z.string() });

/** Another key that this one replaces, or is replaced by. */
const relatedKey = named.extend({
  displayId: z.string(),
  status: keyStatus,
  revision: z.number().int(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
});
export type RelatedKey = z.infer<typeof relatedKey>;

/** What the panel sees of a key. `roles` is absent for those who lack `get-role`. */
export const key = z.object({
  id: documentId,
  name: z.string(),
  accessId: z.string(),
  /** `<prefix>_<accessId>`: the part of the token that may be shown. */
  displayId: z.string(),
  /** The token with its secret hidden, as in `sak_7Hd2kQpXw3Zt_••••a1B2`; empty with `strapiToken`. */
  hint: z.string(),
  /** Whether it was moved here from Strapi's API tokens and goes by that token until it is regenerated. */
  strapiToken: z.boolean(),
  type: keyType,
  description: z.string().nullable(),
  status: keyStatus,
  roles: z.array(named.extend({ code: z.string() })).optional(),
  tags: z.array(named),
  author: named.nullable(),
  createdByName: z.string().nullable(),
  lastIssuedBy: z.string().nullable(),
  technicalOwner: technicalOwner.nullable(),
  /** Whose personal token it is; `null` for an organisation's key. */
  owner: z.object({ kind: z.enum(['admin', 'user']), id: z.string(), name: z.string() }).nullable(),
  networks: z.array(z.string()),
  rateLimit: rateLimit.nullable(),
  issuedAt: instant,
  expiresAt: instant.nullable(),
  revokedAt: instant.nullable(),
  revokedBy: z.string().nullable(),
  createdAt: instant,
  updatedAt: instant,
  /** Rises with every edit; edits, regenerations and revocations name the one they saw. */
  revision: z.number().int(),
  usage: z.object({
    allowed: z.number(),
    denied: z.number(),
    lastUsedAt: instant.nullable(),
    lastAddress: z.string().nullable(),
  }),
});
export type Key = z.infer<typeof key>;

/** One key as its own page shows it: with the keys before and after it, where one may see them. */
export const keyDetail = key.extend({
  replaces: relatedKey.nullable(),
  replacedBy: z.array(relatedKey),
});
export type KeyDetail = z.infer<typeof keyDetail>;

/** The one that was seen; another one since then is a `revision_conflict`. */
const revision = z.number().int().min(0);

const network = z
  .string()
  .max(49)
  .pipe(
    z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
      error: 'Give an address or a network, such as 192.0.2.0/24 or 2001:db8::/32.',
    }),
  );

const editable = {
  name: keyName,
  description: paragraph('The description', 1000).optional(),
  /** Ids of API roles; needs the permission `get-role`. */
  roles: z.array(documentId).max(50).optional(),
  /** Names of tags; unknown ones are made where the person may manage tags. */
  tags: z.array(line('A tag', 50)).max(20).optional(),
  technicalOwner: technicalOwner.nullable().optional(),
  /** Addresses and networks, such as `192.0.2.0/24` or `2001:db8::/32`; empty for anywhere. */
  networks: z.array(network).max(50).optional(),
  /** `null` for the default of Rules & notices. */
  rateLimit: rateLimit.nullable().optional(),
};

export const createKeyBody = z.strictObject({
  ...editable,
  /** `null` for never, where policy allows it; absent for the default lifetime. */
  expiresAt: instant.nullable().optional(),
  /** Id of the key that the new one is to replace; both work until the first is revoked. */
  replaces: documentId.optional(),
});
/** What a key is made from. */
export type CreateKeyInput = z.infer<typeof createKeyBody>;

/** Absent fields stay as they are. */
export const updateKeyBody = z.strictObject({
  ...editable,
  name: keyName.optional(),
  expiresAt: instant.nullable().optional(),
  revision,
});
export type UpdateKeyInput = z.infer<typeof updateKeyBody>;

export const regenerateKeyBody = z.strictObject({ expiresAt: instant.nullable(), revision });
export type RegenerateKeyInput = z.infer<typeof regenerateKeyBody>;

export const revokeKeyBody = z.strictObject({ revision });
export type RevokeKeyInput = z.infer<typeof revokeKeyBody>;

/** Only creation and regeneration answer so, once, with `Cache-Control: no-store`. */
const issued = z.object({ data: key, token: z.string() });
export type IssuedKey = z.infer<typeof issued>;

/** Which keys of all; the same in the list, in the export and where many keys are chosen at once. */
const keyFilter = {
  search: searchText,
  /** Organisation's keys alone unless asked for. */
  type: listOf(keyType),
  /** Revoked keys are left out unless asked for. */
  status: listOf(keyStatus),
  roles: listOf(documentId),
  tags: listOf(documentId),
  author: listOf(documentId),
  issuedBy: listOf(line('A name', 200)),
  quick: z.enum(QUICK_FILTERS).optional(),
};

const keySort = z
  .enum(KEY_SORTS.flatMap((field) => [`${field}:asc`, `${field}:desc`] as const))
  .default('createdAt:desc');

export const keyFilterQuery = z.strictObject(keyFilter);
export type KeyFilter = z.infer<typeof keyFilterQuery>;

export const listKeysQuery = z.strictObject({ ...pageQuery, ...keyFilter, sort: keySort });
export type ListKeysQuery = z.infer<typeof listKeysQuery>;

export const exportKeysQuery = z.strictObject({ ...keyFilter, sort: keySort });
export type ExportKeysQuery = z.infer<typeof exportKeysQuery>;

/**
 * How many keys there are, in all and for each quick filter, up to `MAX_COUNTED`; revoked ones count
 * in `all` alone.
 */
export const keyCounts = z.object({
  all: boundedTotal,
  /** No `full-access` without `get-role`. */
  quick: z.partialRecord(z.enum(QUICK_FILTERS), boundedTotal),
});
export type KeyCounts = z.infer<typeof keyCounts>;

/** People to filter by, and to whom keys can be given over. */
export const keyPeople = z.object({
  /** Admins who are the author of some key. */
  authors: z.array(named),
  /** Names under which tokens were issued; they outlive the person. */
  issuers: z.array(z.string()),
  /** Active admins who may take keys over; empty without `update`. */
  admins: z.array(named),
});
export type KeyPeople = z.infer<typeof keyPeople>;

export const keyEndpoints = {
  /** Lists keys, counted to the end without a filter, and up to `MAX_COUNTED` with one. */
  list: endpoint({
    method: 'GET',
    path: '/keys',
    query: listKeysQuery,
    response: boundedPageOf(key),
  }),
  /** Creates a key, and answers with its token: this once. */
  create: endpoint({
    method: 'POST',
    path: '/keys',
    status: 201,
    body: createKeyBody,
    response: issued,
  }),
  /** Counts the keys, in all and for each quick filter. */
  counts: endpoint({ method: 'GET', path: '/keys/counts', response: dataOf(keyCounts) }),
  /** Lists the people to filter keys by, and those to whom they can be given over. */
  people: endpoint({ method: 'GET', path: '/keys/people', response: dataOf(keyPeople) }),
  /** Tells the rules that hold for keys which the person who asks makes and edits. */
  policy: endpoint({ method: 'GET', path: '/keys/policy', response: dataOf(keyPolicy) }),
  /** Tells whether an Access Name would be taken, before a form is sent. */
  checkName: endpoint({
    method: 'POST',
    path: '/keys/check-name',
    body: checkNameBody,
    response: dataOf(nameCheck),
  }),
  /** Sends CSV (RFC 4180) of every key that matches, streamed; safe against spreadsheet formulas. */
  export: endpoint({
    method: 'GET',
    path: '/keys/export',
    query: exportKeysQuery,
    response: z.string(),
  }),
  /** Reads one key, with the keys before and after it. */
  read: endpoint({
    method: 'GET',
    path: '/keys/:id',
    params: idParams,
    response: dataOf(keyDetail),
  }),
  /** Edits a key. */
  update: endpoint({
    method: 'PUT',
    path: '/keys/:id',
    params: idParams,
    body: updateKeyBody,
    response: dataOf(key),
  }),
  /** Deletes a key, and answers with what it was. */
  delete: endpoint({
    method: 'DELETE',
    path: '/keys/:id',
    params: idParams,
    response: dataOf(key),
  }),
  /** Gives a key a new secret, and answers with its new token: this once. The old one ends. */
  regenerate: endpoint({
    method: 'POST',
    path: '/keys/:id/regenerate',
    params: idParams,
    body: regenerateKeyBody,
    response: issued,
  }),
  /** Ends a key for good. */
  revoke: endpoint({
    method: 'POST',
    path: '/keys/:id/revoke',
    params: idParams,
    body: revokeKeyBody,
    response: dataOf(key),
  }),
};
