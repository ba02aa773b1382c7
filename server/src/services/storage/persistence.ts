import type { Core } from '@strapi/strapi';
import { CONTENT_TYPE_UIDS } from '../../content-types';
import { schemaOf } from './schema';

type Persisted = (string | { readonly name: string })[];

/**
 * Tells Strapi to keep the tables of the plugin's content types through a boot without the
 * plugin (`persisted_tables`, read by `@strapi/database`, schema/diff). Said at every boot and at
 * shut-down, since an import replaces the core store.
 */
export const persistTables = async (strapi: Core.Strapi): Promise<void> => {
  const schema = schemaOf(strapi);
  const wanted = [
    ...CONTENT_TYPE_UIDS.map((uid) => strapi.db.metadata.get(uid).tableName),
    schema.keyRoles.name,
    schema.keyTags.name,
    schema.keyAuthor.name,
    schema.keyReplaces.name,
  ];
  const store = strapi.store({ type: 'core', key: 'persisted_tables' });
  const persisted = ((await store.get({})) ?? []) as Persisted;
  const known = new Set(persisted.map((entry) => (typeof entry === 'string' ? entry : entry.name)));
  const missing = wanted.filter((name) => !known.has(name));
  if (missing.length > 0) await store.set({ value: [...persisted, ...missing] });
};
