import type { Core } from '@strapi/strapi';
import { reading, table } from './storage/database';
import { TABLES } from './storage/tables';

/** Small things that outlive a restart and that all nodes share, by name; each a value of JSON. */
export const createStates = ({ strapi }: { strapi: Core.Strapi }) => {
  const read = async (name: string): Promise<unknown> => {
    const row = await reading(strapi, (own) =>
      Promise.resolve(
        table(strapi, TABLES.states, own)
          .where({ name })
          .first<{ value: string } | undefined>('value'),
      ),
    );
    return row === undefined ? null : (JSON.parse(row.value) as unknown);
  };

  const insert = (name: string, value: unknown, or: 'merge' | 'ignore') =>
    reading(strapi, (own) => {
      const row = { name, value: JSON.stringify(value) };
      const taken = table(strapi, TABLES.states, own).insert(row).onConflict('name');
      return Promise.resolve(or === 'merge' ? taken.merge() : taken.ignore());
    });

  return {
    /** `null` where nothing was ever kept under the name. */
    read,

    async write(name: string, value: unknown): Promise<void> {
      await insert(name, value, 'merge');
    },

    /** Writes a value where there is none yet, and tells which one there is then: the same to all nodes. */
    async keep(name: string, value: unknown): Promise<unknown> {
      await insert(name, value, 'ignore');
      return read(name);
    },
  };
};

export type States = ReturnType<typeof createStates>;
