import type { Core } from '@strapi/strapi';
import {
  documentId,
  tagBody,
  TAG_UID,
  type ListTagsQuery,
  type Pagination,
  type Tag,
  type TagInput,
} from '../../../contracts';
import { ApiAccessError } from '../domain/errors';
import { nameKeyOf } from '../domain/names';
import { readInteger } from '../domain/units';
import { APP, type OnBehalf } from './actor';
import { getService } from './get-service';
import { countKeys, nameContains } from './linked-keys';
import { createTag, tagSubject, type TagRow } from './new-tag';
import { parseInput } from './parse-input';
import { isUniqueViolation, table, transaction, lockRows } from './storage/database';
import { schemaOf } from './storage/schema';

const view = ({ documentId, name, createdAt }: TagRow, keyCount: number): Tag => ({
  id: documentId,
  name,
  keyCount,
  createdAt: new Date(createdAt).toISOString(),
});

const named = async <T>(write: () => Promise<T>): Promise<T> => {
  try {
    return await write();
  } catch (error) {
    throw isUniqueViolation(error) ? ApiAccessError.at('tag_name_taken', 'name') : error;
  }
};

/** Tags find and group keys; they decide nothing. */
export const createTags = ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = () => strapi.db.query(TAG_UID);
  const activity = getService(strapi, 'activity');

  const find = async (id: string): Promise<TagRow | null> =>
    documentId.safeParse(id).success
      ? ((await rows().findOne({ where: { documentId: id } })) as TagRow | null)
      : null;

  const stored = async (id: string): Promise<TagRow> => {
    const row = await find(id);
    if (row === null) throw new ApiAccessError('not_found');
    return row;
  };

  const viewed = async (row: TagRow): Promise<Tag> =>
    view(row, (await countKeys(strapi, 'tags', [row.id])).get(row.id) ?? 0);

  return {
    async list({
      page,
      pageSize,
      search,
    }: ListTagsQuery): Promise<{ data: Tag[]; meta: { pagination: Pagination } }> {
      const where = nameContains(search);
      const total = await rows().count({ where });
      const found = (await rows().findMany({
        where,
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        limit: pageSize,
        offset: (page - 1) * pageSize,
      })) as TagRow[];
      const counts = await countKeys(
        strapi,
        'tags',
        found.map(({ id }) => id),
      );
      return {
        data: found.map((row) => view(row, counts.get(row.id) ?? 0)),
        meta: { pagination: { page, pageSize, total, pageCount: Math.ceil(total / pageSize) } },
      };
    },

    read: async (id: string): Promise<Tag> => viewed(await stored(id)),

    async create(input: TagInput, { actor = APP }: OnBehalf = {}): Promise<Tag> {
      const { name } = parseInput(tagBody, input);
      return named(async () =>
        view(await transaction(strapi, (trx) => createTag(strapi, name, { actor, trx })), 0),
      );
    },

    async update(id: string, input: TagInput, { actor = APP }: OnBehalf = {}): Promise<Tag> {
      const { name } = parseInput(tagBody, input);
      const row = await stored(id);
      await named(() =>
        transaction(strapi, async (trx) => {
          await rows().update({ where: { id: row.id }, data: { name, nameKey: nameKeyOf(name) } });
          if (name === row.name) return;
          const details = { fields: ['name'], before: [row.name], after: [name] };
          await activity.record(
            { kind: 'tag.updated', actor, subject: { ...tagSubject(row), name }, details },
            trx,
          );
        }),
      );
      return viewed(await stored(id));
    },

    async delete(id: string, { actor = APP }: OnBehalf = {}): Promise<Tag> {
      const row = await stored(id);
      const before = await viewed(row);
      await transaction(strapi, async (trx) => {
        const held = await lockRows(strapi, schemaOf(strapi).tags, [row.id], 'update', trx);
        if (held !== 1) throw new ApiAccessError('not_found');
        await rows().delete({ where: { id: row.id } });
        const details = { count: before.keyCount };
        await activity.record(
          { kind: 'tag.deleted', actor, subject: tagSubject(row), details },
          trx,
        );
      });
      return before;
    },

    /** Moves every key of one tag to another, and deletes the first: all or nothing. */
    async merge(id: string, into: string, { actor = APP }: OnBehalf = {}): Promise<Tag> {
      const from = await stored(id);
      const target = await find(into);
      if (target === null || target.id === from.id) throw ApiAccessError.at('unknown_tag', 'into');
      const { keyTags: link } = schemaOf(strapi);
      await transaction(strapi, async (trx) => {
        const held = await lockRows(
          strapi,
          schemaOf(strapi).tags,
          [from.id, target.id],
          'update',
          trx,
        );
        if (held !== 2) throw ApiAccessError.at('unknown_tag', 'into');
        const links = () => table(strapi, link.name, trx);
        // Read through a derived table: MySQL refuses to update a table that a subquery reads.
        const holders = links()
          .where({ [link.other]: target.id })
          .select(link.own)
          .as('t');
        const [{ count = 0 } = {}] = await links()
          .where({ [link.other]: from.id })
          .count<{ count?: unknown }[]>({ count: '*' });
        await links()
          .where({ [link.other]: from.id })
          .whereNotIn(link.own, strapi.db.connection.select(link.own).from(holders))
          .update({ [link.other]: target.id });
        await rows().delete({ where: { id: from.id } });
        const details = { before: [from.name], after: [target.name], count: readInteger(count) };
        await activity.record(
          { kind: 'tag.merged', actor, subject: tagSubject(from), details },
          trx,
        );
      });
      return viewed(target);
    },
  };
};

export type Tags = ReturnType<typeof createTags>;
