import { KEY_UID, ROLE_UID, TAG_UID } from '../../../contracts';

const HIDDEN = {
  'content-manager': { visible: false },
  'content-type-builder': { visible: false },
} as const;

const nameKey = { type: 'string', private: true, configurable: false } as const;

const revision = { type: 'integer', required: true, default: 0, configurable: false } as const;

const keySchema = {
  kind: 'collectionType',
  collectionName: 'api_access_keys',
  info: { singularName: 'api-access', pluralName: 'api-accesses', displayName: 'API key' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  // What the list of keys is sorted and filtered by.
  indexes: [
    { name: 'api_access_keys_name_idx', columns: ['name'] },
    { name: 'api_access_keys_created_at_idx', columns: ['created_at'] },
    { name: 'api_access_keys_updated_at_idx', columns: ['updated_at'] },
    { name: 'api_access_keys_issued_by_idx', columns: ['last_issued_by'] },
  ],
  attributes: {
    name: { type: 'string', required: true, configurable: false },
    description: { type: 'text', configurable: false },
    type: { type: 'string', required: true, configurable: false },
    roles: { type: 'relation', relation: 'manyToMany', target: ROLE_UID, configurable: false },
    tags: { type: 'relation', relation: 'manyToMany', target: TAG_UID, configurable: false },
    author: { type: 'relation', relation: 'manyToOne', target: 'admin::user', configurable: false },
    technicalOwner: { type: 'json', configurable: false },
    createdByName: { type: 'string', configurable: false },
    lastIssuedBy: { type: 'string', configurable: false },
    replaces: { type: 'relation', relation: 'manyToOne', target: KEY_UID, configurable: false },
    revokedByName: { type: 'string', configurable: false },
    revision,
  },
};

const roleSchema = {
  kind: 'collectionType',
  collectionName: 'api_access_roles',
  info: {
    singularName: 'api-access-role',
    pluralName: 'api-access-roles',
    displayName: 'API role',
  },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [
    { name: 'api_access_roles_code_uq', columns: ['code'], type: 'unique' },
    { name: 'api_access_roles_name_uq', columns: ['name_key'], type: 'unique' },
  ],
  attributes: {
    code: { type: 'string', required: true, configurable: false },
    name: { type: 'string', required: true, configurable: false },
    nameKey,
    description: { type: 'text', configurable: false },
    kind: { type: 'string', required: true, configurable: false },
    permissions: { type: 'json', configurable: false },
    drafts: { type: 'boolean', required: true, default: false, configurable: false },
    revision,
  },
};

const tagSchema = {
  kind: 'collectionType',
  collectionName: 'api_access_tags',
  info: {
    singularName: 'api-access-tag',
    pluralName: 'api-access-tags',
    displayName: 'API key tag',
  },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [{ name: 'api_access_tags_name_uq', columns: ['name_key'], type: 'unique' }],
  attributes: {
    name: { type: 'string', required: true, configurable: false },
    nameKey,
  },
};

/** Content types of the plugin by singular name, for Strapi's `admin::` namespace. */
export const contentTypes = {
  'api-access': { schema: keySchema },
  'api-access-role': { schema: roleSchema },
  'api-access-tag': { schema: tagSchema },
};

export const CONTENT_TYPE_UIDS = [KEY_UID, ROLE_UID, TAG_UID] as const;
