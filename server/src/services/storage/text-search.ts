import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { dialectOf } from './database';

/** `%` and `_` that a person types mean themselves; a backslash would end a string of MySQL. */
const like = (text: string): string => `%${text.replace(/[!%_]/g, '!$&')}%`;

/**
 * Whether a column holds a text, without regard to case. `lower()` knows ASCII alone on SQLite, and
 * so would find no "École".
 */
export const contains = (strapi: Core.Strapi, column: string, text: string): Knex.Raw => {
  const operator = dialectOf(strapi) === 'postgres' ? 'ilike' : 'like';
  return strapi.db.connection.raw(`?? ${operator} ? escape '!'`, [column, like(text)]);
};

/** Nothing else can be in an Access ID, and MariaDB compares its column with ASCII alone. */
export const PART_OF_ID = /^[0-9A-Za-z]+$/;

/** An Access ID as it is shown, behind its prefix: whole, its beginning, or with the masked secret. */
export const SHOWN_ID = /^([a-z][a-z0-9]{1,15})_([0-9A-Za-z]{1,12})(?:_•.*)?$/;
