import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { dialectOf } from '../storage/database';

/**
 * What an upsert makes of the row that is there and the one that was to be inserted, in the words
 * of each database. All of it is one statement, so writers on several nodes add up.
 */
export const upsertsInto = (strapi: Core.Strapi, name: string) => {
  const raw = (sql: string, bindings: readonly (string | Knex.Raw)[]): Knex.Raw =>
    strapi.db.connection.raw(sql, bindings);
  const incoming = (column: string): Knex.Raw =>
    raw(dialectOf(strapi) === 'mysql' ? 'values(??)' : 'excluded.??', [column]);

  return {
    /** The sum of both. */
    sum: (column: string): Knex.Raw => raw('??.?? + ?', [name, column, incoming(column)]),

    /** The smaller of both. */
    least: (column: string): Knex.Raw =>
      raw('case when ? < ??.?? then ? else ??.?? end', [
        incoming(column),
        name,
        column,
        incoming(column),
        name,
        column,
      ]),

    /**
     * Of the row that is later by another column. MySQL assigns from left to right, so that other
     * column is to be assigned last.
     */
    ofLater: (column: string, by: string): Knex.Raw =>
      raw('case when ? is not null and (??.?? is null or ? >= ??.??) then ? else ??.?? end', [
        incoming(by),
        name,
        by,
        incoming(by),
        name,
        by,
        incoming(column),
        name,
        column,
      ]),
  };
};
