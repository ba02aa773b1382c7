/** How the plugin's tables are built, in one form for all databases. */
import { type Core } from '@strapi/types';

interface Named {
  readonly name: string;
}

interface TableSchema extends Named {
  readonly columns: readonly Named[];
  readonly indexes: readonly Named[];
  readonly foreignKeys: readonly Named[];
}

/** Of `@strapi/database`, which compares databases with schemas by it. */
interface Inspector {
  getSchema: () => Promise<{ tables: readonly TableSchema[] }>;
}

export type OwnSchema = Record<string, Omit<TableSchema, 'name'>>;

const byName = <T extends Named>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => a.name.localeCompare(b.name));

/** Columns and indexes of every table whose name begins so; their order is nothing that is promised. */
export const ownSchema = async ({ db }: Core.Strapi): Promise<OwnSchema> => {
  const { schemaInspector } = db.dialect as unknown as { schemaInspector: Inspector };
  const { tables } = await schemaInspector.getSchema();
  const own = byName(tables.filter(({ name }) => name.startsWith('api_access')));
  return Object.fromEntries(
    own.map(({ name, columns, indexes, foreignKeys }) => [
      name,
      {
        columns: byName(columns),
        indexes: byName(indexes),
        foreignKeys: byName(foreignKeys),
      },
    ]),
  );
};
