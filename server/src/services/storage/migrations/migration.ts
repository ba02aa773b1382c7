import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Trx } from '../database';

export interface Step {
  readonly strapi: Core.Strapi;
  readonly trx: Trx;
  /** A query on a table within the step. */
  readonly tableOf: (name: string) => Knex.QueryBuilder;
  /** Makes a table unless it stands: MySQL commits each DDL, so a step may run a second time. */
  readonly createTable: (
    name: string,
    build: (table: Knex.CreateTableBuilder) => void,
  ) => Promise<void>;
  /** Adds a column unless it stands. */
  readonly addColumn: (
    name: string,
    column: string,
    build: (table: Knex.CreateTableBuilder) => void,
  ) => Promise<void>;
  /** Makes an index unless it stands, as after a step that MySQL has half done. */
  readonly addIndex: (name: string, columns: readonly string[], index: string) => Promise<void>;
}

export interface Migration {
  readonly name: string;
  up(step: Step): Promise<void>;
}
