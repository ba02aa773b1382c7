import type { Core } from '@strapi/strapi';
import { reading, table } from './storage/database';
import { TABLES } from './storage/tables';

/** Small things that outlive a restart and that all nodes share, by name; each a value of JSON. */
export const createStates = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `null` where nothing was ever kept under the name. */
  async read(name: string): Promise<unknown> {
    const row = await reading(strapi, (own) =>
      Promise.resolve(
        table(strapi, TABLES.states, own)
          .where({ name })
          .first<{ value: string } | undefined>('value'),
      ),
    );
    return row === undefined ? null : (JSON.parse(row.value) as unknown);
  },

  async write(name: string, value: unknown): Promise<void> {
    const row = { name, value: JSON.stringify(value) };
    await reading(strapi, (own) =>
      Promise.resolve(table(strapi, TABLES.states, own).insert(row).onConflict('name').merge()),
    );
  },
});

export type States = ReturnType<typeof createStates>;
