import type { Core } from '@strapi/strapi';
import { KEY_UID, ROLE_UID, TAG_UID } from '../../../../contracts';

interface JoinAttribute {
  readonly joinTable?: {
    readonly name: string;
    readonly joinColumn: { readonly name: string };
    readonly inverseJoinColumn?: { readonly name: string };
  };
}

export interface LinkTable {
  readonly name: string;
  /** Column that holds the id of the key. */
  readonly own: string;
  /** Column that holds the id of what it is linked to. */
  readonly other: string;
}

const linkTable = (strapi: Core.Strapi, attribute: string): LinkTable => {
  const { joinTable } = strapi.db.metadata.get(KEY_UID).attributes[attribute] as JoinAttribute;
  if (joinTable?.inverseJoinColumn === undefined) {
    throw new Error(`Strapi keeps the relation "${attribute}" of ${KEY_UID} in no link table.`);
  }
  return {
    name: joinTable.name,
    own: joinTable.joinColumn.name,
    other: joinTable.inverseJoinColumn.name,
  };
};

/** Names that Strapi chose for the tables of the plugin's content types. */
export const schemaOf = (strapi: Core.Strapi) => ({
  keys: strapi.db.metadata.get(KEY_UID).tableName,
  roles: strapi.db.metadata.get(ROLE_UID).tableName,
  tags: strapi.db.metadata.get(TAG_UID).tableName,
  adminUsers: strapi.db.metadata.get('admin::user').tableName,
  /** Of the app's end users; an app may be without users-permissions. */
  endUsers: strapi.contentTypes['plugin::users-permissions.user']?.collectionName,
  keyRoles: linkTable(strapi, 'roles'),
  keyTags: linkTable(strapi, 'tags'),
  keyAuthor: linkTable(strapi, 'author'),
  keyReplaces: linkTable(strapi, 'replaces'),
});

export type StorageSchema = ReturnType<typeof schemaOf>;
