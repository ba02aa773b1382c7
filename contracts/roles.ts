import { z } from 'zod';
import {
  dataOf,
  documentId,
  idParams,
  instant,
  line,
  pageQuery,
  pagination,
  paragraph,
  searchText,
} from './common';
import { endpoint } from './endpoint';

export const ROLE_KINDS = ['custom', 'read-only', 'full-access'] as const;
export const roleKind = z.enum(ROLE_KINDS);
export type RoleKind = z.infer<typeof roleKind>;

/** Policies and code name a role by its code; it is set at creation and never changes. */
export const roleCode = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,63}$/,
    'The code starts with a letter and holds lower-case letters, digits and hyphens, 64 at most.',
  );

/** The uid of a content-API action, such as `api::article.article.find`. */
export const actionName = z.string().min(1).max(255);

export const role = z.object({
  id: documentId,
  code: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  kind: roleKind,
  /** Granted actions of a `custom` role, also those whose route is gone; empty for other kinds. */
  permissions: z.array(z.string()),
  /** Whether requests may ask for drafts. */
  drafts: z.boolean(),
  /** How many keys that are not revoked hold it. */
  keyCount: z.number(),
  /** Whether the person who asks may give it to keys, and edit it where they may edit roles. */
  assignable: z.boolean(),
  /** Whether the app's `config/plugins` declares it: it is edited there, and nowhere else. */
  declared: z.boolean(),
  createdAt: instant,
  updatedAt: instant,
  revision: z.number().int(),
});
export type Role = z.infer<typeof role>;

const fields = {
  name: line('The name', 100),
  description: paragraph('The description', 1000).optional(),
  kind: roleKind,
  permissions: z.array(actionName).max(5000),
  drafts: z.boolean(),
};

export const createRoleBody = z.strictObject({
  ...fields,
  /** Made from the name where absent. */
  code: roleCode.optional(),
  permissions: fields.permissions.default([]),
  drafts: fields.drafts.default(false),
});
export type CreateRoleInput = z.input<typeof createRoleBody>;

/** An API role as `roles` of the config declares it. */
export const declaredRole = createRoleBody.extend({
  code: roleCode,
  kind: fields.kind.default('custom'),
});
export type DeclaredRole = z.infer<typeof declaredRole>;

export const updateRoleBody = z.strictObject({
  ...z.object(fields).partial().shape,
  /** The one that was seen; another one since then is a `revision_conflict`. */
  revision: z.number().int().min(0),
});
export type UpdateRoleInput = z.infer<typeof updateRoleBody>;

export const listRolesQuery = z.strictObject({
  ...pageQuery,
  search: searchText,
  sort: z.enum(['name:asc', 'name:desc', 'createdAt:asc', 'createdAt:desc']).default('name:asc'),
});
export type ListRolesQuery = z.infer<typeof listRolesQuery>;

/** What a role is to become; `null` where it is to be deleted. */
export const roleImpactBody = z.strictObject({
  change: z
    .strictObject({ kind: fields.kind, permissions: fields.permissions, drafts: fields.drafts })
    .nullable(),
});
export type RoleImpactInput = z.infer<typeof roleImpactBody>;

/** Who would be hit by a narrower role, or by none. */
export const roleImpact = z.object({
  /** Actions that keys would lose, but for what other roles of theirs allow. */
  removed: z.array(z.string()),
  /** How many keys that are not revoked hold the role. */
  keyCount: z.number(),
  /** How many of them used a removed action in the last 30 days, and would be refused it. */
  hitCount: z.number(),
  /** The latest used of those, 20 at most; empty for those who may not read keys. */
  keys: z.array(
    z.object({
      id: documentId,
      name: z.string(),
      displayId: z.string(),
      lastUsedAt: instant.nullable(),
      technicalOwner: z.string().nullable(),
      /** Whose personal token it is; `null` for a key of the organisation. */
      owner: z.string().nullable(),
      actions: z.array(z.string()),
    }),
  ),
});
export type RoleImpact = z.infer<typeof roleImpact>;

export const roleEndpoints = {
  /** Lists API roles. */
  list: endpoint({
    method: 'GET',
    path: '/roles',
    query: listRolesQuery,
    response: z.object({
      data: z.array(role),
      meta: z.object({
        pagination,
        /** Whether who asks may make roles: with the permission to, and held to no list of them. */
        mayCreate: z.boolean(),
      }),
    }),
  }),
  /** Creates an API role. */
  create: endpoint({
    method: 'POST',
    path: '/roles',
    status: 201,
    body: createRoleBody,
    response: dataOf(role),
  }),
  /** Reads one API role. */
  read: endpoint({ method: 'GET', path: '/roles/:id', params: idParams, response: dataOf(role) }),
  /** Edits an API role; what keys that hold it may do follows at once. */
  update: endpoint({
    method: 'PUT',
    path: '/roles/:id',
    params: idParams,
    body: updateRoleBody,
    response: dataOf(role),
  }),
  /**
   * Deletes an API role. Keys that hold it lose what it allowed; the answer says how many there
   * were.
   */
  delete: endpoint({
    method: 'DELETE',
    path: '/roles/:id',
    params: idParams,
    response: dataOf(role),
  }),
  /** Tells which keys a narrower role, or none, would hit; changes nothing. */
  impact: endpoint({
    method: 'POST',
    path: '/roles/:id/impact',
    params: idParams,
    body: roleImpactBody,
    response: dataOf(roleImpact),
  }),
};
