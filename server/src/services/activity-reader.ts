import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import {
  KEY_UID,
  ROLE_UID,
  type ActivityEntry,
  type ActivityRecord,
  type ListActivityQuery,
  type Pagination,
} from '../../../contracts';
import { withoutApiRoles } from '../domain/activity-view';
import { readInstant, readInteger } from '../domain/units';
import { APP, type Actor } from './actor';
import {
  filtered,
  newestFirst,
  olderThan,
  type ActivityFilter,
  type Place,
} from './activity-query';
import { readRecord, type ActivityRow } from './activity-row';
import { dialectOf, reading, table, type Trx } from './storage/database';
import { TABLES } from './storage/tables';

type Query = Knex.QueryBuilder;

/** Entries that an export reads at a time. */
const CHUNK = 500;
/** More people than one would look through. */
const MAX_PEOPLE = 1000;

/** Each name by one step through the index: there `distinct` would read the whole of it. */
const PEOPLE_STEP_BY_STEP = `
  with recursive people(name) as (
    select min(actor_name) from ??
    union all
    select (select min(a.actor_name) from ?? as a where a.actor_name > people.name)
    from people where people.name is not null
  )
  select name from people where name is not null limit ${String(MAX_PEOPLE)}`;

/** MySQL and MariaDB take those steps by themselves, and do not know them in the other form. */
const PEOPLE_DISTINCT = `
  select distinct actor_name as name from ?? where actor_name is not null
  order by actor_name limit ${String(MAX_PEOPLE)}`;

const rowsOf = (answer: unknown): { name: string }[] => {
  if (Array.isArray(answer))
    return (Array.isArray(answer[0]) ? answer[0] : answer) as { name: string }[];
  return (answer as { rows: { name: string }[] }).rows;
};

/** A filter that tells an actor nothing of what that one may not see. */
const filterFor = <F extends ActivityFilter>(actor: Actor, filter: F): F => ({
  ...filter,
  hidesRoles: !actor.can('get-role'),
});

/** What an actor may see of an entry. */
const viewFor =
  (actor: Actor) =>
  (row: ActivityRow): ActivityRecord =>
    actor.can('get-role') ? readRecord(row) : withoutApiRoles(readRecord(row));

/** Reads what happened. */
export const createActivityReader = ({ strapi }: { strapi: Core.Strapi }) => {
  const entries = (trx?: Trx): Query => table(strapi, TABLES.activity, trx);
  const matching = (filter: ActivityFilter, trx?: Trx): Query =>
    filtered(strapi, entries(trx), filter);

  const countOf = async (filter: ActivityFilter, trx?: Trx): Promise<number> => {
    const [row] = await matching(filter, trx).count<{ total: unknown }[]>({ total: '*' });
    return readInteger(row?.total ?? 0);
  };

  /** Those of some document ids that are still there. */
  const existing = async (
    uid: typeof KEY_UID | typeof ROLE_UID,
    type: 'key' | 'role',
    records: readonly ActivityRecord[],
  ): Promise<string[]> => {
    const ids = records.flatMap(({ subject }) =>
      subject?.type === type && subject.id !== null ? [subject.id] : [],
    );
    if (ids.length === 0) return [];
    const rows = (await strapi.db.query(uid).findMany({
      select: ['documentId'],
      where: { documentId: { $in: [...new Set(ids)] } },
    })) as { documentId: string }[];
    return rows.map(({ documentId }) => documentId);
  };

  const withPresence = async (records: readonly ActivityRecord[]): Promise<ActivityEntry[]> => {
    const there = new Set([
      ...(await existing(KEY_UID, 'key', records)),
      ...(await existing(ROLE_UID, 'role', records)),
    ]);
    return records.map((record) => ({
      ...record,
      subject:
        record.subject === null
          ? null
          : { ...record.subject, isThere: there.has(record.subject.id ?? '') },
    }));
  };

  const reader = {
    /** A page of entries, the newest first. */
    async list(
      { page, pageSize, ...asked }: ListActivityQuery,
      actor: Actor = APP,
    ): Promise<{ data: ActivityEntry[]; meta: { pagination: Pagination } }> {
      const filter = filterFor(actor, asked);
      return reading(strapi, async (trx) => {
        const total = await countOf(filter, trx);
        // The ids first, which an index holds: what lies before the page is not read whole.
        const found = (await newestFirst(matching(filter, trx))
          .select('id')
          .limit(pageSize)
          .offset((page - 1) * pageSize)) as { id: unknown }[];
        const ids = found.map(({ id }) => id as number);
        const rows =
          ids.length === 0
            ? []
            : await newestFirst(entries(trx).whereIn('id', ids)).select<ActivityRow[]>('*');
        return {
          data: await withPresence(rows.map(viewFor(actor))),
          meta: { pagination: { page, pageSize, total, pageCount: Math.ceil(total / pageSize) } },
        };
      });
    },

    /** How many entries a filter lets through. */
    count: (filter: ActivityFilter, actor: Actor = APP): Promise<number> =>
      reading(strapi, (trx) => countOf(filterFor(actor, filter), trx)),

    /**
     * All entries that a filter lets through, the newest first, a chunk at a time. Each begins where
     * the last one ended, so that entries which are written or forgotten meanwhile shift nothing.
     */
    async *chunks(filter: ActivityFilter, actor: Actor = APP): AsyncGenerator<ActivityRecord[]> {
      let place: Place | null = null;
      for (;;) {
        const from: Place | null = place;
        const rows: ActivityRow[] = await reading(strapi, async (trx) => {
          const query = matching(filterFor(actor, filter), trx);
          if (from !== null) olderThan(query, from);
          return newestFirst(query).limit(CHUNK).select<ActivityRow[]>('*');
        });
        if (rows.length > 0) yield rows.map(viewFor(actor));
        const last = rows.at(-1);
        if (last === undefined || rows.length < CHUNK) return;
        place = { at: readInstant(last.at), id: String(last.id) };
      }
    },

    /** Names of all who did something, sorted. */
    async people(): Promise<string[]> {
      const answer = await reading(strapi, async (trx) => {
        const name = strapi.db.getSchemaName();
        const full = name === undefined ? TABLES.activity : `${name}.${TABLES.activity}`;
        const raw =
          dialectOf(strapi) === 'mysql'
            ? strapi.db.connection.raw(PEOPLE_DISTINCT, [full])
            : strapi.db.connection.raw(PEOPLE_STEP_BY_STEP, [full, full]);
        return (await (trx === undefined ? raw : raw.transacting(trx))) as unknown;
      });
      return rowsOf(answer)
        .map(({ name }) => name)
        .sort((a, b) => a.localeCompare(b));
    },
  };
  return reader;
};

export type ActivityReader = ReturnType<typeof createActivityReader>;
