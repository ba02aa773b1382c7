/** Transactions that fail in a way of their own, for as long as something runs. */
import type { Core } from '@strapi/strapi';
import { type Knex } from 'knex';

/** The same object with some of its members in the place of its own. */
export const changed = <T extends object>(of: T, members: Partial<Record<keyof T, unknown>>): T =>
  new Proxy(of, {
    get: (target, name): unknown =>
      Reflect.get(Object.hasOwn(members, name) ? members : target, name),
  });

/** Lets knex begin transactions so for a while. */
export const during = async (
  { db }: Core.Strapi,
  begin: () => Promise<Knex.Transaction>,
  work: () => Promise<unknown>,
): Promise<void> => {
  const { connection } = db;
  db.connection = changed(connection, { transaction: begin });
  try {
    await work();
  } finally {
    db.connection = connection;
  }
};
