/** A table that takes nothing for a while, as where the disk is full. */
import { type Knex } from 'knex';

import { type DatabaseName } from './database-servers';

const EVENTS = ['insert', 'update'] as const;

interface Refusal {
  /** What has to be there first. */
  before: readonly string[];
  trigger: (on: string, table: string) => string;
  end: (on: string, table: string) => string;
}

const REFUSALS: Record<DatabaseName, Refusal> = {
  sqlite: {
    before: [],
    trigger: (on, table) =>
      `create trigger full_${on} before ${on} on ${table} begin select raise(abort, 'no room'); end`,
    end: (on) => `drop trigger full_${on}`,
  },
  postgres: {
    before: [
      `create or replace function no_room() returns trigger language plpgsql as
        $$ begin raise exception 'no room'; end $$`,
    ],
    trigger: (on, table) =>
      `create trigger full_${on} before ${on} on ${table} for each row execute function no_room()`,
    end: (on, table) => `drop trigger full_${on} on ${table}`,
  },
  mysql: {
    before: [],
    trigger: (on, table) =>
      `create trigger full_${on} before ${on} on ${table} for each row
        signal sqlstate '45000' set message_text = 'no room'`,
    end: (on) => `drop trigger full_${on}`,
  },
};

/** From now on every write to the table fails with "no room", until what it answers with is called. */
export const fillTable = async (
  db: Knex,
  kind: DatabaseName,
  table: string,
): Promise<() => Promise<void>> => {
  const { before, trigger, end } = REFUSALS[kind];
  for (const statement of before) await db.raw(statement);
  for (const on of EVENTS) await db.raw(trigger(on, table));
  return async () => {
    for (const on of EVENTS) await db.raw(end(on, table));
  };
};
