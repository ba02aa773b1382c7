import { z } from 'zod';
import {
  dataOf,
  documentId,
  idParams,
  instant,
  line,
  listOf,
  pageOf,
  pageQuery,
  paragraph,
  searchText,
} from './common';
import { endpoint } from './endpoint';

/** Derived from the stored instants and the owner's state; never stored. */
export const KEY_STATUSES = ['active', 'expired', 'revoked', 'suspended'] as const;
export const keyStatus = z.enum(KEY_STATUSES);
export type KeyStatus = z.infer<typeof keyStatus>;

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

export const technicalOwner = z.strictObject({
  name: line('The technical owner', 100),
  emails: z
    .array(z.email('Give an e-mail address, such as team@example.com.').max(254))
    .max(10, 'Give at most 10 e-mail addresses.'),
});

export const keyName = line('The Access Name', 100);

const named = z.object({ id: documentId, name: z.string() });

/** What the panel sees of a key. `roles` is absent for those who lack `get-role`. */
export const key = z.object({
  id: documentId,
  name: z.string(),
  accessId: z.string(),
  /** `<prefix>_<accessId>`: the part of the token that may be shown. */
  displayId: z.string(),
  /** The token with its secret hidden, as in `sak_7Hd2kQpXw3Zt_••••a1B2`. */
  hint: z.string(),
  type: z.literal('api-key'),
  description: z.string().nullable(),
  status: keyStatus,
  roles: z.array(named.extend({ code: z.string() })).optional(),
  tags: z.array(named),
  author: named.nullable(),
  createdByName: z.string().nullable(),
  lastIssuedBy: z.string().nullable(),
  technicalOwner: technicalOwner.nullable(),
  networks: z.array(z.string()),
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
  networks: z.array(network).max(50).optional(),
};

export const createKeyBody = z.strictObject({
  ...editable,
  /** `null` for never, where policy allows it; absent for the default lifetime. */
  expiresAt: instant.nullable().optional(),
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

export const listKeysQuery = z.strictObject({
  ...pageQuery,
  search: searchText,
  /** Revoked keys are left out unless asked for. */
  status: listOf(keyStatus),
  roles: listOf(documentId),
  tags: listOf(documentId),
  author: listOf(documentId),
  issuedBy: listOf(line('A name', 200)),
  quick: z.enum(QUICK_FILTERS).optional(),
  sort: z
    .enum(KEY_SORTS.flatMap((field) => [`${field}:asc`, `${field}:desc`] as const))
    .default('createdAt:desc'),
});
export type ListKeysQuery = z.infer<typeof listKeysQuery>;

/** What a form must know beforehand: the expiry policy. */
export const expiryPolicy = z.object({
  required: z.boolean(),
  defaultDays: z.number().nullable(),
  maxDays: z.number().nullable(),
});
export type ExpiryPolicy = z.infer<typeof expiryPolicy>;

export const keyEndpoints = {
  list: endpoint({ method: 'GET', path: '/keys', query: listKeysQuery, response: pageOf(key) }),
  create: endpoint({ method: 'POST', path: '/keys', body: createKeyBody, response: issued }),
  policy: endpoint({ method: 'GET', path: '/expiry-policy', response: dataOf(expiryPolicy) }),
  read: endpoint({ method: 'GET', path: '/keys/:id', params: idParams, response: dataOf(key) }),
  update: endpoint({
    method: 'PUT',
    path: '/keys/:id',
    params: idParams,
    body: updateKeyBody,
    response: dataOf(key),
  }),
  delete: endpoint({
    method: 'DELETE',
    path: '/keys/:id',
    params: idParams,
    response: dataOf(key),
  }),
  regenerate: endpoint({
    method: 'POST',
    path: '/keys/:id/regenerate',
    params: idParams,
    body: regenerateKeyBody,
    response: issued,
  }),
  revoke: endpoint({
    method: 'POST',
    path: '/keys/:id/revoke',
    params: idParams,
    body: revokeKeyBody,
    response: dataOf(key),
  }),
};
